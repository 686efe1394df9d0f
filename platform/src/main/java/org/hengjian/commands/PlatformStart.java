package org.hengjian.commands;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hengjian.Platform;
import org.hengjian.postgres.DataFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;

/** Starts the platform in this process. What would fail late and at length is asked first and told in a sentence. */
final class PlatformStart {

    private static final int STARTED = 0;
    private static final int FAILED = 1;
    private static final int STEPS_MAX = 20_000; // an application context has some thousand; bounds memory

    private PlatformStart() {}

    /** Returns once the first page can be had; the server's own threads then keep the process alive. */
    static int start(String profile, ServerOptions server) {
        requireUnused(server.folder());
        requireFree(server);
        var steps = new BufferingApplicationStartup(STEPS_MAX);
        var application = new SpringApplication(Platform.class);
        application.setApplicationStartup(steps);
        var phases = new Phases(steps);
        application.addListeners(phases);
        try {
            application.run(
                    "--spring.profiles.active=" + profile,
                    "--hengjian.data=" + server.folder(),
                    "--server.address=" + server.address,
                    "--server.port=" + server.port);
        } catch (RuntimeException failed) { // Spring has told the reason already.
            return FAILED;
        }
        var door = new FrontDoor(server.address, server.port);
        phases.firstPage(door.open());
        System.out.print(phases.told());
        System.out.print(door.told());
        System.out.flush();
        return STARTED;
    }

    /** The same is checked when the folder is opened in earnest; here it costs no time and reads like a sentence. */
    private static void requireUnused(Path folder) {
        if (Files.isDirectory(folder)) {
            DataFolder.open(folder).close();
        }
    }

    private static void requireFree(ServerOptions server) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(server.address, server.port));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot listen on " + server.address + " port " + server.port + ": "
                    + e.getMessage() + ". Another port: --port " + (server.port + 1) + ".");
        }
    }
}
