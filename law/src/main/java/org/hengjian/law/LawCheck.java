package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with the data of the law: a value without source, a quotation that does not stand in the stored text, a
 * gap or an overlap without a reason, an unknown unit. The build fails on any finding.
 */
public final class LawCheck {

    private static final Set<String> UNITS = Set.of(
            "duration",
            "years",
            "rule",
            "list",
            "text",
            "CNY",
            "rate",
            "range",
            "factor",
            "trigger-set",
            "penalty",
            "tiers");

    private final Law law;
    private final List<String> findings = new ArrayList<>();

    private LawCheck(Law law) {
        this.law = law;
    }

    /** Every finding as one sentence; empty where all is well. */
    public static List<String> findings(Law law) {
        LawCheck check = new LawCheck(law);
        Set<String> ids = new HashSet<>();
        for (Parameter parameter : law.parameters()) {
            if (!ids.add(parameter.id())) {
                check.say(parameter, "is there twice");
            }
            check.parameter(parameter);
        }
        law.statuteSources().forEach((where, source) -> check.source(where, source, Status.VERIFIED));
        Set<String> listed = new HashSet<>();
        for (Duty duty : law.catalogue()) {
            if (!listed.add(duty.period() + " " + duty.starts())) {
                check.findings.add("duties: " + duty.period() + " is there twice");
            }
            duty.next()
                    .filter(next -> !law.isDuty(next))
                    .ifPresent(next -> check.findings.add("duties: " + duty.period() + " leads to no period: " + next));
        }
        for (String period : law.duties()) {
            if (law.catalogue().stream().noneMatch(duty -> duty.period().equals(period))) {
                check.findings.add("duties: nobody owes " + period);
            }
        }
        return List.copyOf(check.findings);
    }

    /** Prints the findings; exit code 1 if there are any. */
    public static void main(String[] arguments) {
        List<String> findings = findings(Law.load());
        findings.forEach(System.err::println);
        if (!findings.isEmpty()) {
            System.exit(1);
        }
    }

    private void say(Parameter parameter, String what) {
        findings.add(parameter.topic() + "/" + parameter.id() + ": " + what);
    }

    private void parameter(Parameter parameter) {
        if (parameter.zh().isBlank() || parameter.en().isBlank()) {
            say(parameter, "lacks a name in one of the two languages");
        }
        if (!UNITS.contains(parameter.unit())) {
            say(parameter, "has an unknown unit " + parameter.unit());
        }
        if (parameter.values().isEmpty()) {
            say(parameter, "has no value");
        }
        boolean explained = parameter.node().at("gap").isPresent();
        DatedValue before = null;
        for (DatedValue value : parameter.values()) {
            if (before != null) {
                LocalDate end = before.to();
                if (end == null || !value.from().isAfter(end)) {
                    say(parameter, "overlaps on " + value.from());
                } else if (!end.plusDays(1).equals(value.from()) && !explained) {
                    say(parameter, "has a gap from " + end.plusDays(1) + " without a reason");
                }
            }
            LocalDate to = value.to();
            if (to != null && to.isBefore(value.from())) {
                say(parameter, "ends before it starts: " + value.from());
            }
            if (value.sources().isEmpty()) {
                say(parameter, "has a value without source from " + value.from());
            }
            for (Source source : value.sources()) {
                source(parameter.topic() + "/" + parameter.id() + " from " + value.from(), source, value.status());
            }
            if (value.checkedOn().isBefore(LocalDate.of(2000, 1, 1))) {
                say(parameter, "was never checked");
            }
            before = value;
        }
    }

    private void source(String where, Source source, Status status) {
        String text = source.text();
        if (status == Status.VERIFIED && (text == null || source.quotes().isEmpty())) {
            findings.add(where + ": is called verified and has no quotation from a stored text");
        }
        if (text == null) {
            return;
        }
        if (law.instruments().of(text).isEmpty()) {
            findings.add(where + ": names a text that is not stored: " + text);
            return;
        }
        String body = squeezed(law.instruments().body(text));
        for (String quote : source.quotes()) {
            if (!body.contains(squeezed(quote))) {
                findings.add(where + ": the quotation does not stand in " + text + ": " + quote);
            }
        }
    }

    private static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isWhitespace(c) && c != '　').forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }
}
