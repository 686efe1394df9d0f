package org.hengjian.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DataFolder;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The watched folder: a file put into {@code inbox/<source>/} is taken in and ends up in {@code done/} or
 * {@code failed/} beside it, with a receipt. It stays where it is until its batch has ended, so a crash loses nothing
 * and takes nothing twice.
 */
@Component
class InboxFolder {

    private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);

    /** A file that has not changed for so long is complete; writers that are slower rename it when they are done. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload", ".filepart");
    private static final int FILES_AT_ONCE = 50;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Path inbox;
    private final Intake intake;
    private final BatchTable batches;
    private final SourceTable sources;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    InboxFolder(
            DataFolder data,
            Intake intake,
            BatchTable batches,
            SourceTable sources,
            TransactionTemplate transaction,
            Viewers viewers,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.inbox = data.folder("inbox");
        this.intake = intake;
        this.batches = batches;
        this.sources = sources;
        this.transaction = transaction;
        this.viewers = viewers;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** Where files of this source are put: a folder of its name, or of its code where the name cannot be one. */
    Path folder(Source source) {
        boolean plain = source.name().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*");
        return inbox.resolve(plain ? source.name() : source.code());
    }

    /** The same as people are told it: within the server's data folder. */
    String told(Source source) {
        return inbox.getFileName() + "/" + folder(source).getFileName() + "/";
    }

    /** Makes the folder, so that it can be found where the page says. */
    void make(Source source) {
        try {
            Files.createDirectories(folder(source));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Scheduled(fixedDelay = 4, initialDelay = 4, timeUnit = TimeUnit.SECONDS)
    void look() {
        viewers.as(Viewer.machine(), () -> {
            try {
                for (var folder : folders()) {
                    look(folder);
                }
            } catch (IOException failure) {
                LOG.warn("the inbox could not be read", failure);
            }
        });
    }

    private List<Path> folders() throws IOException {
        try (var entries = Files.list(inbox)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void look(Path folder) throws IOException {
        var files = files(folder);
        if (files.isEmpty()) {
            return;
        }
        var known = new LinkedHashMap<String, BatchTable.InboxBatch>();
        Objects.requireNonNull(transaction.execute(_ -> batches.ofInbox(files.stream().map(this::name).toList())))
                .forEach(batch -> known.put(batch.inboxPath(), batch));
        for (var file : files) {
            var batch = known.get(name(file));
            if (batch == null) {
                arrive(folder, file);
            } else if (!batch.state().isOpen()) {
                leave(file, batch);
            }
        }
    }

    private List<Path> files(Path folder) throws IOException {
        // Real time: what rests is the disk, not the business day.
        var restingSince = java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - REST.toMillis());
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder, InboxFolder::isFinished)) {
            for (var file : entries) {
                if (Files.getLastModifiedTime(file).compareTo(restingSince) <= 0 && files.size() < FILES_AT_ONCE) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static boolean isFinished(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private String name(Path file) {
        return inbox.relativize(file).toString();
    }

    private void arrive(Path folder, Path file) throws IOException {
        var code = folder.getFileName().toString();
        var named = Objects.requireNonNull(transaction.execute(_ -> sources.called(code)));
        if (named.size() != 1) {
            var key = named.isEmpty() ? "intake.inbox.no-source" : "intake.inbox.many-sources";
            refuse(file, text(key, Locale.SIMPLIFIED_CHINESE, code), text(key, Locale.ENGLISH, code));
            return;
        }
        try (var content = Files.newInputStream(file)) {
            intake.receive(
                    Intake.Arriving.of(
                            named.getFirst().id(),
                            Batch.Channel.FOLDER,
                            file.getFileName().toString(),
                            content),
                    name(file));
        } catch (Unreadable unreadable) {
            refuse(file, unreadable.message(Locale.CHINESE), unreadable.message(Locale.ENGLISH));
        } catch (MappingNeeded needed) {
            var headings = String.join(", ", needed.headings());
            refuse(
                    file,
                    text("intake.inbox.mapping", Locale.SIMPLIFIED_CHINESE, headings),
                    text("intake.inbox.mapping", Locale.ENGLISH, headings));
        } catch (FileTooLarge large) {
            refuse(
                    file,
                    text("intake.problem.too-large", Locale.SIMPLIFIED_CHINESE, large.megabytesMax()),
                    text("intake.problem.too-large", Locale.ENGLISH, large.megabytesMax()));
        }
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private void refuse(Path file, String zh, String en) throws IOException {
        move(file, "failed", receipt(file, null, zh, en));
    }

    private void leave(Path file, BatchTable.InboxBatch inboxBatch) throws IOException {
        var batch = intake.batch(inboxBatch.id()).orElseThrow();
        move(
                file,
                batch.state() == Batch.State.DONE ? "done" : "failed",
                receipt(file, batch, batch.failureZh(), batch.failureEn()));
        transaction.executeWithoutResult(_ -> batches.leftInbox(batch.id()));
    }

    private Map<String, Object> receipt(Path file, @Nullable Batch batch, String zh, String en) {
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("file", file.getFileName().toString());
        receipt.put("at", Instant.now(clock).toString());
        if (batch != null) {
            receipt.put("batch", batch.id());
            receipt.put("sha256", batch.fileHash());
            receipt.put("status", batch.state().name().toLowerCase(Locale.ROOT));
            receipt.put("received", batch.received());
            receipt.put("accepted", batch.accepted());
            receipt.put("rejected", batch.rejected());
            receipt.put("duplicates", batch.duplicates());
            receipt.put("rejects", "/intake/batches/" + batch.id() + "/rejects.csv");
        }
        if (!zh.isEmpty()) {
            receipt.put("message", zh);
            receipt.put("messageEn", en);
        }
        return receipt;
    }

    /** The receipt is there before the file moves: whoever sees the file in its new place can read what became of it. */
    private void move(Path file, String where, Map<String, Object> receipt) throws IOException {
        try {
            var folder = Files.createDirectories(
                    Objects.requireNonNull(file.getParent()).resolve(where));
            var name = file.getFileName().toString();
            // A file of that name may have come before.
            var target = Files.exists(folder.resolve(name))
                    ? folder.resolve(STAMP.format(Instant.now(clock)) + "-" + name)
                    : folder.resolve(name);
            Files.writeString(
                    target.resolveSibling(target.getFileName() + ".receipt.json"),
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(receipt),
                    StandardCharsets.UTF_8);
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("the file could not be moved to " + where + ": " + file, failure);
        }
    }
}
