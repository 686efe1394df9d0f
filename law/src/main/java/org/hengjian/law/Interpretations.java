package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the judicial interpretations (司法解释) are called, how they value goods, how long a crime can be prosecuted. */
final class Interpretations {

    private static final Pattern NUMBER = Pattern.compile("（((?:法释|高检发释字|公通字|法发|高检会)〔\\d+〕\\d+号)）$");

    private final Map<String, Parameter> parameters;

    Interpretations(Map<String, Parameter> parameters, Collection<Crime> crimes) {
        this.parameters = parameters;
        prepare(crimes);
    }

    List<Source> sources(String id, LocalDate day) {
        Parameter parameter = parameters.get(id);
        return parameter == null
                ? List.of()
                : parameter.on(day).map(DatedValue::sources).orElse(List.of());
    }

    /** The limitation period for a range whose longest term is {@code longest} years (刑法第八十七条). */
    int limitationYears(int longest, LocalDate day) {
        Parameter parameter = parameters.get("crime.statute-of-limitation");
        if (parameter == null) {
            throw new UnknownParameter("crime.statute-of-limitation");
        }
        DatedValue value = parameter.on(day).orElse(parameter.values().getFirst());
        int[][] bands = limitations.get(value);
        if (bands != null) {
            for (int[] band : bands) {
                if (longest < band[0]) {
                    return band[1];
                }
            }
        }
        throw new Node.Malformed(value.value().path(), "has no band for " + longest);
    }

    /** From this share of a threshold on a case is near it: what those who run the platform chose, not the law. */
    double nearShare(LocalDate day) {
        Parameter parameter = parameters.get("referral.near-share");
        if (parameter == null) {
            throw new UnknownParameter("referral.near-share");
        }
        return parameter
                .on(day)
                .orElse(parameter.values().getFirst())
                .value()
                .decimal()
                .doubleValue();
    }

    /** A short name for an instrument: its number where it has one. */
    static String number(String instrument) {
        Matcher matcher = NUMBER.matcher(instrument);
        return matcher.find() ? matcher.group(1) : instrument;
    }

    static CrimeAssessment.Version version(DatedValue value) {
        return new CrimeAssessment.Version(number(value.instrument()), value.from(), value.to());
    }

    /** What a long-lived value is called, worked out once; by identity, since its content is a whole tree. */
    private final Map<DatedValue, CrimeAssessment.Version> names = new IdentityHashMap<>();

    private final Map<DatedValue, List<String>> valuations = new IdentityHashMap<>();
    private final Map<DatedValue, int[][]> limitations = new IdentityHashMap<>();

    CrimeAssessment.Version named(DatedValue value) {
        CrimeAssessment.Version version = names.get(value);
        return version == null ? version(value) : version;
    }

    private void prepare(Collection<Crime> crimes) {
        for (Crime crime : crimes) {
            crime.variants.values().stream()
                    .flatMap(List::stream)
                    .map(Crime.Version::value)
                    .forEach(value -> names.put(value, version(value)));
        }
        for (String id : List.of("crime.art140.goods-value", "crime.ip.metric.illegal-turnover")) {
            Parameter parameter = parameters.get(id);
            if (parameter != null) {
                for (DatedValue value : parameter.values()) {
                    List<String> order =
                            new ArrayList<>(value.value().at("sold").texts());
                    order.addAll(value.value().at("unsold_order").texts());
                    order.addAll(value.value().at("order").texts());
                    valuations.put(value, List.copyOf(order));
                }
            }
        }
        Parameter limitation = parameters.get("crime.statute-of-limitation");
        if (limitation != null) {
            for (DatedValue value : limitation.values()) {
                limitations.put(
                        value,
                        value.value().need("bands").list().stream()
                                .map(band -> new int[] {
                                    band.has("longest_below")
                                            ? band.need("longest_below").integer()
                                            : Integer.MAX_VALUE,
                                    band.need("years").integer()
                                })
                                .toArray(int[][]::new));
            }
        }
    }

    /** In which order goods are valued on that day. */
    List<String> valuation(String id, LocalDate day) {
        Parameter parameter = parameters.get(id);
        if (parameter == null) {
            return List.of();
        }
        return parameter
                .on(day)
                .map(value -> valuations.getOrDefault(value, List.of()))
                .orElse(List.of());
    }

    Optional<LocalDate> since(String id) {
        Parameter parameter = parameters.get(id);
        return parameter == null
                ? Optional.empty()
                : Optional.of(parameter.values().getFirst().from());
    }
}
