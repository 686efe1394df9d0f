package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A crime (罪名): which acts it concerns, its figures and its statute through time. */
final class Crime {

    /** The longest fixed term that stands for life imprisonment or death in the data. */
    static final int LIFE = 99;

    /** The tier's range in the statute. */
    record StatuteTier(int years, String quote) {}

    /** The criminal code's article in one span of days. */
    record Statute(LocalDate from, @Nullable LocalDate to, Source source, Map<String, StatuteTier> tiers) {
        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * One trigger: everything in it must hold. {@code atLeast} is in fen or pieces.
     *
     * @param half groups of half-standards, of which two must be reached, in place of a metric
     */
    record Trigger(
            Parameter parameter,
            DatedValue value,
            @Nullable Metric metric,
            long atLeast,
            int kindsMin,
            int priorYears,
            Set<String> priorCrimes,
            @Nullable Metric requires,
            long below,
            Scope scope,
            CrimeFacts.@Nullable Role role,
            CrimeFacts.@Nullable Offender offender,
            CrimeFacts.@Nullable Harm harm,
            @Nullable String condition,
            boolean conduct,
            boolean bankruptcy,
            boolean attempt,
            List<List<Trigger>> half) {}

    /** Which acts are added up. */
    enum Scope {
        ALL,
        GOODS,
        SERVICES,
        GOODS_AND_SERVICES,
        COPIES,
        NETWORK;

        int bit() {
            return 1 << ordinal();
        }
    }

    /** The figures in force in one span of days: per tier, lowest first, its triggers. */
    record Version(
            LocalDate from,
            @Nullable LocalDate to,
            DatedValue value,
            long unitFactor,
            List<String> tiers,
            List<List<Trigger>> triggers,
            Doubt uncertain,
            int scopes) {

        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        /** Whether any of its triggers looks at one of these scopes, given as bits. */
        boolean concerns(int asked) {
            return (scopes & asked) != 0;
        }
    }

    private static final List<String> ORDER =
            List.of("base", "aggravated", "gravest", "tier1", "tier2", "tier3", "tier4");
    private static final Set<String> FIELDS = Set.of(
            "metric",
            "at_least",
            "kinds_min",
            "prior_within_years",
            "prior_crimes",
            "requires",
            "object",
            "role",
            "offender",
            "harm",
            "condition",
            "conduct",
            "event",
            "form",
            "half");
    private static final int FEN = 100;

    final String code;
    final String zh;
    final String en;
    final Set<CrimeFacts.ObjectKind> objects;
    final Set<CrimeFacts.Role> roles;
    final boolean intellectualProperty;
    final Set<String> group;
    final List<String> words;
    final Set<CrimeFacts.ObjectKind> onlyWithWords;
    final List<Node> never;
    final List<Statute> statutes;
    final Map<String, List<Version>> variants;

    Crime(Node node, Map<String, Parameter> parameters) {
        code = node.need("code").text();
        zh = node.need("zh").text();
        en = node.need("en").text();
        objects = enums(node.need("objects"), CrimeFacts.ObjectKind.class);
        roles = enums(node.need("roles"), CrimeFacts.Role.class);
        intellectualProperty = node.at("intellectual_property").isTrue();
        group = Set.copyOf(node.at("group").texts());
        words = node.at("words").texts();
        onlyWithWords = enums(node.at("only_with_words"), CrimeFacts.ObjectKind.class);
        never = node.at("never").list();
        statutes = node.need("statutes").list().stream().map(Crime::statute).toList();
        List<Parameter> own = node.need("parameters").texts().stream()
                .map(id -> {
                    Parameter parameter = parameters.get(id);
                    if (parameter == null) {
                        throw new Node.Malformed(node.path(), "names an unknown parameter " + id);
                    }
                    return parameter;
                })
                .toList();
        String factor = node.at("unit_factor").textOr("");
        Parameter unitFactor = factor.isEmpty() ? null : parameters.get(factor);
        variants = new LinkedHashMap<>();
        if (code.equals("225")) {
            own.forEach(p -> variants.put(p.id(), versions(List.of(p), unitFactor)));
        } else if (code.equals("140")) {
            variants.put(
                    "",
                    versions(
                            own.stream()
                                    .filter(p -> !p.id().contains("tobacco"))
                                    .toList(),
                            unitFactor));
            variants.put(
                    "tobacco",
                    versions(
                            own.stream()
                                    .filter(p -> !p.id().contains("prosecution"))
                                    .toList(),
                            unitFactor));
        } else {
            variants.put("", versions(own, unitFactor));
        }
    }

    private static <E extends Enum<E>> Set<E> enums(Node node, Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        node.list().forEach(word -> set.add(word.oneOf(type)));
        return set;
    }

    private static Statute statute(Node node) {
        Map<String, StatuteTier> tiers = new LinkedHashMap<>();
        node.need("tiers")
                .entries()
                .forEach((name, tier) -> tiers.put(
                        name,
                        new StatuteTier(
                                tier.need("years").integer(), tier.need("quote").text())));
        Node source = node.need("source");
        Node to = node.at("to");
        return new Statute(
                node.need("from").date(),
                to.isPresent() ? to.date() : null,
                new Source(
                        source.need("instrument").text(),
                        source.need("article").text(),
                        tiers.values().stream().map(StatuteTier::quote).toList(),
                        source.need("text").text(),
                        false),
                tiers);
    }

