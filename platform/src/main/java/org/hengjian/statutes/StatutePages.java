package org.hengjian.statutes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Difference;
import org.hengjian.law.Instruments;
import org.hengjian.law.Law;
import org.hengjian.law.Node;
import org.hengjian.law.NotInForce;
import org.hengjian.law.Parameter;
import org.hengjian.law.UnknownParameter;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.SearchSource;
import org.hengjian.time.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The law as this installation knows it: what holds on a day, by which sentence, and what held before. */
@Controller
@RequestMapping("/statutes")
class StatutePages implements SearchSource {

    private static final int ARTICLES_SHOWN = 40; // a word like 商品 stands in hundreds; narrower words find fewer
    private static final int SNIPPET = 60;

    private final Law law;
    private final Clock clock;

    StatutePages(Law law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        NavEntry statutesEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "statutes.title", "book", "/statutes", 30);
        }

        @Bean
        NavEntry calculatorsEntry() {
            return NavEntry.of(NavEntry.Group.BASIS, "statutes.calculators", "scale", "/calculators", 35);
        }
    }

    /** @param value in force on the day asked for; null when there is none */
    record Line(Parameter parameter, @Nullable DatedValue value, List<Fact> facts) {

        /** The length of time that it sets; null where it sets something else, which the law's own words say best. */
        public @Nullable Fact time() {
            return timeOf(facts);
        }
    }

    /**
     * A part of a value as it stands in the data, its path shortened to names. A length of time is one part: its name
     * is then the message key of its unit, {@code statutes.time.day.working}.
     */
    record Fact(String name, String text) {

        boolean isTime() {
            return name.startsWith("statutes.time.");
        }
    }

    private static @Nullable Fact timeOf(List<Fact> facts) {
        return facts.stream().filter(Fact::isTime).findFirst().orElse(null);
    }

    /** @param before a day of the version before this one, null for the first */
    record Version(
            DatedValue value,
            List<Fact> facts,
            boolean now,
            @Nullable LocalDate before) {

        public @Nullable Fact time() {
            return timeOf(facts);
        }

        /** What the programs read beside the length of time, as it stands in the data. */
        public List<Fact> data() {
            return facts.stream().filter(fact -> !fact.isTime()).toList();
        }
    }

    /** An article that carries the words sought. */
    record Hit(Instruments.Instrument instrument, String heading, String before, String match, String after) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        LocalDate on = day(day);
        String sought = q.strip();
        var lines = new TreeMap<String, List<Line>>();
        law.parameters().stream()
                .filter(parameter -> topic.isEmpty() || parameter.topic().equals(topic))
                .filter(parameter -> sought.isEmpty() || mentions(parameter, sought))
                .forEach(parameter -> lines.computeIfAbsent(parameter.topic(), _ -> new ArrayList<>())
                        .add(line(parameter, on)));
        model.addAttribute("topics", lines);
        model.addAttribute(
                "allTopics",
                law.parameters().stream()
                        .map(Parameter::topic)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("on", on);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("asOf", law.asOf());
        model.addAttribute(
                "instruments",
                law.instruments().all().stream()
                        .filter(instrument -> sought.isEmpty()
                                || instrument.title().contains(sought)
                                || instrument.number().contains(sought))
                        .sorted(Comparator.comparing(Instruments.Instrument::title))
                        .toList());
        model.addAttribute("hits", sought.isEmpty() ? List.of() : hits(sought));
        return "statutes/list";
    }

    @GetMapping("/parameters/{id}")
    String parameter(@PathVariable String id, Model model) {
        try {
            Parameter parameter = law.parameter(id);
            LocalDate today = LocalDate.now(clock);
            model.addAttribute("parameter", parameter);
            model.addAttribute(
                    "versions",
                    parameter.values().reversed().stream()
                            .map(value -> new Version(
                                    value,
                                    facts(value),
                                    value.inForceOn(today),
                                    parameter
                                            .on(value.from().minusDays(1))
                                            .map(_ -> value.from().minusDays(1))
                                            .orElse(null)))
                            .toList());
            return "statutes/parameter";
        } catch (UnknownParameter e) {
            throw new NotFound("parameter " + id);
        }
    }

    @GetMapping("/instruments/{text}")
    String instrument(@PathVariable String text, Model model) {
        var instrument = law.instruments().of(text).orElseThrow(() -> new NotFound("instrument " + text));
        var articles = law.instruments().articles(text);
        model.addAttribute("instrument", instrument);
        model.addAttribute("siblings", siblings(instrument));
        model.addAttribute("articles", articles.values());
        model.addAttribute("body", articles.isEmpty() ? law.instruments().body(text) : "");
        return "statutes/instrument";
    }

    /** Two versions of one instrument, article beside article. */
    @GetMapping("/compare")
    String compare(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(defaultValue = "") String all,
            Model model) {
        var before = law.instruments().of(one).orElseThrow(() -> new NotFound("instrument " + one));
        var after = law.instruments().of(other).orElseThrow(() -> new NotFound("instrument " + other));
        var pairs = Versions.compare(
                law.instruments().articles(one), law.instruments().articles(other));
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("all", !all.isEmpty());
        model.addAttribute("changed", count(pairs, "changed"));
        model.addAttribute("came", count(pairs, "in"));
        model.addAttribute("fell", count(pairs, "out"));
        model.addAttribute("same", count(pairs, "same"));
        model.addAttribute(
                "pairs",
                all.isEmpty()
                        ? pairs.stream()
                                .filter(pair -> !pair.state().equals("same"))
                                .toList()
                        : pairs);
        return "statutes/compare";
    }

    private static long count(List<Versions.Pair> pairs, String state) {
        return pairs.stream().filter(pair -> pair.state().equals(state)).count();
    }

    /** A parameter that is another on the later day, with the figures and the sentences side by side. */
    record Changed(
            Parameter parameter,
            List<Difference> values,
            String beforeArticle,
            String afterArticle,
            List<TextDiff.Piece> pieces) {}

    /** The time machine: what is another between two days. */
    @GetMapping("/two-days")
    String twoDays(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String and,
            @RequestParam(defaultValue = "") String parameter,
            Model model) {
        LocalDate later = day(and);
        LocalDate earlier = on.isBlank() ? later.minusYears(1) : day(on);
        model.addAttribute("on", earlier);
        model.addAttribute("and", later);
        model.addAttribute(
                "changes",
                law.changes(earlier, later).stream()
                        .filter(change ->
                                parameter.isEmpty() || change.parameter().id().equals(parameter))
                        .map(StatutePages::changed)
                        .toList());
        return "statutes/two-days";
    }

    private static Changed changed(Law.Change change) {
        String from = quote(change.before());
        String to = quote(change.after());
        return new Changed(
                change.parameter(),
                differences(change),
                article(change.before()),
                article(change.after()),
                TextDiff.of(from, to));
    }

    /** Line by line, whatever their order: what only the one has, and what only the other. */
    private static List<Difference> differences(Law.Change change) {
        var before = lines(change.before());
        var after = lines(change.after());
        var differences = new ArrayList<Difference>();
        before.stream()
                .filter(line -> !after.contains(line))
                .forEach(line -> differences.add(new Difference(line.name(), line.text(), null)));
        after.stream()
                .filter(line -> !before.contains(line))
                .forEach(line -> differences.add(new Difference(line.name(), null, line.text())));
        return differences;
    }

    private static List<Fact> lines(@Nullable DatedValue value) {
        var lines = new ArrayList<Fact>();
        if (value != null) {
            lines("", value.value(), lines);
        }
        return lines;
    }

    private static void lines(String name, Node node, List<Fact> lines) {
        if (node.isMap()) {
            node.entries().forEach((key, part) -> lines(name.isEmpty() ? key : name + " " + key, part, lines));
        } else if (node.isList()) {
            node.list().forEach(item -> lines.add(new Fact(name, inOneLine(item))));
        } else if (node.isPresent()) {
            lines.add(new Fact(name, String.valueOf(node.raw())));
        }
    }

    private static String inOneLine(Node node) {
        var parts = new ArrayList<Fact>();
        collect("", node, parts);
        return parts.stream()
                .map(part -> (part.name() + " " + part.text()).strip())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static String quote(@Nullable DatedValue value) {
        return value == null ? "" : value.sources().getFirst().quote();
    }

    private static String article(@Nullable DatedValue value) {
        return value == null
                ? "—"
                : value.sources().getFirst().instrument() + " "
                        + value.sources().getFirst().article();
    }

    /** The other stored versions of the same instrument, oldest first. */
    private List<Instruments.Instrument> siblings(Instruments.Instrument instrument) {
        return law.instruments().all().stream()
                .filter(other -> other.title().equals(instrument.title())
                        && !other.text().equals(instrument.text()))
                .sorted(Comparator.comparing(Instruments.Instrument::text))
                .toList();
    }

    @Override
    public List<Found> find(String query, int most) {
        return law.parameters().stream()
                .filter(parameter ->
                        parameter.zh().contains(query) || parameter.id().equals(query))
                .limit(most)
                .map(parameter -> new Found(
                        "statutes.one", parameter.zh(), parameter.id(), "/statutes/parameters/" + parameter.id()))
                .toList();
    }

    private Line line(Parameter parameter, LocalDate on) {
        try {
            DatedValue value = law.parameter(parameter.id(), on);
            return new Line(parameter, value, facts(value));
        } catch (NotInForce e) {
            return new Line(parameter, null, List.of());
        }
    }

    private static boolean mentions(Parameter parameter, String sought) {
        String lower = sought.toLowerCase(java.util.Locale.ROOT);
        return parameter.zh().contains(sought)
                || parameter.en().toLowerCase(java.util.Locale.ROOT).contains(lower)
                || parameter.id().contains(lower)
                || parameter.values().stream()
                        .flatMap(value -> value.sources().stream())
                        .anyMatch(source -> source.instrument().contains(sought)
                                || source.article().contains(sought)
                                || source.quote().contains(sought));
    }

    private List<Hit> hits(String sought) {
        var hits = new ArrayList<Hit>();
        for (var instrument : law.instruments().all()) {
            for (var article : law.instruments().articles(instrument.text()).values()) {
                int at = article.text().indexOf(sought);
                if (at >= 0) {
                    int from = Math.max(0, at - SNIPPET);
                    int to = Math.min(article.text().length(), at + sought.length() + SNIPPET);
                    hits.add(new Hit(
                            instrument,
                            article.heading(),
                            article.text().substring(from, at),
                            sought,
                            article.text().substring(at + sought.length(), to)));
                    if (hits.size() == ARTICLES_SHOWN) {
                        return hits;
                    }
                }
            }
        }
        return hits;
    }

    private static List<Fact> facts(DatedValue value) {
        var facts = new ArrayList<Fact>();
        collect("", value.value(), facts);
        return facts;
    }

    private static void collect(String name, Node node, List<Fact> facts) {
        if (node.isMap()) {
            var parts = new LinkedHashMap<>(node.entries());
            if (name.isEmpty() && parts.containsKey("amount") && parts.containsKey("unit")) {
                String unit = node.at("unit").text();
                String days = unit.equals("day") ? "." + node.at("day_type").textOr("calendar") : "";
                facts.add(new Fact(
                        "statutes.time." + unit + days,
                        String.valueOf(node.at("amount").raw())));
                parts.keySet().removeAll(List.of("amount", "unit", "day_type"));
            }
            for (Map.Entry<String, Node> entry : parts.entrySet()) {
                collect(name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), facts);
            }
        } else if (node.isList()) {
            for (Node item : node.list()) {
                collect(name, item, facts);
            }
        } else if (node.isPresent()) {
            facts.add(new Fact(name, String.valueOf(node.raw())));
        }
    }

    private LocalDate day(String text) {
        try {
            return text.isBlank() ? LocalDate.now(clock) : TypedDay.parse(text);
        } catch (DateTimeParseException e) {
            return LocalDate.now(clock);
        }
    }
}
