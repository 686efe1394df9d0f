package org.hengjian.commands.evidence;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.hengjian.commands.DataFolder;
import org.hengjian.commands.GivenFiles;
import org.hengjian.evidence.BagVerification;
import org.hengjian.evidence.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files of evidence. */
@Command(
        name = "evidence",
        description = "Check the files of evidence.",
        subcommands = EvidenceCommand.Verify.class,
        synopsisSubcommandLabel = "VERB")
public final class EvidenceCommand implements Callable<Integer> {

    private static final int NOT_UNDERSTOOD = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return NOT_UNDERSTOOD;
    }

    /** Reads every file anew and names what is lost or altered. */
    @Command(
            name = "verify",
            description = {
                "Read every file of evidence anew, check its hashes, its time stamp and its entry, and name what is lost",
                "or altered. Works while the platform runs and while it does not.",
                "With FILE: check a case file that was exported as a package (BagIt); needs no data folder.",
                "Exit code 0: sound; 1: not sound; 2: it could not be read.",
                "With another PostgreSQL set HENGJIAN_DATABASE_URL, HENGJIAN_DATABASE_OWNER_ROLE and",
                "HENGJIAN_DATABASE_OWNER_PASSWORD; the files are read from the data folder all the same."
            })
    static final class Verify implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        DataFolder data;

        @Parameters(arity = "0..1", paramLabel = "FILE", description = "A package in a ZIP.")
        @Nullable Path file;

        @Override
        public Integer call() throws SQLException {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            if (file != null) {
                return check(file, out, err);
            }
            var database = data.open();
            if (database.isEmpty()) {
                return 2;
            }
            try (var owner = database.get()) {
                var result = new Verification(data.path()).verify(owner.connection());
                if (!result.isSound()) {
                    out.printf("%-14s %8s %8s %4s  %s%n", "FAULT", "EVIDENCE", "CASE", "NO.", "DETAIL");
                }
                result.faults().forEach(found -> out.printf(
                        "%-14s %8d %8d %4d  %s%n",
                        found.fault(), found.item(), found.caseId(), found.n(), found.detail()));
                out.printf(
                        "%s: %,d entries, %,d files, %,d wait for their time stamp, %,d files without entry, %,d faults%n",
                        result.isSound() ? "sound" : "NOT SOUND",
                        result.items(),
                        result.files(),
                        result.unstamped(),
                        result.orphans(),
                        result.faults().size());
                out.flush();
                return result.isSound() ? 0 : 1;
            }
        }

        private static int check(Path file, PrintWriter out, PrintWriter err) {
            var unreadable = GivenFiles.unreadable(file);
            if (unreadable.isPresent()) {
                err.println("hengjian: " + unreadable.get());
                return NOT_UNDERSTOOD;
            }
            try {
                var result = BagVerification.verify(file);
                result.faults().forEach(found ->
                        out.printf("%-14s %s  %s%n", found.fault(), found.path(), found.detail()));
                out.printf(
                        "%s: %,d files, %,d with a time stamp that holds, %,d faults%n",
                        result.isSound() ? "sound" : "NOT SOUND",
                        result.files(),
                        result.stamped(),
                        result.faults().size());
                out.flush();
                return result.isSound() ? 0 : 1;
            } catch (IOException e) {
                err.println(file + " cannot be read as a ZIP: " + e.getMessage());
                return 2;
            }
        }
    }
}
