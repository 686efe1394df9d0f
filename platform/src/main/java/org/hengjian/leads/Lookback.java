package org.hengjian.leads;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.pictures.Fingerprint;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.References;
import org.hengjian.pictures.Sketch;
import org.hengjian.rights.RightPicture;
import org.hengjian.rights.RightPictureChanged;
import org.hengjian.rights.RightPictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the pictures of offers that came earlier with each reference picture that is added (补查), on a thread of its own.
 * The sketches kept with the pictures leave a few, which are opened. What is found is added to the lead once, some pictures
 * a transaction, and a restart goes on from the last of them.
 */
@Component
class Lookback {

    /** Of the deed in the log; the history of a lead tells it from what stands with the picture. */
    static final String DEED = "leads.picture-later";

    static final String THREAD = "leadsLookback";

    /** Their sketches are 2 MB. */
    private static final int PICTURES_AT_ONCE = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Lookback.class);

    private final LookbackTable table;
    private final OfferPictureTable offers;
    private final CurrentReferences references;
    private final RightPictures pictures;
    private final PictureReading reading;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final TaskExecutor thread;
    private final Clock clock;

    private volatile boolean stopping;

    Lookback(
            LookbackTable table,
            OfferPictureTable offers,
            CurrentReferences references,
            RightPictures pictures,
            PictureReading reading,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            @Qualifier(THREAD) TaskExecutor thread,
            Clock clock) {
        this.table = table;
        this.offers = offers;
        this.references = references;
        this.pictures = pictures;
        this.reading = reading;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.thread = thread;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Threads {

        @Bean(name = THREAD, defaultCandidate = false)
        ThreadPoolTaskExecutor leadsLookback(ThreadPoolTaskExecutorBuilder asElsewhere) {
            return asElsewhere.threadNamePrefix("lookback-").corePoolSize(1).maxPoolSize(1).build();
        }
    }

    @ApplicationModuleListener
    void on(RightPictureChanged event) {
        if (pictures.find(event.picture()).filter(Lookback::isInUse).isPresent()) {
            table.ask(event.picture(), Instant.now(clock));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    goOn();
                }
            });
        }
    }

    /** What was not done when the server stopped. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(1) // after the references are read
    void goOn() {
        thread.execute(() -> viewers.as(Viewer.machine(), this::work));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    private void work() {
        for (long reference : Objects.requireNonNull(transaction.execute(_ -> table.open()))) {
            try {
                while (!stopping && step(reference)) {
                    LOG.debug("looked back for reference picture {}", reference);
                }
            } catch (RuntimeException e) {
                // It stays open, and goes on with the next reference or the next start.
                LOG.error("looking back for reference picture {} stopped", reference, e);
            }
        }
    }

    /** False when nothing is left to do. */
    private boolean step(long id) {
        var progress = Objects.requireNonNull(transaction.execute(_ -> table.find(id)));
        if (progress.isEmpty()) {
            return false;
        }
        Optional<RightPicture> reference = pictures.find(id).filter(Lookback::isInUse);
        Optional<Fingerprint> fingerprint = pictures.fingerprint(id);
        if (reference.isEmpty() || fingerprint.isEmpty()) {
            return ended(id);
        }
        if (progress.get().last() == null) {
            // Whatever is added from here on is compared with the reference as it comes.
            references.read(id);
            references.awaitKept();
            transaction.executeWithoutResult(_ -> table.begin(id));
            return true;
        }
        return compare(progress.get(), reference.get(), fingerprint.get()) || ended(id);
    }

    private boolean ended(long reference) {
        transaction.executeWithoutResult(_ -> table.end(reference, Instant.now(clock)));
        return false;
    }

    private static boolean isInUse(RightPicture picture) {
        return picture.removedAt() == null;
    }

    /** What comparing one picture gave. @param sketch where it had none */
    private record Compared(OfferPictureTable.Kept picture, List<PictureFinding> copies, Optional<Sketch> sketch) {}

    /** The next pictures; false where there are none. */
    private boolean compare(LookbackTable.Progress progress, RightPicture reference, Fingerprint fingerprint) {
        long last = Objects.requireNonNull(progress.last());
        List<OfferPictureTable.Kept> some = Objects.requireNonNull(
                transaction.execute(_ -> offers.kept(progress.after(), last, PICTURES_AT_ONCE)));
        if (some.isEmpty()) {
            return false;
        }
        var only = new References.Builder()
                .add(CurrentReferences.named(reference), fingerprint)
                .build();
        var compared = new ArrayList<Compared>();
        for (OfferPictureTable.Kept one : some) {
            if (one.sketch().map(Sketch::of).map(sketch -> sketch.mayCopy(fingerprint)).orElse(true)) {
                open(one, only).ifPresent(compared::add);
            }
        }
        transaction.executeWithoutResult(_ -> keep(progress, some.getLast().id(), reference, compared));
        return true;
    }

    private Optional<Compared> open(OfferPictureTable.Kept one, References only) {
        byte[] content = Objects.requireNonNull(transaction.execute(_ -> offers.content(one.leadId(), one.id())))
                .orElseThrow();
        try {
            Picture picture = Picture.read(content);
            return Optional.of(new Compared(
                    one,
                    reading.copies(only, picture),
                    one.sketch().isPresent() ? Optional.empty() : Optional.of(Sketch.of(picture.image()))));
        } catch (Picture.Unreadable e) {
            LOG.warn("picture {} of an offer can no longer be read: {}", one.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private void keep(LookbackTable.Progress from, long to, RightPicture reference, List<Compared> compared) {
        int found = 0;
        for (Compared one : compared) {
            one.sketch().ifPresent(sketch -> offers.keepSketch(one.picture().id(), sketch.toBytes()));
            for (PictureFinding copy : one.copies()) {
                if (offers.addLater(one.picture().id(), copy, Instant.now(clock))) {
                    found++;
                    audit.enter(Deed.of(DEED, "lead", one.picture().leadNumber())
                            .with(Map.of(
                                    "sha256", one.picture().sha256(),
                                    "reference", reference.id(),
                                    "right", reference.right())));
                }
            }
        }
        if (!table.move(from, to, found)) {
            throw new IllegalStateException("another looks back for reference picture " + reference.id());
        }
    }
}
