package org.hengjian.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.CrimeAssessment.Applied;
import org.jspecify.annotations.Nullable;

/** Works out the ranges of administrative penalties (行政处罚幅度) by legal basis and date. */
final class Penalties {

    private final Map<String, Parameter> parameters;
    private final Deadlines deadlines;
    private final LocalDate asOf;
    private final List<Overlay> overlays;

    Penalties(Map<String, Parameter> parameters, Deadlines deadlines, LocalDate asOf, List<Overlay> overlays) {
        this.overlays = List.copyOf(overlays);
        for (Overlay overlay : overlays) {
            Parameter national = parameters.get(overlay.narrows());
            if (national == null || !isBasis(national)) {
                throw new Node.Malformed(overlay.bands().path(), "narrows no range: " + overlay.narrows());
            }
            overlay.refuseIfItExceeds(national);
        }
        this.parameters = parameters;
        this.deadlines = deadlines;
        this.asOf = asOf;
    }

    static boolean isBasis(Parameter parameter) {
        return parameter.unit().equals("range")
                && parameter.values().stream()
                        .anyMatch(v -> v.value().isMap() && v.value().has("bands"));
    }

    record Fine(
            @Nullable Money min,
            @Nullable Money max,
            List<String> missing,
            Doubt doubt) {}

    PenaltyRange answer(PenaltyQuestion question) {
        Parameter parameter = parameter(question.basis());
        if (!isBasis(parameter)) {
            throw new UnknownParameter(question.basis());
        }
        LocalDate given = question.decidedOn();
        LocalDate decided = given != null ? given : question.actOn().isAfter(asOf) ? question.actOn() : asOf;
        Optional<DatedValue> atAct = parameter.on(question.actOn());
        PenaltyRange.Limitation limitation = limitation(question, decided);
        if (atAct.isEmpty()) {
            return new PenaltyRange(
                    null,
                    null,
                    false,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    hearing(null, "the range is not known", "幅度不清楚"),
                    limitation,
                    payment(question),
                    List.of(),
                    List.of(),
                    Doubt.NONE.and(
                            parameter.id() + " has no value on " + question.actOn(),
                            parameter.zh() + "在" + question.actOn() + "没有数据"),
                    List.of());
        }
        DatedValue value = atAct.get();
        Fine fine = fine(value.value(), question);
        Applied applied = Applied.AT_ACT;
        Doubt doubt = fine.doubt;
        Optional<DatedValue> later = parameter.on(decided);
        if (later.isPresent() && later.get() != value && !decided.isBefore(question.actOn())) {
            Fine now = fine(later.get().value(), question);
            int comparison = compare(now, fine);
            if (comparison == 1) {
                doubt = doubt.and(
                        "the rule of the day of decision moves one bound up and the other down; which is lighter must be judged",
                        "决定时的规定一头高、一头低，哪个更轻须由人判断");
            } else if (comparison < 0) {
                fine = now;
                value = later.get();
                applied = Applied.LATER_LENIENT;
                doubt = fine.doubt;
            }
        }
        if (value.status() == Status.FROM_MEMORY) {
            doubt = doubt.andUnseen(value.instrument());
        }
        if (limitation != null && isGrave(question) && limitation.years() < limitationYearsOn(decided)) {
            doubt = doubt.and(
                    "whether the longer limitation in force since the act reaches back to it is not settled; the shorter is given",
                    "行为以后施行的较长时效能否溯及，尚无定论；这里给的是较短的");
        }
        Node node = value.value();
        if (node.at("uncertain").isPresent()) {
            doubt = doubt.and(Doubt.Kind.OPEN, Said.of(node.at("uncertain")));
        }
        List<Source> sources = new ArrayList<>(value.sources());
        if (applied == Applied.LATER_LENIENT) {
            sources.addAll(sources("procedure.retroactivity", decided));
        }
        return new PenaltyRange(
                fine.min,
                fine.max,
                node.at("optional").isTrue(),
                node.at("other").texts(),
                shallBe(node, question),
                node.at("decides").isPresent() ? node.at("decides").text() : null,
                node.at("precondition").isPresent() ? node.at("precondition").text() : null,
                applied,
                Interpretations.version(value),
                hearing(question, fine, node, decided),
                limitation,
                payment(question),
                sources,
                fine.missing,
                doubt,
                List.of());
    }

