package org.hengjian.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stored texts of instruments (法律文本), by file name. Read when first asked for; the texts are official documents.
 */
public final class Instruments {

    /** An instrument in one version. */
    public record Instrument(
            String text,
            String title,
            String number,
            String issuer,
            String promulgated,
            @Nullable LocalDate effective,
            String effectiveNote,
            String supersededBy,
            boolean excerpt) {}

    /** An article with its heading and its text. */
    public record Article(String heading, String text) {}

    private static final Pattern HEADING =
            Pattern.compile("^(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)[　 （]", Pattern.MULTILINE);
    private static final Pattern CITED = Pattern.compile("第?([一二三四五六七八九十百千零]+)(?=[、至—条])(条(?:之[一二三四五六七八九十]+)?)?");

    private final Map<String, Instrument> byText = new LinkedHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Article>> articles = new ConcurrentHashMap<>();

    Instruments(Node index) {
        for (Node node : index.need("instruments").list()) {
            Instrument instrument = new Instrument(
                    node.need("text").text(),
                    node.need("title").text(),
                    node.need("number").text(),
                    node.need("body").text(),
                    node.need("promulgated").text(),
                    node.at("effective").dateIfPresent().orElse(null),
                    node.need("effective_note").text(),
                    node.need("superseded_by").text(),
                    node.need("completeness").text().equals("excerpt"));
            byText.put(instrument.text(), instrument);
        }
    }

    public List<Instrument> all() {
        return List.copyOf(byText.values());
    }

    public Optional<Instrument> of(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** The whole text, without its header. */
    public String body(String text) {
        if (!byText.containsKey(text)) {
            throw new IllegalArgumentException("no stored text " + text);
        }
        return bodies.computeIfAbsent(text, Instruments::read);
    }

    private static String read(String text) {
        try (InputStream in = Instruments.class.getResourceAsStream("/law/texts/" + text)) {
            if (in == null) {
                throw new Node.Malformed("instruments.yaml", "the text " + text + " is not stored");
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int header = all.indexOf("\n---\n");
            return header < 0 ? all : all.substring(header + 5).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** The articles of a text in their order, by heading: 第十八条. */
    public Map<String, Article> articles(String text) {
        return articles.computeIfAbsent(text, key -> {
            String body = body(key);
            Map<String, Article> found = new LinkedHashMap<>();
            Matcher matcher = HEADING.matcher(body);
            String heading = null;
            int start = 0;
            while (matcher.find()) {
                if (heading != null) {
                    found.putIfAbsent(
                            heading,
                            new Article(
                                    heading,
                                    body.substring(start, matcher.start()).strip()));
                }
                heading = matcher.group(1);
                start = matcher.start();
            }
            if (heading != null) {
                found.putIfAbsent(
                        heading, new Article(heading, body.substring(start).strip()));
            }
            return found;
        });
    }

    /** The articles that a source cites, where its text is stored. */
    public List<Article> cited(Source source) {
        String text = source.text();
        if (text == null) {
            return List.of();
        }
        Map<String, Article> all = articles(text);
        List<Article> found = new ArrayList<>();
        Matcher matcher = CITED.matcher(source.article());
        while (matcher.find()) {
            String tail = matcher.group(2);
            Article article = all.get("第" + matcher.group(1) + (tail == null ? "条" : tail));
            if (article != null && !found.contains(article)) {
                found.add(article);
            }
        }
        return found;
    }
}
