package org.hengjian.commands.audit;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hengjian.audit.Verification;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.postgres.OwnerConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The log of deeds. */
@Command(
        name = "audit",
        description = "Check the log of deeds.",
        subcommands = AuditCommand.Verify.class,
        synopsisSubcommandLabel = "VERB")
public final class AuditCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
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

        @Option(
                names = "--data",
                paramLabel = "FOLDER",
                defaultValue = "${sys:hengjian.home:-.}/data",
                description = "The data folder (default: the folder \"data\" beside this program).")
        Path data = Path.of("data");

        @Override
        public Integer call() throws SQLException {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            Optional<String> url = Optional.ofNullable(System.getenv("HENGJIAN_DATABASE_URL"));
            if (url.isEmpty() && !Files.exists(data.resolve("postgres.ready"))) {
                err.println("No database in " + data.toAbsolutePath().normalize()
                        + ". Name the data folder with --data, or start ./hengjian demo first.");
                return 2;
            }
            try (var owner = url.isPresent() ? OwnerConnection.to(external(url.get())) : OwnerConnection.to(data)) {
                var result = new Verification(data.resolve("audit-anchors.log")).verify(owner.connection());
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

        private static DatabaseAddress external(String url) {
            var owner = new DatabaseAddress.Login(
                    System.getenv().getOrDefault("HENGJIAN_DATABASE_OWNER_ROLE", "hengjian_owner"),
                    System.getenv().getOrDefault("HENGJIAN_DATABASE_OWNER_PASSWORD", ""));
            return new DatabaseAddress(url, owner, owner);
        }
    }
}
