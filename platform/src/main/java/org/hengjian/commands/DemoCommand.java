package org.hengjian.commands;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.hengjian.postgres.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the platform with fictitious agencies, people and goods, and a business clock that can be set. */
@Command(
        name = "demo",
        description = {
            "Start the platform with demonstration agencies, people and goods.",
            "Everybody's password is shown: not for real work. Ctrl-C stops it; the data folder is kept."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(
            names = "--fresh",
            description = "Empty the data folder first. Refused for a folder that is not Hengjian's, or in use.")
    boolean fresh;

    @Override
    public Integer call() {
        if (fresh && Files.isDirectory(server.folder())) {
            try (var folder = DataFolder.open(server.folder())) {
                folder.clear();
            }
        }
        return PlatformStart.start("demo", server);
    }
}