    private static List<Version> versions(List<Parameter> parameters, @Nullable Parameter unitFactor) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        for (Parameter parameter : parameters) {
            parameter.values().forEach(value -> starts.add(value.from()));
            parameter.values().stream()
                    .map(DatedValue::to)
                    .filter(to -> to != null)
                    .forEach(to -> starts.add(to.plusDays(1)));
        }
        if (unitFactor != null) {
            unitFactor.values().stream()
                    .map(DatedValue::from)
                    .filter(from -> !from.isBefore(starts.first()))
                    .forEach(starts::add);
        }
        List<LocalDate> froms = List.copyOf(starts);
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < froms.size(); i++) {
            LocalDate from = froms.get(i);
            LocalDate to = i + 1 < froms.size() ? froms.get(i + 1).minusDays(1) : null;
            Map<String, List<Trigger>> byTier = new LinkedHashMap<>();
            ORDER.forEach(tier -> byTier.put(tier, new ArrayList<>()));
            DatedValue main = null;
            Doubt uncertain = Doubt.NONE;
            for (Parameter parameter : parameters) {
                DatedValue value = parameter.on(from).orElse(null);
                if (value == null) {
                    continue;
                }
                main = main == null ? value : main;
                if (value.value().at("uncertain").isPresent()) {
                    uncertain = Doubt.of(value.value().at("uncertain"));
                }
                value.value()
                        .need("tiers")
                        .entries()
                        .forEach((tier, triggers) -> triggers.list()
                                .forEach(t -> byTier.computeIfAbsent(tier, key -> new ArrayList<>())
                                        .add(trigger(t, parameter, value))));
            }
            if (main == null) {
                continue;
            }
            byTier.values().removeIf(List::isEmpty);
            if (main.status() == Status.FROM_MEMORY) {
                uncertain = Doubt.NONE.andUnseen(main.instrument());
            }
            long factor = unitFactor == null
                    ? 1
                    : unitFactor.on(from).map(v -> v.value().number()).orElse(1L);
            versions.add(new Version(
                    from,
                    to,
                    main,
                    factor,
                    List.copyOf(byTier.keySet()),
                    byTier.values().stream().map(List::copyOf).toList(),
                    uncertain,
                    byTier.values().stream()
                            .flatMap(List::stream)
                            .mapToInt(t -> t.scope().bit())
                            .reduce(0, (a, b) -> a | b)));
        }
        return versions;
    }

    private static Trigger trigger(Node node, Parameter parameter, DatedValue value) {
        node.allow(FIELDS);
        String word = node.at("metric").textOr("");
        Metric metric = Metric.ofWord(word).orElse(null);
        if (metric == null && !word.isEmpty() && !word.equals("harm")) {
            throw new Node.Malformed(node.path(), "unknown metric " + word);
        }
        Node requires = node.at("requires");
        Metric required = requires.isPresent()
                ? Metric.ofWord(requires.need("metric").text()).orElseThrow()
                : null;
        List<List<Trigger>> half = node.at("half").list().stream()
                .map(g ->
                        g.list().stream().map(t -> trigger(t, parameter, value)).toList())
                .toList();
        return new Trigger(
                parameter,
                value,
                metric,
                metric == null ? 0 : scaled(metric, node.need("at_least").number()),
                node.at("kinds_min").isPresent() ? node.at("kinds_min").integer() : 0,
                node.at("prior_within_years").isPresent()
                        ? node.at("prior_within_years").integer()
                        : 0,
                Set.copyOf(node.at("prior_crimes").texts()),
                required,
                required == null ? 0 : scaled(required, requires.need("below").number()),
                node.at("object").isPresent() ? node.at("object").oneOf(Scope.class) : Scope.ALL,
                node.at("role").isPresent() ? node.at("role").oneOf(CrimeFacts.Role.class) : null,
                node.at("offender").isPresent() ? node.at("offender").oneOf(CrimeFacts.Offender.class) : null,
                node.at("harm").isPresent() ? node.at("harm").oneOf(CrimeFacts.Harm.class) : null,
                node.at("condition").isPresent() ? node.at("condition").text() : null,
                node.at("conduct").isTrue(),
                node.at("event").textOr("").equals("bankruptcy"),
                node.at("form").textOr("").equals("attempt"),
                half);
    }

    private static long scaled(Metric metric, long figure) {
        return metric.isMoney() ? figure * FEN : figure;
    }

    /** Whether an act of that kind can be this crime. */
    boolean concerns(CrimeFacts.Act act) {
        CrimeFacts.ObjectKind object = act.object();
        CrimeFacts.Role role = act.role();
        for (Node pair : never) {
            if (object != null
                    && role != null
                    && pair.need("object").oneOf(CrimeFacts.ObjectKind.class) == object
                    && pair.need("role").oneOf(CrimeFacts.Role.class) == role) {
                return false;
            }
        }
        boolean own = code.equals("213") && role == CrimeFacts.Role.SELLER && Boolean.TRUE.equals(act.ownGoods());
        return (object == null || objects.contains(object)) && (role == null || roles.contains(role) || own);
    }

    boolean speaksOf(CrimeFacts.Act act) {
        String conduct = act.conduct();
        return conduct != null && words.stream().anyMatch(conduct::contains);
    }
}
