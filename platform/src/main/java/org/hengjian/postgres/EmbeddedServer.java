package org.hengjian.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL inside this process's care: durable (fsync on, whatever the library's defaults for tests say), reachable
 * from this machine only, and with passwords for every role. Survives restart and kill -9.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String FOLDER = "postgres";
    static final String DATABASE = "hengjian";
    static final String OWNER = "hengjian_owner";
    static final String APPLICATION = "hengjian_app";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);
    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedServer(EmbeddedPostgres server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Starts the server of this folder, making it at the first time. */
    static EmbeddedServer start(DataFolder folder) {
        var secrets = folder.secrets(SUPERUSER, OWNER, APPLICATION);
        Path files = folder.path().resolve(FOLDER);
        endOrphanOf(files);
        discardHalfMade(folder, files);
        boolean fresh = !Files.exists(readyMark(folder));
        try {
            var server = launched(folder, files, secrets);
            var address = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE,
                    new DatabaseAddress.Login(OWNER, secret(secrets, OWNER)),
                    new DatabaseAddress.Login(APPLICATION, secret(secrets, APPLICATION)));
            if (fresh) {
                found(server, files, secrets);
                Files.createFile(readyMark(folder));
            }
            return new EmbeddedServer(server, address);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded PostgreSQL did not start; its log is "
                            + folder.path().resolve("postgres.log"),
                    e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    /** Fast stop: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres launched(DataFolder folder, Path files, Map<String, String> secrets)
            throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(
                folder.path().resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // Spring closes us after everything that uses us.
                .setOverrideWorkingDirectory(folder.folder("postgres-binaries").toFile())
                .setPGStartupWait(START_WAIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", secret(secrets, SUPERUSER))
                .setLocaleConfig("encoding", "UTF-8")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "zh-Hans-CN") // names sort by pinyin
                // The library starts servers for tests with these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off") // short queries; compiling each costs more than it saves
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    private static void found(EmbeddedPostgres server, Path files, Map<String, String> secrets) throws IOException {
        var statements = List.of(
                "alter role postgres password '%s'".formatted(secret(secrets, SUPERUSER)),
                "create role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(OWNER, secret(secrets, OWNER)),
                "create role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(APPLICATION, secret(secrets, APPLICATION)),
                "create database %s owner %s".formatted(DATABASE, OWNER));
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, SUPERUSER, secret(secrets, SUPERUSER));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            // Made with "trust", where any local process is superuser; from here on a password is asked of everyone.
            Files.writeString(files.resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set up the database roles", e);
        }
    }

    /** A first start that was cut off leaves files without roles; nothing was in them yet. */
    private static void discardHalfMade(DataFolder folder, Path files) {
        if (Files.exists(readyMark(folder)) || !Files.exists(files)) {
            return;
        }
        try (var tree = Files.walk(files)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path readyMark(DataFolder folder) {
        return folder.path().resolve("postgres.ready");
    }

    /** After a kill -9 of our process its server may live on. We hold the folder's lock: it is nobody's. */
    static void endOrphanOf(Path files) {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            var orphan = ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
            if (orphan.isEmpty()) {
                return;
            }
            LOG.info("ending database server {} left by a process that was killed", pid);
            orphan.get().destroy();
            orphan.get().onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the database server of a killed process does not end; see " + pidFile, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | IOException e) {
            throw new IllegalStateException("cannot end the database server of a killed process", e);
        }
    }

    private static String secret(Map<String, String> secrets, String name) {
        return java.util.Objects.requireNonNull(secrets.get(name));
    }
}
