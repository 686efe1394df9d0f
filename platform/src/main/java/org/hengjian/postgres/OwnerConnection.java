package org.hengjian.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the owner's role for work at the terminal, whether the platform is running on the folder or not: if
 * it is, through its server; if not, through one that is started for this and ends with it.
 */
public final class OwnerConnection implements AutoCloseable {

    private static final int PORT_LINE = 3; // postmaster.pid: pid, folder, start, port

    private final Connection connection;
    private final @Nullable EmbeddedServer server;
    private final @Nullable DataFolder folder;

    private OwnerConnection(Connection connection, @Nullable EmbeddedServer server, @Nullable DataFolder folder) {
        this.connection = connection;
        this.server = server;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException if the folder holds no database */
    public static OwnerConnection to(Path data) throws SQLException {
        if (!Files.exists(data.resolve("postgres.ready"))) {
            throw new IllegalArgumentException("no database in " + data.toAbsolutePath().normalize());
        }
        DataFolder folder;
        try {
            folder = DataFolder.open(data);
        } catch (DataFolderInUse running) {
            return new OwnerConnection(connect(running(data)), null, null);
        }
        var server = EmbeddedServer.start(folder);
        return new OwnerConnection(connect(server.address()), server, folder);
    }

    /** To a server that is not ours. */
    public static OwnerConnection to(DatabaseAddress address) throws SQLException {
        return new OwnerConnection(connect(address), null, null);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            folder.close();
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.owner().role(), address.owner().password());
    }

    private static DatabaseAddress running(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            var secrets = new java.util.Properties();
            try (var in = Files.newInputStream(data.resolve("secrets"))) {
                secrets.load(in);
            }
            return new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + EmbeddedServer.DATABASE,
                    new DatabaseAddress.Login(EmbeddedServer.OWNER, secrets.getProperty(EmbeddedServer.OWNER, "")),
                    new DatabaseAddress.Login(
                            EmbeddedServer.APPLICATION, secrets.getProperty(EmbeddedServer.APPLICATION, "")));
        } catch (IOException e) {
            throw new UncheckedIOException("the platform runs on " + data + ", but its database cannot be found", e);
        }
    }
}
