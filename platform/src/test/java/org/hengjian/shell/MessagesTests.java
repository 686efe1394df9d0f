package org.hengjian.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every string of every page stands in both languages. */
class MessagesTests {

    // Keys put together at run time (#{|agencies.role.${role}|}) are tried by the pages' own tests.
    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)[(}]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static Resource[] files(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources(pattern);
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> keys(String suffix) throws IOException {
        var keys = new HashSet<String>();
        for (Resource file : files("classpath*:messages/*.properties")) {
            String name = java.util.Objects.requireNonNull(file.getFilename());
            if (name.endsWith("_en.properties") == suffix.equals("_en")) {
                keys.addAll(read(file).stringPropertyNames());
            }
        }
        return keys;
    }

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertThat(keys("_en")).containsExactlyInAnyOrderElementsOf(keys(""));
    }

    @Test
    void every_key_that_a_template_asks_for_is_there() throws IOException {
        var known = keys("");
        var missing = new ArrayList<String>();
        for (Resource template : files("classpath*:templates/**/*.html")) {
            Matcher asked = ASKED.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (asked.find()) {
                if (!known.contains(asked.group(1))) {
                    missing.add(template.getFilename() + ": " + asked.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void english_is_english() throws IOException {
        List<String> left = new ArrayList<>();
        for (Resource file : files("classpath*:messages/*_en.properties")) {
            read(file).forEach((key, text) -> {
                // Names of marks, examples of numbers and quoted code words stay in their script.
                String plain = text.toString().replaceAll("[“(（\"][^”)）\"]*[”)）\"]", "");
                if (CHINESE.matcher(plain).results().count() > plain.length() / 3) {
                    left.add(key + "=" + text);
                }
            });
        }

        assertThat(left).isEmpty();
    }

    @Test
    void no_page_carries_style_or_script_in_itself() throws IOException {
        var inline = Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<style|<script(?![^>]*\\ssrc=)(?![^>]*type=\"application/json\")");
        for (Resource template : files("classpath*:templates/**/*.html")) {
            // Templates of documents become paper, not pages.
            if (!template.getURL().toString().contains("/documents/")) {
                assertThat(inline.matcher(template.getContentAsString(StandardCharsets.UTF_8)).find())
                        .as(template.getFilename())
                        .isFalse();
            }
        }
    }
}
