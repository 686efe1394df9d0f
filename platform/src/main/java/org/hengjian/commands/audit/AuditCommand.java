package org.hengjian.commands.audit;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.hengjian.audit.Verification;
import org.hengjian.commands.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The log of deeds. */
@Command(
        name = "audit",
        description = "Check the log of deeds.",
        subcommands = AuditCommand.Verify.class,
        synopsisSubcommandLabel = "VERB")
public final class AuditCommand implements Callable<Integer> {

    private static final int NOT_UNDERSTOOD = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return NOT_UNDERSTOOD;
    }

    /** Recomputes the chain and names every row that is not as it was sealed. */
    @Command(
            name = "verify",
            description = {
                "Recompute the chain of the log and name every row that was changed, removed, moved or slipped in.",
                "Exit code 0: sound; 1: not sound; 2: the log could not be read.",
                "With another PostgreSQL set HENGJIAN_DATABASE_URL, HENGJIAN_DATABASE_OWNER_ROLE and",
                "HENGJIAN_DATABASE_OWNER_PASSWORD; the anchors are read from the data folder all the same."
            })
    static final class Verify implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        DataFolder data;

        @Override
        public Integer call() throws SQLException {
            PrintWriter out = spec.commandLine().getOut();
            var database = data.open();
            if (database.isEmpty()) {
                return 2;
            }
            try (var owner = database.get()) {
                var result = new Verification(data.path().resolve("audit-anchors.log")).verify(owner.connection());
                result.faults().forEach(fault -> out.printf(
                        "%s  link %d  entry %d  %s%n",
                        fault.kind(), fault.sequence(), fault.entry(), fault.detail()));
                out.printf(
                        "%s: %,d entries in the chain, %,d wait for their link, %,d faults%n",
                        result.isSound() ? "sound" : "NOT SOUND",
                        result.links(),
                        result.waiting(),
                        result.faults().size());
                out.flush();
                return result.isSound() ? 0 : 1;
            }
        }
    }
}
