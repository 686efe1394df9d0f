package org.hengjian.commands;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a server listens and where it keeps what must survive. */
final class ServerOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the pages (default: ${DEFAULT-VALUE}).")
    int port = 8080;

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