    /** The same, narrowed by the discretion rules of the province and then of the city where the case is decided. */
    PenaltyRange answer(PenaltyQuestion question, RegionCode where) {
        PenaltyRange range = answer(question);
        LocalDate given = question.decidedOn();
        LocalDate decided = given != null ? given : asOf;
        List<Overlay> local = overlays.stream()
                .filter(overlay -> overlay.holds(question.basis(), where, decided))
                .sorted(java.util.Comparator.comparing(
                        overlay -> overlay.region().level()))
                .toList();
        for (Overlay overlay : local) {
            Fine fine = fine(
                    parameter(question.basis())
                            .on(decided)
                            .map(DatedValue::value)
                            .orElse(overlay.bands()),
                    overlay.bands().need("bands").list(),
                    question);
            Money low = fine.min;
            Money high = fine.max;
            Money min = range.min();
            Money max = range.max();
            if (low == null || high == null || min == null || max == null) {
                continue;
            }
            List<Source> sources = new ArrayList<>(range.sources());
            sources.add(overlay.source());
            List<String> whose = new ArrayList<>(range.narrowedBy());
            whose.add(overlay.zh());
            range = new PenaltyRange(
                    min.max(low),
                    max.min(high),
                    range.optional(),
                    range.other(),
                    range.shallBe(),
                    range.decides(),
                    range.precondition(),
                    range.applied(),
                    range.version(),
                    range.hearing(),
                    range.limitation(),
                    range.payment(),
                    sources,
                    range.missing(),
                    range.uncertain(),
                    whose);
        }
        return range;
    }

    private Parameter parameter(String id) {
        Parameter parameter = parameters.get(id);
        if (parameter == null) {
            throw new UnknownParameter(id);
        }
        return parameter;
    }

    private List<Source> sources(String id, LocalDate day) {
        return parameter(id).on(day).map(DatedValue::sources).orElse(List.of());
    }

    /** Negative where {@code now} is lighter, 0 where it is not, 1 where the bounds move apart. */
    private static int compare(Fine now, Fine then) {
        Money min = now.min;
        Money max = now.max;
        Money oldMin = then.min;
        Money oldMax = then.max;
        if (min == null || max == null || oldMin == null || oldMax == null) {
            return 0;
        }
        int low = min.compareTo(oldMin);
        int high = max.compareTo(oldMax);
        if (low <= 0 && high <= 0 && low + high < 0) {
            return -1;
        }
        return low < 0 && high > 0 || low > 0 && high < 0 ? 1 : 0;
    }

    private static @Nullable String shallBe(Node node, PenaltyQuestion question) {
        if (node.at("shall_be").isPresent()) {
            return node.at("shall_be").text();
        }
        List<String> grounds = node.at("heavier_if").texts();
        boolean heavier =
                grounds.contains("repeat") && question.repeat() || grounds.contains("serious") && question.serious();
        return heavier ? "heavier" : null;
    }

    private static Fine fine(Node node, PenaltyQuestion question) {
        return fine(
                node,
                question.serious() && node.at("serious").isPresent()
                        ? node.at("serious").list()
                        : node.need("bands").list(),
                question);
    }

    private static Fine fine(Node node, List<Node> bands, PenaltyQuestion question) {
        if (!node.at("metric").isPresent()) {
            List<Node> fixed = bands.getFirst().need("fine").list();
            return new Fine(yuan(fixed.getFirst()), yuan(fixed.getLast()), List.of(), Doubt.NONE);
        }
        PenaltyQuestion.Base base = PenaltyQuestion.Base.ofWord(node.need("metric"));
        Money amount = question.amounts().get(base);
        if (amount == null) {
            return unknown(bands, base);
        }
        Money counted = amount;
        List<String> missing = List.of();
        Node minimum = node.at("deemed_minimum");
        if (minimum.isMap()) {
            Money retail = yuan(minimum.need("retail"));
            Money wholesale = yuan(minimum.need("wholesale"));
            PenaltyQuestion.Channel channel = question.channel();
            if (channel == null && amount.compareTo(wholesale) < 0) {
                Money low = amount.max(retail);
                Money high = amount.max(wholesale);
                return new Fine(
                        band(bands, low).min,
                        band(bands, high).max,
                        List.of("channel"),
                        Doubt.NONE.and(
                                "a lower value counts as " + retail + " in retail and as " + wholesale
                                        + " in production and wholesale; the channel is not known",
                                "不足的，零售按" + zh(retail) + "、生产批发按" + zh(wholesale) + "计算；不清楚是哪一种"));
            }
            counted = amount.max(channel == PenaltyQuestion.Channel.RETAIL ? retail : wholesale);
        } else if (minimum.isPresent()) {
            counted = amount.max(yuan(minimum));
        }
        Fine fine = band(bands, counted);
        return new Fine(fine.min, fine.max, missing, Doubt.NONE);
    }

