package org.hengjian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line between a browser and the platform that can be cut, and that can lose an answer on its way back: for page and
 * worker alike, which a browser's own switch for being offline does not reach together.
 */
public final class ShakyLine implements AutoCloseable {

    private final ServerSocket door;
    private final int platform;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean cut;
    private volatile String losing = "";

    private ShakyLine(int platform) throws IOException {
        this.platform = platform;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static ShakyLine to(int platform) {
        try {
            var line = new ShakyLine(platform);
            Thread.ofVirtual().start(line::listen);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Nothing goes through any more. */
    public void cut() {
        cut = true;
        open.forEach(ShakyLine::shut);
    }

    public void mend() {
        cut = false;
        losing = "";
    }

    /** Requests whose head has this in it reach the platform; what it answers is lost. */
    public void loseAnswersTo(String head) {
        losing = head;
        open.forEach(ShakyLine::shut); // connections of before carry no requests of after
    }

    /** How many answers were lost. */
    public int lost() {
        return lost.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                if (cut) {
                    shut(browser);
                } else {
                    Thread.ofVirtual().start(() -> carry(browser));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket browser) {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), platform)) {
            open.add(browser);
            open.add(server);
            var deaf = new boolean[1];
            var back = Thread.ofVirtual().start(() -> answers(server, browser, deaf));
            var bytes = new byte[16_384];
            for (int read; (read = browser.getInputStream().read(bytes)) > 0; ) {
                if (!losing.isEmpty() && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(losing)) {
                    deaf[0] = true;
                }
                server.getOutputStream().write(bytes, 0, read);
            }
            shut(server);
            back.join();
        } catch (IOException e) {
            // cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shut(browser);
            open.remove(browser);
        }
    }

    private void answers(Socket server, Socket browser, boolean[] deaf) {
        try {
            var bytes = new byte[16_384];
            for (int read; (read = server.getInputStream().read(bytes)) > 0; ) {
                if (deaf[0]) {
                    lost.incrementAndGet();
                    break;
                }
                browser.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException e) {
            // cut
        } finally {
            shut(browser);
            shut(server);
            open.remove(server);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(ShakyLine::shut);
    }
}
