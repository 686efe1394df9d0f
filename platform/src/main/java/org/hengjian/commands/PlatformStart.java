package org.hengjian.commands;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.hengjian.Platform;
import org.springframework.boot.SpringApplication;

/** Starts the platform in this process. What would fail late and at length is asked first and told in a sentence. */
final class PlatformStart {

    private static final int STARTED = 0;
    private static final int FAILED = 1;

    private PlatformStart() {}

    /** Returns once the first page can be had; the server's own threads then keep the process alive. */
    static int start(String profile, ServerOptions server) {
        requireFree(server);
        try {
            SpringApplication.run(
                    Platform.class,
                    "--spring.profiles.active=" + profile,
                    "--hengjian.data=" + server.folder(),
                    "--server.address=" + server.address,
                    "--server.port=" + server.port);
            return STARTED;
        } catch (RuntimeException failed) { // Spring has told the reason already.
            return FAILED;
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
