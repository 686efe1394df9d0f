package org.hengjian.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The law as these data know it: an immutable snapshot that answers for any day. The door of this library.
 *
 * <p>Holds no clock: the day is always an argument. Not final only so that a host may stand a proxy before it, behind
 * which one edition takes the place of another.
 */
public class Law {

    /** The files of parameters, one a topic. */
    static final List<String> TOPICS = List.of(
            "penalty-procedure",
            "referral-procedure",
            "complaints",
            "disclosure-credit",
            "ecommerce-notice",
            "customs",
            "destruction",
            "time-computation",
            "criminal-thresholds",
            "penalty-ranges",
            "patent-adjudication");

    private final LocalDate asOf;
    private final Map<String, Parameter> parameters;
    private final WorkingDays workingDays;
    private final Deadlines deadlines;
    private final Map<String, Dated> duties;
    /** A parameter that holds a single period under a key answers to its bare id too. */
    private final Map<String, Dated> aliases = new HashMap<>();

    private final List<Duty> catalogue;
    private final Crimes crimes;
    private final Penalties penalties;
    private final Competence competence;
    private final Instruments instruments;

    /** A period that can be asked for by one name, with what each dated value says of it. */
    private record Dated(Parameter parameter, DatedValue[] versions, Period[] periods) {}

    Law(
            Map<String, Parameter> parameters,
            WorkingDays workingDays,
            Node crimes,
            Node competence,
            Node instruments,
            Node catalogue,
            List<Overlay> overlays) {
        this.parameters = parameters;
        this.workingDays = workingDays;
        this.deadlines = new Deadlines(workingDays);
        this.duties = duties(parameters.values(), aliases);
        this.catalogue = catalogue.need("duties").list().stream()
                .map(node -> {
                    Dated dated = duties.get(node.need("period").text());
                    if (dated == null) {
                        throw new Node.Malformed(
                                node.path(),
                                "names no period: " + node.need("period").raw());
                    }
                    return Duty.of(node, dated.parameter());
                })
                .toList();
        this.crimes = new Crimes(crimes, parameters);
        this.asOf = crimes.need("as_of").date();
        this.instruments = new Instruments(instruments);
        this.competence = new Competence(competence);
        this.penalties = new Penalties(parameters, deadlines, asOf, overlays);
    }

    /** Loads the snapshot that this library ships. */
    public static Law load() {
        return load(Node::resource, List.of());
    }

