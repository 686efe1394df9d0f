package org.hengjian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A data folder of its own for the test run, under the build folder so that {@code mvn clean} removes it. What was filled
 * with {@link AtScale} can be kept and asked again: {@code -Dhengjian.scale.data=FOLDER}.
 */
final class EmptyDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String kept = System.getProperty("hengjian.scale.data", "");
        if (!kept.isEmpty()) {
            TestPropertyValues.of("hengjian.data=" + kept).applyTo(context);
            return;
        }
        try {
            var target = Files.createDirectories(java.nio.file.Path.of("target", "test-data"));
            TestPropertyValues.of("hengjian.data=" + Files.createTempDirectory(target, "run-"))
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
