package org.hengjian.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./hengjian} as a person calls it, on the classes that are under test. */
final class Launcher {

    /** Far beyond any honest run; so that a launcher that hangs fails its test instead of the whole build. */
    private static final int SECONDS_MAX = 180;

    private final Path script;
    private final Map<String, String> environment = new HashMap<>();

    Launcher(Path script) {
        this.script = script;
        environment.put("HENGJIAN_JAVA_HOME", System.getProperty("java.home"));
        environment.put("HENGJIAN_CLASSPATH", System.getProperty("java.class.path"));
    }

    static Launcher ofThisRepository() {
        Path script = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("hengjian"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        return new Launcher(script);
    }

    Path script() {
        return script;
    }

    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Launcher without(String variable) {
        environment.remove(variable);
        return this;
    }

    Said run(String... arguments) {
        try {
            Path out = Files.createTempFile("launcher", ".out");
            Path err = Files.createTempFile("launcher", ".err");
            try {
                var process = builder(arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            "no end after " + SECONDS_MAX + " s: " + Files.readString(out) + Files.readString(err));
                }
                return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The caller's own environment is not inherited, except for where programs are. */
    ProcessBuilder builder(String... arguments) {
        var command = Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(List.copyOf(command));
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("HOME", System.getProperty("java.io.tmpdir"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** What a run left: its exit code and both outputs. */
    record Said(int code, String out, String err) {}
}
