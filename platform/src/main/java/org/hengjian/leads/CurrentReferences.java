package org.hengjian.leads;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.pictures.References;
import org.hengjian.rights.RightPicture;
import org.hengjian.rights.RightPictureChanged;
import org.hengjian.rights.RightPictures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The reference pictures of the register as pictures are compared with them now. The index is in memory, fingerprints stay in
 * the database and are read when a picture is likely.
 */
@Component
class CurrentReferences {

    private final RightPictures pictures;
    private final Viewers viewers;

    /** Read by whoever compares and keeps, written by who waits for them. */
    private final ReadWriteLock keeping = new ReentrantReadWriteLock();

    private volatile References current = References.none();

    CurrentReferences(RightPictures pictures, Viewers viewers) {
        this.pictures = pictures;
        this.viewers = viewers;
    }

    References now() {
        return current;
    }

    /** @param work compares a picture with the references and keeps what it finds, before it returns */
    <T> T comparing(Function<References, T> work) {
        keeping.readLock().lock();
        try {
            return work.apply(current);
        } finally {
            keeping.readLock().unlock();
        }
    }

    /** Returns when all that was compared with the references as they were is kept. Not to be called in a transaction. */
    void awaitKept() {
        keeping.writeLock().lock();
        keeping.writeLock().unlock();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0) // before anything is handed in
    void begin() {
        viewers.as(Viewer.machine(), this::readAll);
    }

    @ApplicationModuleListener
    void on(RightPictureChanged event) {
        read(event.picture());
    }

    private synchronized void readAll() {
        var builder = new References.Builder();
        List<RightPicture> some = pictures.inUse(0);
        while (!some.isEmpty()) {
            some.forEach(picture -> add(builder, picture));
            some = pictures.inUse(some.getLast().id());
        }
        current = builder.build();
    }

    /** Told twice it says the same. */
    synchronized void read(long id) {
        var builder = new References.Builder();
        pictures.find(id).filter(picture -> picture.removedAt() == null).ifPresent(picture -> add(builder, picture));
        current = current.without(Set.of(Long.toString(id))).with(builder.build());
    }

    static References.Reference named(RightPicture picture) {
        return new References.Reference(Long.toString(picture.id()), picture.right(), picture.shown());
    }

    private void add(References.Builder builder, RightPicture picture) {
        pictures.fingerprint(picture.id())
                .ifPresent(fingerprint -> builder.add(
                        named(picture),
                        fingerprint,
                        () -> pictures.fingerprint(picture.id())));
    }
}
