package org.hengjian.commands;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down, and the Java it runs on. */
final class BuiltVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        var build = new Properties();
        try (var in = BuiltVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return new String[] {
            "hengjian " + build.getProperty("build.version", "(not packaged)") + " on Java " + Runtime.version()
        };
    }
}
