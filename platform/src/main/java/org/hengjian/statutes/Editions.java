package org.hengjian.statutes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.law.Examples;
import org.hengjian.law.Impact;
import org.hengjian.law.Law;
import org.hengjian.law.LawCheck;
import org.hengjian.postgres.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.target.HotSwappableTargetSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The edition of the law in force, and the one proposed in its place (法规库版本). Files lie in the data folder: {@code
 * law/proposed} is weighed, {@code law/in-force} is loaded at start, {@code law/before} is what the last change took away.
 */
@Service
class Editions {

    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9-]{0,60}(\\.overlay)?\\.yaml|[a-z-]{1,60}\\.examples\\.csv");
    private static final int SHOWN = 20; // findings beyond these are counted only

    private final HotSwappableTargetSource edition;
    private final Path home;
    private final Audit audit;

    Editions(HotSwappableTargetSource edition, DataFolder data, Audit audit) {
        this.edition = edition;
        this.home = data.folder("law");
        this.audit = audit;
    }

    /** What the server begins with: the shipped edition, with the files in force in place of those of the same name. */
    static Law atStart(Path home) {
        settle(home);
        Path folder = home.resolve("in-force");
        return Files.isDirectory(folder) ? Law.load(folder) : Law.load();
    }

    /**
     * @param digest   of the files weighed; only these come into force
     * @param wrong    why the files cannot be read, null where they can
     * @param findings what the check of the data finds, and the examples that no longer hold
     */
    record Proposal(
            List<String> files,
            String digest,
            @Nullable String wrong,
            List<String> findings,
            int moreFindings,
            @Nullable Impact impact) {

        boolean mayComeIntoForce() {
            return !files.isEmpty() && wrong == null && findings.isEmpty();
        }

        boolean changesNothing() {
            return impact != null && impact.isEmpty();
        }
    }

    /** The file was not taken: its name is none that the law library reads. */
    static final class NotAFileOfLaw extends RuntimeException {}

    /** The files changed since they were weighed, or they do not hold. */
    static final class NotAsWeighed extends RuntimeException {}

    Law inForce() {
        return (Law) edition.getTarget();
    }

    List<String> own() {
        return files("in-force");
    }

    boolean mayGoBack() {
        return Files.isDirectory(home.resolve("before"));
    }

    Proposal proposal() {
        List<String> files = files("proposed");
        if (files.isEmpty()) {
            return new Proposal(files, "", null, List.of(), 0, null);
        }
        Path folder = home.resolve("proposed");
        try {
            Law newer = Law.load(folder);
            List<String> findings = new ArrayList<>(LawCheck.findings(newer));
            findings.addAll(Examples.broken(newer, folder));
            return new Proposal(
                    files,
                    digest(folder, files),
                    null,
                    List.copyOf(findings.subList(0, Math.min(SHOWN, findings.size()))),
                    Math.max(0, findings.size() - SHOWN),
                    inForce().impactOf(newer));
        } catch (RuntimeException e) {
            return new Proposal(files, digest(folder, files), String.valueOf(e.getMessage()), List.of(), 0, null);
        }
    }

    @Transactional
    void propose(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new NotAFileOfLaw();
        }
        try {
            Files.createDirectories(home.resolve("proposed"));
            Files.write(home.resolve("proposed").resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.enter(Deed.of("statutes.propose", "edition", name));
    }

    @Transactional
    void drop() {
        remove(home.resolve("proposed"));
        audit.enter(Deed.of("statutes.drop", "edition", "proposed"));
    }

    /** The proposed files join those in force; every question from now on is answered by them. */
    @Transactional
    Impact putInForce(String digest, String reason) {
        Proposal proposal = proposal();
        if (!proposal.mayComeIntoForce() || !proposal.digest().equals(digest) || proposal.impact() == null) {
            throw new NotAsWeighed();
        }
        Impact impact = proposal.impact();
        audit.enter(Deed.of("statutes.put-in-force", "edition", digest)
                .because(reason)
                .with(Map.of(
                        "files", proposal.files(),
                        "added", impact.added(),
                        "altered", impact.altered(),
                        "removed", impact.removed())));
        Path before = home.resolve("before");
        Path force = home.resolve("in-force");
        Path next = home.resolve("next");
        remove(next);
        copy(force, next);
        copy(home.resolve("proposed"), next);
        Law newer = Law.load(next);
        remove(before);
        if (Files.isDirectory(force)) {
            move(force, before);
        } else {
            copy(force, before); // nothing of one's own was in force: an empty folder says so
        }
        move(next, force);
        edition.swap(newer);
        remove(home.resolve("proposed"));
        return impact;
    }

    /** What stood before the last change comes back; what it replaced is proposed again. */
    @Transactional
    void goBack() {
        Path before = home.resolve("before");
        if (!Files.isDirectory(before)) {
            throw new NotAsWeighed();
        }
        Path force = home.resolve("in-force");
        audit.enter(Deed.of("statutes.go-back", "edition", "before").with(Map.of("files", files("before"))));
        copy(force, home.resolve("proposed"));
        Path undone = home.resolve("undone");
        remove(undone);
        move(force, undone);
        move(before, force);
        remove(undone);
        edition.swap(atStart(home));
    }

    /** A stop between two moves leaves no folder in force: the one that was to take its place takes it now. */
    private static void settle(Path home) {
        Path force = home.resolve("in-force");
        if (Files.isDirectory(force) || !Files.isDirectory(home.resolve("before"))) {
            return;
        }
        Path next = home.resolve("next");
        move(Files.isDirectory(next) ? next : home.resolve("before"), force);
    }

    private List<String> files(String part) {
        Path folder = home.resolve(part);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path folder, List<String> files) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(folder.resolve(file)));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            if (!Files.isDirectory(from)) {
                return;
            }
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a folder is never half moved. */
    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
