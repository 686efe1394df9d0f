package org.hengjian.commands;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a server listens and where it keeps what must survive. */
final class ServerOptions {

    private static final int PORT_MAX = 65_535;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    int port = 8080;

    /** What no machine has as a port is a slip of the keyboard, and told as one, before anything starts. */
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the pages (default: ${DEFAULT-VALUE}).")
    void port(String given) {
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > PORT_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--port: '" + given + "' is no port; give a number from 1 to " + PORT_MAX);
        }
        port = Integer.parseInt(given);
    }

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "Address to listen on (default: ${DEFAULT-VALUE}, this machine only;",
                "0.0.0.0 lets others in)."
            })
    String address = "127.0.0.1";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${sys:hengjian.home:-.}/data",
            description = {
                "Folder of the database, files and secrets; kept over restarts",
                "(default: the folder \"data\" beside this program)."
            })
    Path data = Path.of("data");

    Path folder() {
        return data.toAbsolutePath().normalize();
    }
}
