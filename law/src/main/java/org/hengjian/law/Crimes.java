package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.law.CrimeAssessment.Limitation;
import org.hengjian.law.CrimeAssessment.Result;

/**
 * Weighs facts against the criminal thresholds (刑事追诉标准). Every fact is an interval: what is unknown can be anything
 * that the known ones allow, so "not reached" is said only where no value of the unknown could reach it.
 */
final class Crimes {

    private final Map<String, Crime> crimes = new LinkedHashMap<>();
    private final LocalDate asOf;
    private final Interpretations interpretations;
    private final Referring referring;

    Crimes(Node file, Map<String, Parameter> parameters) {
        this.asOf = file.need("as_of").date();
        for (Node node : file.need("crimes").list()) {
            Crime crime = new Crime(node, parameters);
            crimes.put(crime.code, crime);
        }
        interpretations = new Interpretations(parameters, crimes.values());
        referring = new Referring(crimes, interpretations);
    }

    Set<String> codes() {
        return crimes.keySet();
    }

    /** The crimes whose figures stand in one of these parameters. */
    Set<String> on(Set<String> ids) {
        Set<String> codes = new LinkedHashSet<>();
        for (Crime crime : crimes.values()) {
            boolean touched = crime.variants.values().stream()
                    .flatMap(List::stream)
                    .flatMap(version -> version.triggers().stream())
                    .flatMap(List::stream)
                    .anyMatch(trigger -> ids.contains(trigger.parameter().id()));
            if (touched) {
                codes.add(crime.code);
            }
        }
        return codes;
    }

    Map<String, Source> statuteSources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        crimes.values()
                .forEach(crime -> crime.statutes.forEach(
                        statute -> sources.put("crimes/" + crime.code + " from " + statute.from(), statute.source())));
        return sources;
    }

    CrimeAssessment assess(CrimeFacts facts) {
        LocalDate last = facts.acts().stream()
                .map(CrimeFacts.Act::end)
                .max(Comparator.naturalOrder())
                .orElse(asOf);
        LocalDate given = facts.decided();
        LocalDate decided = given != null ? given : last.isAfter(asOf) ? last : asOf;
        List<Result> results = new ArrayList<>();
        if (facts.crimes().isEmpty()) {
            for (Crime crime : crimes.values()) {
                if (suggested(crime, facts.acts())) {
                    results.add(new CrimeQuestion(crimes, interpretations, crime, facts, decided).answer());
                }
            }
        } else {
            for (String code : facts.crimes()) {
                Crime crime = crimes.get(code);
                if (crime == null) {
                    throw new UnknownCrime(code);
                }
                results.add(new CrimeQuestion(crimes, interpretations, crime, facts, decided).answer());
            }
        }
        Concurrence.absorb(results, facts);
        Result heaviest = null;
        for (Result result : results) {
            if (Boolean.TRUE.equals(result.reached())
                    && !Concurrence.absorbed(result)
                    && (heaviest == null || result.penaltyYears() > heaviest.penaltyYears())) {
                heaviest = result;
            }
        }
        Limitation limitation = heaviest == null ? null : referring.limitation(heaviest, facts, decided);
        return new CrimeAssessment(
                List.copyOf(results),
                heaviest == null ? null : heaviest.crime(),
                referring.referral(results, facts, decided, limitation),
                limitation);
    }

    /** Whether facts that name no crime can concern this one. */
    private static boolean suggested(Crime crime, List<CrimeFacts.Act> acts) {
        for (CrimeFacts.Act act : acts) {
            CrimeFacts.ObjectKind object = act.object();
            if (!crime.concerns(act)) {
                continue;
            }
            boolean ofGoods = object == CrimeFacts.ObjectKind.GOODS || object == CrimeFacts.ObjectKind.SERVICES;
            boolean trademark = crime.code.equals("213") || crime.code.equals("214");
            if (object == null
                    ? !crime.onlyWithWords.isEmpty() && !crime.speaksOf(act)
                    : crime.onlyWithWords.contains(object) && !crime.speaksOf(act)) {
                continue;
            }
            if (object == null && !trademark && !crime.speaksOf(act)) {
                continue;
            }
            if (trademark && object != null && !ofGoods && act.marks().isEmpty() && act.kinds() == null) {
                continue;
            }
            if (crime.code.equals("214") && Boolean.TRUE.equals(act.ownGoods())) {
                continue;
            }
            return true;
        }
        return false;
    }

    /** The limitation period for a range whose longest term is {@code longest} years (刑法第八十七条). */
    int limitationYears(int longest, LocalDate day) {
        return interpretations.limitationYears(longest, day);
    }
}