    /** Without the metric: the range of "none or little" where there is one, with the doubt named. */
    private static Fine unknown(List<Node> bands, PenaltyQuestion.Base base) {
        Node first = bands.getFirst();
        String zh = base.zh();
        if (first.has("fine") && (first.has("below") || first.has("at_or_below"))) {
            List<Node> range = first.need("fine").list();
            return new Fine(
                    yuan(range.getFirst()),
                    yuan(range.getLast()),
                    List.of(base.word()),
                    Doubt.NONE.and(
                            base.word() + " is not known; with another amount another band applies;"
                                    + " this is the band of a small amount or none",
                            zh + "不清楚，数额不同则档次不同；这里是没有或者很少的那一档"));
        }
        return new Fine(
                null,
                null,
                List.of(base.word()),
                Doubt.NONE.and(
                        base.word() + " is not known; the range is a multiple of it", zh + "不清楚，幅度是它的倍数"));
    }

    static Fine band(List<Node> bands, Money amount) {
        for (Node band : bands) {
            boolean in = (!band.has("below") || amount.compareTo(yuan(band.need("below"))) < 0)
                    && (!band.has("at_or_below") || amount.compareTo(yuan(band.need("at_or_below"))) <= 0)
                    && (!band.has("above") || amount.compareTo(yuan(band.need("above"))) > 0)
                    && (!band.has("at_or_above") || amount.compareTo(yuan(band.need("at_or_above"))) >= 0);
            if (!in) {
                continue;
            }
            if (band.has("fine")) {
                List<Node> range = band.need("fine").list();
                return new Fine(yuan(range.getFirst()), yuan(range.getLast()), List.of(), Doubt.NONE);
            }
            List<Node> multiple = band.need("multiple").list();
            Money floor = band.has("floor") ? yuan(band.need("floor")) : Money.ZERO;
            return new Fine(
                    amount.timesDown(multiple.getFirst().decimal()).max(floor),
                    amount.timesDown(multiple.getLast().decimal()).max(floor),
                    List.of(),
                    Doubt.NONE);
        }
        throw new Node.Malformed(bands.getFirst().path(), "no band for " + amount);
    }

    private static Money yuan(Node node) {
        return Money.ofYuan(node.decimal());
    }

    private static boolean isPenalty(PenaltyQuestion question) {
        return question.basis().startsWith("fine.");
    }

    private PenaltyRange.Hearing hearing(PenaltyQuestion question, Fine fine, Node node, LocalDate decided) {
        if (!isPenalty(question)) {
            return hearing(false, "not an administrative penalty", "不是行政处罚");
        }
        for (String other : node.at("other").texts()) {
            boolean always = !other.startsWith("情节严重") && !other.contains("可以");
            if (always
                    && (other.contains("停产停业")
                            || other.contains("停业整顿")
                            || other.contains("吊销")
                            || other.contains("终身禁止"))) {
                return hearing(true, "行政处罚法第六十三条: " + other, "行政处罚法第六十三条：" + other);
            }
        }
        Money imposed = question.fine();
        Money most = fine.max;
        if (most != null && most.compareTo(Money.ZERO) == 0) {
            return hearing(false, "nothing is fined", "不罚款");
        }
        Optional<DatedValue> large = parameter("procedure.hearing.large-fine").on(decided);
        if (large.isEmpty()) {
            return hearing(
                    null, "what 较大数额罚款 is on that day is not in these data", "当日“较大数额罚款”是多少，没有数据");
        }
        Money person = yuan(large.get().value().need("natural_person"));
        Money organisation = yuan(large.get().value().need("organisation"));
        Said figures = new Said(
                "较大数额罚款 is " + person + " for a natural person and " + organisation
                        + " for an organisation (not verified: 市场监督管理行政处罚听证办法; local rules may differ)",
                "较大数额罚款：自然人" + zh(person) + "，单位" + zh(organisation) + "（未核对：市场监督管理行政处罚听证办法；地方另有规定的从其规定）");
        if (imposed == null) {
            Money max = fine.max;
            var depends = new Said(
                    "depends on the fine proposed" + (max == null ? "" : ", at most " + max),
                    "看拟罚多少" + (max == null ? "" : "，最多" + zh(max)));
            return new PenaltyRange.Hearing(null, depends.and(figures));
        }
        if (imposed.compareTo(organisation) >= 0) {
            return new PenaltyRange.Hearing(
                    true, new Said("a fine of " + imposed, "罚款" + zh(imposed)).and(figures));
        }
        if (imposed.compareTo(person) >= 0) {
            var depends = new Said(
                    "must for a natural person, not by the fine alone for an organisation", "自然人应当告知；单位仅凭罚款数额不必");
            return new PenaltyRange.Hearing(null, depends.and(figures));
        }
        Money taken = taken(question);
        if (taken != null && taken.compareTo(person) < 0) {
            var neither = new Said(
                    "neither the fine nor what can be confiscated, at most " + taken, "罚款和可没收的（最多" + zh(taken) + "）都不到");
            return new PenaltyRange.Hearing(false, neither.and(figures));
        }
        var otherwise = new Said("not by the fine alone; a large confiscation would call for one", "仅凭罚款不必；没收数额较大的应当告知");
        return new PenaltyRange.Hearing(null, otherwise.and(figures));
    }

