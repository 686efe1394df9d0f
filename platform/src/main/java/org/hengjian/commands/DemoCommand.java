package org.hengjian.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Override
    public Integer call() {
        return PlatformStart.start("demo", server);
    }
}
