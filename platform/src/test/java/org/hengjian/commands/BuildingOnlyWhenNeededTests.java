package org.hengjian.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a small repository of its own, with a Maven and a JDK that only write down how they were called. */
class BuildingOnlyWhenNeededTests {

    @TempDir
    Path repository;

    @TempDir
    Path machine;

    private Launcher launcher;

    @BeforeEach
    void a_repository_and_a_machine() throws IOException {
        Path script = repository.resolve("hengjian");
        Files.copy(Launcher.ofThisRepository().script(), script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        source("law", "Law.java");
        source("platform", "Platform.java");
        executable(machine.resolve("bin/mvn"), "echo called >>%s/builds".formatted(machine));
        executable(machine.resolve("jdk/bin/javac"), "exit 0");
        executable(machine.resolve("jdk/bin/java"), """
                while [ $# -gt 0 ]; do
                    if [ "$1" = --destination ]; then mkdir -p "$2"; echo jar >"$2/hengjian-platform.jar"; exit 0; fi
                    if [ "$1" = org.hengjian.commands.Hengjian ]; then shift; echo "runs $*"; exit 0; fi
                    shift
                done
                """);
        Files.writeString(machine.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        launcher = new Launcher(script)
                .without("HENGJIAN_CLASSPATH")
                .with("HENGJIAN_JAVA_HOME", machine.resolve("jdk").toString())
                .with("PATH", machine.resolve("bin") + ":" + System.getenv("PATH"));
    }

    @Test
    void the_first_run_builds_and_the_second_does_not() throws IOException {
        var first = launcher.run("demo", "--port", "9");
        var second = launcher.run("demo", "--port", "9");

        assertThat(first.out()).isEqualTo("runs demo --port 9\n");
        assertThat(first.err()).contains("built");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).doesNotContain("built");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_changed_source_is_built() throws IOException {
        launcher.run("demo");
        Path source = source("law", "Law.java");
        Files.setLastModifiedTime(source, FileTime.fromMillis(1));

        launcher.run("demo");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void a_deleted_source_is_noticed_although_nothing_is_newer() throws IOException {
        Path second = source("law", "Second.java");
        launcher.run("demo");
        Files.delete(second);

        launcher.run("demo");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void what_is_no_source_of_the_program_is_not() throws IOException {
        launcher.run("demo");
        Files.writeString(repository.resolve("README.md"), "new");
        Files.createDirectories(repository.resolve("law/src/test/java"));
        Files.writeString(repository.resolve("law/src/test/java/LawTests.java"), "new");

        launcher.run("demo");

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_failed_build_shows_the_errors_and_the_next_run_tries_again() throws IOException {
        executable(
                machine.resolve("bin/mvn"),
                "echo called >>%s/builds; echo '[ERROR] Law.java:[1,2] cannot find symbol'; exit 1".formatted(machine));

        var said = launcher.run("demo");
        launcher.run("demo");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("Law.java:[1,2] cannot find symbol", "target/run/build.log");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void a_state_that_nobody_runs_any_more_is_cleaned_away() throws IOException {
        launcher.run("demo");
        Path before = layouts().getFirst();
        source("law", "New.java");

        launcher.run("demo");

        assertThat(before).doesNotExist();
        assertThat(layouts()).hasSize(1);
    }

    @Test
    void the_state_that_a_server_runs_on_stays_while_the_next_is_built() throws Exception {
        launcher.run("demo");
        Path before = layouts().getFirst();
        var server = new ProcessBuilder(
                        "flock", "-s", before.resolve("complete").toString(), "sh", "-c", "echo held; read wait")
                .start();
        try {
            assertThat(server.inputReader().readLine()).isEqualTo("held");
            source("law", "New.java");

            launcher.run("demo");

            assertThat(before).exists();
            assertThat(layouts()).hasSize(2);
        } finally {
            server.getOutputStream().close();
            server.waitFor();
        }
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        executable(machine.resolve("bin/mvn"), "echo called >>%1$s/builds; sleep 1".formatted(machine));
        var starts = Stream.of(1, 2)
                .map(_ -> launcher.builder("demo").redirectErrorStream(true))
                .toList();

        var running = List.of(starts.get(0).start(), starts.get(1).start());

        for (var start : running) {
            assertThat(new String(start.getInputStream().readAllBytes())).contains("runs demo");
            assertThat(start.waitFor()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void without_maven_it_says_what_to_install() throws IOException {
        Files.delete(machine.resolve("bin/mvn"));
        for (String program : List.of(
                "bash",
                "cat",
                "cut",
                "dirname",
                "env",
                "find",
                "flock",
                "mkdir",
                "readlink",
                "sed",
                "sha256sum",
                "sort",
                "stat")) {
            Path real = Path.of("/usr/bin", program);
            executable(
                    machine.resolve("bin").resolve(program),
                    "exec " + (Files.exists(real) ? real : Path.of("/bin", program)) + " \"$@\"");
        }

        var said = launcher.with("PATH", machine.resolve("bin").toString()).run("demo");

        assertThat(said.err()).contains("Maven is not installed", "apt-get install maven");
        assertThat(said.code()).isEqualTo(2);
    }

    private Path source(String module, String name) throws IOException {
        Path folder = Files.createDirectories(repository.resolve(module).resolve("src/main/java"));
        Files.writeString(repository.resolve(module).resolve("pom.xml"), "<project/>");
        return Files.writeString(folder.resolve(name), "class " + name);
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(machine.resolve("builds"))) {
            return lines.count();
        }
    }

    private List<Path> layouts() throws IOException {
        try (var folders = Files.list(repository.resolve("target/run"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