    private static String zh(Money amount) {
        return amount.yuan().toPlainString() + "元";
    }

    private static PenaltyRange.Hearing hearing(@Nullable Boolean must, String en, String zh) {
        return new PenaltyRange.Hearing(must, new Said(en, zh));
    }

    /** The most that can be confiscated; null where the facts do not bound it. */
    private static @Nullable Money taken(PenaltyQuestion question) {
        Money gain = question.amounts().get(PenaltyQuestion.Base.ILLEGAL_GAIN);
        Money goods = question.amounts().get(PenaltyQuestion.Base.GOODS_VALUE);
        Money turnover = question.amounts().get(PenaltyQuestion.Base.ILLEGAL_TURNOVER);
        // Gain and goods are both parts of what was traded.
        return gain != null && goods != null ? gain.plus(goods) : turnover;
    }

    private static boolean isGrave(PenaltyQuestion question) {
        return question.harm() == PenaltyQuestion.Harm.LIFE_HEALTH || question.harm() == PenaltyQuestion.Harm.FINANCE;
    }

    /** The longer limitation of that day, or 0 where there is none. */
    private int limitationYearsOn(LocalDate day) {
        return parameter("procedure.limitation")
                .on(day)
                .filter(value -> value.value().has("extended"))
                .map(value -> Period.of(value.value().need("extended")).amount())
                .orElse(0);
    }

    private PenaltyRange.@Nullable Limitation limitation(PenaltyQuestion question, LocalDate decided) {
        if (!isPenalty(question)) {
            return null;
        }
        Parameter parameter = parameter("procedure.limitation");
        Optional<DatedValue> value = parameter.on(question.actOn());
        if (value.isEmpty()) {
            return null;
        }
        Node node = isGrave(question) && value.get().value().has("extended")
                ? value.get().value().need("extended")
                : value.get().value().need("normal");
        int years = Period.of(node).amount();
        LocalDate ends = question.actOn().plusYears(years);
        return new PenaltyRange.Limitation(years, ends, decided.isAfter(ends));
    }

    private PenaltyRange.@Nullable Payment payment(PenaltyQuestion question) {
        LocalDate received = question.receivedOn();
        if (received == null) {
            return null;
        }
        Parameter parameter = parameter("procedure.payment");
        DatedValue value = parameter.on(received).orElse(null);
        Deadline deadline = deadlines.answer(
                DeadlineQuestion.of("procedure.payment", received),
                parameter,
                value,
                value == null ? null : Period.of(value.value()));
        LocalDate due = deadline.due();
        LocalDate paid = question.paidOn();
        Money fine = question.fine();
        if (due == null) {
            return null;
        }
        if (paid == null || fine == null) {
            return new PenaltyRange.Payment(due, null, null);
        }
        Optional<DatedValue> rate = parameter("procedure.late-surcharge").on(due.plusDays(1));
        if (rate.isEmpty()) {
            return new PenaltyRange.Payment(due, null, null);
        }
        boolean stops = rate.get().value().at("suspended_during").isPresent();
        int late = 0;
        for (LocalDate day = due.plusDays(1); !day.isAfter(paid); day = day.plusDays(1)) {
            if (!stops || !stayed(question, day)) {
                late++;
            }
        }
        BigDecimal daily =
                new BigDecimal(rate.get().value().need("rate_per_day").text());
        Money surcharge =
                fine.timesDown(daily.multiply(BigDecimal.valueOf(late))).min(fine);
        return new PenaltyRange.Payment(due, late, surcharge);
    }

    private static boolean stayed(PenaltyQuestion question, LocalDate day) {
        for (PenaltyQuestion.Span span : question.stayed()) {
            if (!day.isBefore(span.from()) && !day.isAfter(span.to())) {
                return true;
            }
        }
        return false;
    }
}
