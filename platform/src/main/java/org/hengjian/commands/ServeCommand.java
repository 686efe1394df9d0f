package org.hengjian.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the platform for real work. */
@Command(
        name = "serve",
        description = {
            "Start the platform for real work, without demonstration data.",
            "The database is the embedded PostgreSQL in the data folder, or the server that HENGJIAN_DATABASE_URL names",
            "(jdbc:postgresql://HOST:PORT/NAME; see docs/guide/running.md for its two roles)."
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        return PlatformStart.start("production", server);
    }
}