    /**
     * Loads a snapshot in which the files of {@code folder} stand in the place of the shipped ones of the same name, and
     * each {@code *.overlay.yaml} narrows ranges locally. The one in use stays as it is: swap the reference when
     * {@link #impactOf} has been read.
     *
     * @throws Node.Malformed if a file is wrong, or a local rule exceeds the national range
     */
    public static Law load(Path folder) {
        List<Overlay> overlays = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".overlay.yaml"))
                    .sorted()
                    .forEach(file ->
                            Node.file(file).need("overlays").list().forEach(node -> overlays.add(Overlay.of(node))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return load(
                name -> {
                    Path file = folder.resolve(name);
                    return Files.exists(file) ? Node.file(file) : Node.resource(name);
                },
                overlays);
    }

    private static Law load(Function<String, Node> reader, List<Overlay> overlays) {
        List<String> names =
                new ArrayList<>(TOPICS.stream().map(topic -> topic + ".yaml").toList());
        names.addAll(List.of("calendar.yaml", "crimes.yaml", "competence.yaml", "instruments.yaml", "duties.yaml"));
        Map<String, Node> files = new LinkedHashMap<>();
        names.parallelStream().map(reader).toList().forEach(file -> files.put(file.path(), file));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String topic : TOPICS) {
            for (Parameter parameter : Parameters.of(read(files, topic + ".yaml"))) {
                if (parameters.put(parameter.id(), parameter) != null) {
                    throw new Node.Malformed(parameter.topic(), "two parameters with the id " + parameter.id());
                }
            }
        }
        return new Law(
                parameters,
                WorkingDays.of(read(files, "calendar.yaml")),
                read(files, "crimes.yaml"),
                read(files, "competence.yaml"),
                read(files, "instruments.yaml"),
                read(files, "duties.yaml"),
                overlays);
    }

    private static Node read(Map<String, Node> files, String name) {
        Node file = files.get(name);
        if (file == null) {
            throw new Node.Malformed(name, "was not read");
        }
        return file;
    }

    /** What {@code newer} changes against this snapshot. */
    public Impact impactOf(Law newer) {
        return Impact.between(this, newer);
    }

    @Nullable
    Parameter find(String id) {
        return parameters.get(id);
    }

    Parameter ownerOf(String duty) {
        Dated dated = duties.get(duty);
        if (dated == null) {
            throw new UnknownParameter(duty);
        }
        return dated.parameter();
    }

    Set<String> crimesOn(Set<String> ids) {
        return crimes.on(ids);
    }

    public Collection<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /** @throws UnknownParameter if there is none of that id */
    public Parameter parameter(String id) {
        return Optional.ofNullable(parameters.get(id)).orElseThrow(() -> new UnknownParameter(id));
    }

    /**
     * The value in force on that day.
     *
     * @throws UnknownParameter if there is no parameter of that id
     * @throws NotInForce if it has no value on that day
     */
    public DatedValue parameter(String id, LocalDate day) {
        return parameter(id).on(day).orElseThrow(() -> new NotInForce(id, day));
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    /** The catalogue of duties: who owes what, from which event, and what follows. */
    public List<Duty> catalogue() {
        return catalogue;
    }

    /** The ids that {@link #deadline} answers to. */
    public Collection<String> duties() {
        return List.copyOf(duties.keySet());
    }

    /** Whether that id names a period. */
    public boolean isDuty(String id) {
        return dated(id) != null;
    }

    /** Whether that period runs in hours on that day, so that a moment must start it. */
    public boolean runsInHours(String id, LocalDate day) {
        Dated duty = dated(id);
        return duty != null && unitOn(duty, day) == Period.Unit.HOURS;
    }

    private static Period.@Nullable Unit unitOn(Dated duty, LocalDate day) {
        int i = versionOn(duty, day);
        return i < 0 ? null : duty.periods[i].unit();
    }

    /**
     * When a duty falls due.
     *
     * @throws UnknownParameter if no period has that id
     * @throws IllegalArgumentException if a period in hours is asked for with a day instead of a moment
     */
    public Deadline deadline(DeadlineQuestion question) {
        Dated duty = dated(question.duty());
        if (duty == null) {
            throw new UnknownParameter(question.duty());
        }
        int i = versionOn(duty, question.on());
        return i < 0
                ? deadlines.answer(question, duty.parameter, null, null)
                : deadlines.answer(question, duty.parameter, duty.versions[i], duty.periods[i]);
    }

    /** The codes of the crimes that {@link #crimes} knows: "213", "219-1". */
    public Collection<String> crimeCodes() {
        return List.copyOf(crimes.codes());
    }

    /**
     * Weighs facts against the criminal thresholds.
     *
     * @throws UnknownCrime if the facts ask for a crime that is not known
     */
    public CrimeAssessment crimes(CrimeFacts facts) {
        return crimes.assess(facts);
    }

    /** The day as of which these data stand. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The ids that {@link #penalty} answers to. */
    public Collection<String> penaltyBases() {
        return parameters.values().stream()
                .filter(Penalties::isBasis)
                .map(Parameter::id)
                .toList();
    }

    /**
     * The range of a penalty.
     *
     * @throws UnknownParameter if there is no such legal basis
     */
    public PenaltyRange penalty(PenaltyQuestion question) {
        return penalties.answer(question);
    }

    /** The range as the discretion rules of the province and the city of {@code where} narrow it. */
    public PenaltyRange penalty(PenaltyQuestion question, RegionCode where) {
        return penalties.answer(question, where);
    }

    /** Which agency is competent. */
    public Competence.Answer competence(Competence.Question question) {
        return competence.answer(question);
    }

    /** The words that a question of competence may use. */
    public Competence competenceWords() {
        return competence;
    }

    /** The sources of statutes, competence and duties, by the place where they stand in the data. */
    Map<String, Source> statuteSources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        crimes.statuteSources().forEach(sources::put);
        competence.sources().forEach(sources::put);
        return sources;
    }

    /** The stored texts. */
    public Instruments instruments() {
        return instruments;
    }

    /** The parameters whose value on {@code after} is not the one on {@code before}: the time machine's list. */
    public List<Change> changes(LocalDate before, LocalDate after) {
        List<Change> changes = new ArrayList<>();
        for (Parameter parameter : parameters.values()) {
            DatedValue old = parameter.on(before).orElse(null);
            DatedValue now = parameter.on(after).orElse(null);
            if (old != now) {
                changes.add(new Change(parameter, old, now));
            }
        }
        return changes;
    }

    /** A parameter that differs between two days; a side without value is none. */
    public record Change(
            Parameter parameter,
            @Nullable DatedValue before,
            @Nullable DatedValue after) {

        /** Where the two values differ; empty where one side has none. */
        public List<Difference> differences() {
            return before == null || after == null ? List.of() : Difference.between(before.value(), after.value());
        }
    }

    private static int versionOn(Dated duty, LocalDate day) {
        for (int i = duty.versions.length - 1; i >= 0; i--) {
            if (duty.versions[i].inForceOn(day)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Dated dated(String id) {
        Dated exact = duties.get(id);
        if (exact != null) {
            return exact;
        }
        Dated spelled = duties.get(spelled(id));
        return spelled == null ? aliases.get(id) : spelled;
    }

    /** The duty of the catalogue that this period belongs to, the first where several events start it. */
    public Optional<Duty> dutyOf(String period) {
        String id = spelled(period);
        return catalogue.stream()
                .filter(duty ->
                        duty.period().equals(id) || duty.parameter().id().equals(period))
                .findFirst();
    }

    private static String spelled(String id) {
        return id.replace('_', '-');
    }

    private static Map<String, Dated> duties(Collection<Parameter> parameters, Map<String, Dated> aliases) {
        Map<String, Dated> duties = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (!parameter.unit().equals("duration") && !parameter.unit().equals("years")) {
                continue;
            }
            Map<String, List<DatedValue>> versions = new LinkedHashMap<>();
            Map<String, List<Period>> periods = new HashMap<>();
            for (DatedValue value : parameter.values()) {
                collect(parameter.id(), value.value(), value, versions, periods);
            }
            versions.forEach((id, dated) -> duties.put(
                    spelled(id),
                    new Dated(
                            parameter,
                            dated.toArray(DatedValue[]::new),
                            periods.getOrDefault(id, List.of()).toArray(Period[]::new))));
        }
        for (Parameter parameter : parameters) {
            List<String> own = duties.keySet().stream()
                    .filter(id -> id.startsWith(parameter.id() + "."))
                    .toList();
            Dated only = own.size() == 1 ? duties.get(own.getFirst()) : null;
            if (only != null && only.parameter() == parameter) {
                aliases.put(parameter.id(), only);
            }
        }
        return duties;
    }

    private static void collect(
            String id,
            Node node,
            DatedValue value,
            Map<String, List<DatedValue>> versions,
            Map<String, List<Period>> periods) {
        if (Period.is(node)) {
            versions.computeIfAbsent(id, key -> new ArrayList<>()).add(value);
            periods.computeIfAbsent(id, key -> new ArrayList<>()).add(Period.of(node));
        } else if (node.isMap()) {
            node.entries().forEach((key, child) -> collect(id + "." + key, child, value, versions, periods));
        }
    }
}
