package org.hengjian.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a person runs it: started, killed, started again, stopped. */
class RunningADemoTests {

    private static final int SECONDS_MAX = 180;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void nothing_stays_behind() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void what_was_done_survives_a_kill_and_a_second_start_is_refused() throws Exception {
        int port = freePort();
        var first = open(port);

        assertThat(first.said()).contains("database started", "first page", "together", "http://127.0.0.1:" + port);
        // Whoever comes at once waits until the past is told; it does not move the clock any more.
        assertThat(setClock(port, "2020-09-28T09:00:00+08:00")).isEqualTo(200);
        assertThat(clock(port)).contains("2020-09-28T09:0");
        assertThat(cases(port)).containsPattern("〔\\d{4}〕5号");

        var second = Launcher.ofThisRepository().run("demo", "--port", Integer.toString(freePort()), "--data", data());

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("in use by process " + first.process().pid(), "--data");

        first.process().destroyForcibly().waitFor();
        var again = open(port);

        assertThat(clock(port)).contains("2020-09-28T09:0");

        again.process().destroy();

        assertThat(again.process().waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(again.process().exitValue()).isEqualTo(143); // 128 + SIGTERM
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_fresh_start_does_not_touch_what_others_made() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/thesis.txt"), "years of work");

        var said = Launcher.ofThisRepository()
                .run("demo", "--fresh", "--port", Integer.toString(freePort()), "--data", data());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("is not a data folder of Hengjian");
        assertThat(folder.resolve("data/thesis.txt")).hasContent("years of work");
    }

    private record Running(Process process, String said) {}

    /** Starts it and reads what it says until it is open. */
    private Running open(int port) throws IOException {
        var process = Launcher.ofThisRepository()
                .builder("demo", "--port", Integer.toString(port), "--data", data())
                .redirectErrorStream(true)
                .start();
        started.add(process);
        var said = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Ctrl-C")) {
                return new Running(process, said.toString());
            }
        }
        throw new IllegalStateException("it ended before it was open:\n" + said);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static int setClock(int port, String now) throws IOException, InterruptedException {
        var request = asAdministrator(port)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"now\":\"" + now + "\"}"));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String clock(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(asAdministrator(port).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static String cases(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(as("shen.zhiyao", port, "/api/v1/cases").build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static HttpRequest.Builder asAdministrator(int port) {
        return as("admin", port, "/api/sim/clock");
    }

    private static HttpRequest.Builder as(String signIn, int port, String path) {
        String who = Base64.getEncoder().encodeToString((signIn + ":hengjian-demo-2026").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Basic " + who);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
