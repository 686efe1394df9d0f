package org.hengjian.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallingTheLauncherTests {

    private final Launcher launcher = Launcher.ofThisRepository();

    @TempDir
    Path bin;

    @Test
    void help_names_the_verbs_and_needs_neither_java_nor_a_build() throws IOException {
        var said = withoutAnyJdk(launcher).run("--help");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("demo", "serve", "test", "--help");
    }

    @Test
    void no_verb_at_all_shows_the_help_and_is_not_a_success() {
        var said = launcher.run();

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("./hengjian demo");
    }

    @Test
    void an_unknown_verb_is_refused_with_the_way_to_the_known_ones() {
        var said = launcher.run("demmo");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("demmo", "./hengjian --help").doesNotContain("Exception");
    }

    @Test
    void without_a_jdk_it_says_where_it_looked_and_what_to_install() throws IOException {
        var said = withoutAnyJdk(launcher).run("demo");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("no JDK 25 or newer found", "apt-get install", "HENGJIAN_JAVA_HOME", "/nowhere");
    }

    @Test
    void a_jdk_that_is_too_old_is_named(@TempDir Path folder) throws IOException {
        jdk(folder.resolve("jdk-17"), "17.0.15");

        var said = withoutAnyJdk(launcher)
                .with("HENGJIAN_JDK_FOLDERS", folder.toString())
                .run("demo");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("17 at " + folder.resolve("jdk-17"));
    }

    @Test
    void the_jdk_that_a_person_names_is_taken_or_refused_but_never_replaced(@TempDir Path folder) throws IOException {
        Path old = jdk(folder.resolve("jdk-21"), "21.0.4");

        var said = launcher.with("HENGJIAN_JAVA_HOME", old.toString()).run("demo");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(old + " is not a JDK 25 or newer (found: 21)");
    }

    @Test
    void a_newer_jdk_beside_the_old_default_is_found(@TempDir Path folder) throws IOException {
        jdk(folder.resolve("jdk-17"), "17.0.15");
        Path newest = Files.createDirectories(folder.resolve("newest/bin"));
        passOn(newest.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
        passOn(newest.resolve("javac"), Path.of(System.getProperty("java.home"), "bin/javac"));

        var said = withoutAnyJdk(launcher)
                .with("HENGJIAN_JDK_FOLDERS", folder.toString())
                .run("--version");

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("hengjian ").contains("Java " + Runtime.version());
    }

    @Test
    void its_verbs_are_those_of_the_program() throws IOException {
        var words = Pattern.compile("readonly (?:server|quick|bulk)_verbs=\\(([^)]*)\\)");
        var inLauncher = words.matcher(Files.readString(launcher.script()))
                .results()
                .flatMap(match ->
                        Pattern.compile("\\s+").splitAsStream(match.group(1).strip()))
                .filter(verb -> !verb.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inLauncher)
                .isEqualTo(new TreeSet<>(Hengjian.commandLine().getSubcommands().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "screen", "trace", "law", "audit"})
    void each_verb_explains_itself(String verb) {
        var said = launcher.run(verb, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Usage: hengjian " + verb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "audit", "evidence"})
    void a_verb_that_needs_another_shows_its_help_and_is_not_a_success(String verb) {
        var said = launcher.run(verb);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Usage: hengjian " + verb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "65536", "99999999999"})
    void what_is_no_port_is_told_before_anything_starts(String port) {
        var said = launcher.run("serve", "--port=" + port);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'" + port + "' is no port; give a number from 1 to 65535");
    }

    @Test
    void an_option_that_is_not_understood_is_named() {
        var said = launcher.run("demo", "--prot", "8081");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--prot", "--port").doesNotContain("at org.hengjian");
    }

    @Test
    void a_port_in_use_is_told_before_anything_starts(@TempDir Path folder) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            var said = launcher.run(
                    "demo", "--port", port, "--data", folder.resolve("data").toString());

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("port " + port, "--port").doesNotContain("at org.hengjian");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    private Launcher withoutAnyJdk(Launcher launcher) throws IOException {
        // The few programs that the launcher calls, and no java among them.
        for (String program : List.of("bash", "cat", "dirname", "env", "readlink", "sed")) {
            Path real = Path.of("/usr/bin", program);
            passOn(bin.resolve(program), Files.exists(real) ? real : Path.of("/bin", program));
        }
        return launcher.without("HENGJIAN_JAVA_HOME")
                .with("PATH", bin.toString())
                .with("HENGJIAN_JDK_FOLDERS", "/nowhere");
    }

    private static void passOn(Path script, Path program) throws IOException {
        executable(script);
        Files.writeString(script, "#!/bin/sh\nexec " + program + " \"$@\"\n");
    }

    /** What the launcher takes for a JDK of this version, as long as it is not run. */
    private static Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"));
        executable(home.resolve("bin/javac"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
