package org.hengjian.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.postgres.OwnerConnection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The data folder of a command that asks the database as its owner, the one in it or one named by the environment. */
public final class DataFolder {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${sys:hengjian.home:-.}/data",
            description = "The data folder (default: the folder \"data\" beside this program).")
    Path folder = Path.of("data");

    public Path path() {
        return folder;
    }

    /** Empty, and the reason on standard error, where there is no database. */
    public Optional<OwnerConnection> open() throws SQLException {
        Optional<String> url = Optional.ofNullable(System.getenv("HENGJIAN_DATABASE_URL"));
        if (url.isPresent()) {
            return Optional.of(OwnerConnection.to(external(url.get())));
        }
        if (!Files.exists(folder.resolve("postgres.ready"))) {
            spec.commandLine()
                    .getErr()
                    .println("No database in " + folder.toAbsolutePath().normalize()
                            + ". Name the data folder with --data, or start ./hengjian demo first.");
            return Optional.empty();
        }
        return Optional.of(OwnerConnection.to(folder));
    }

    private static DatabaseAddress external(String url) {
        var owner = new DatabaseAddress.Login(
                System.getenv().getOrDefault("HENGJIAN_DATABASE_OWNER_ROLE", "hengjian_owner"),
                System.getenv().getOrDefault("HENGJIAN_DATABASE_OWNER_PASSWORD", ""));
        return new DatabaseAddress(url, owner, owner);
    }
}
