package org.hengjian.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kinds of case: those that are shipped and those that people added, each in its versions. A version is never changed
 * or deleted; whoever wants it otherwise adds the next.
 */
@Component
@Transactional
class Kinds {

    static final Role[] KEEPERS = {Role.REVIEWER, Role.ADMINISTRATOR};

    private static final String ALL = "select source, name, at from cases.kind_version order by kind, version";
    private static final String ADD =
            """
            insert into cases.kind_version (kind, version, source, person, name, at)
            values (:kind, :version, :source, :person, :name, :at)
            on conflict do nothing
            """;
    private static final String OF_CASE = "select kind, kind_version from cases.case_file where id = :id and kind <> ''";

    private final JdbcClient jdbc;
    private final Law law;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;
    private final List<Pack> shipped;

    Kinds(JdbcClient jdbc, Law law, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.law = law;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.shipped = shipped(law);
    }

    /** A version with its file. @param by who added it; empty for one that is shipped */
    record Pack(KindOfCase kind, String source, String by, @Nullable Instant at) {}

    /** What came of adding a file. */
    sealed interface Adding {
        record Added(KindOfCase.Ref ref) implements Adding {}

        record Wrong(List<KindReader.Fault> faults) implements Adding {}
    }

    private static List<Pack> shipped(Law law) {
        var packs = new ArrayList<Pack>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:cases/kinds/*.yaml")) {
                String source = file.getContentAsString(StandardCharsets.UTF_8);
                var reading = KindReader.read(source, law.penaltyBases()::contains);
                packs.add(new Pack(
                        reading.kind().orElseThrow(
                                () -> new IllegalStateException(file.getFilename() + ": " + reading.faults())),
                        source,
                        "",
                        null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(packs);
    }

    /** Every version of every kind, the newest of each first. */
    @Transactional(readOnly = true)
    public List<Pack> all() {
        var packs = new ArrayList<>(shipped);
        packs.addAll(jdbc.sql(ALL).query((row, _) -> pack(row)).list());
        packs.sort(Comparator.comparing((Pack pack) -> pack.kind().ref().kind())
                .thenComparing(pack -> -pack.kind().ref().version()));
        return packs;
    }

    /** The version of each kind that holds today. */
    @Transactional(readOnly = true)
    public List<KindOfCase> current() {
        var today = LocalDate.now(clock);
        Map<String, KindOfCase> newest = new LinkedHashMap<>();
        for (var pack : all()) {
            if (!pack.kind().from().isAfter(today)) {
                newest.putIfAbsent(pack.kind().ref().kind(), pack.kind());
            }
        }
        return List.copyOf(newest.values());
    }

    @Transactional(readOnly = true)
    public Optional<Pack> find(KindOfCase.Ref ref) {
        return all().stream().filter(pack -> pack.kind().ref().equals(ref)).findFirst();
    }

    /** The kind that the case was filed as, in the version of that day. */
    @Transactional(readOnly = true)
    public Optional<KindOfCase> ofCase(long id) {
        return jdbc.sql(OF_CASE)
                .param("id", id)
                .query((row, _) -> new KindOfCase.Ref(row.getString("kind"), row.getInt("kind_version")))
                .optional()
                .flatMap(this::find)
                .map(Pack::kind);
    }

    /** Adds the next version of a kind, or the first of a new one. */
    public Adding add(String source) {
        var viewer = viewers.require("cases.kinds.add", KEEPERS);
        var reading = KindReader.read(source, law.penaltyBases()::contains);
        if (reading.kind().isEmpty()) {
            return new Adding.Wrong(reading.faults());
        }
        var ref = reading.kind().get().ref();
        int newest = all().stream()
                .map(pack -> pack.kind().ref())
                .filter(one -> one.kind().equals(ref.kind()))
                .mapToInt(KindOfCase.Ref::version)
                .max()
                .orElse(0);
        if (ref.version() != newest + 1 || !added(ref, source, viewer.person(), viewer.name())) {
            return new Adding.Wrong(List.of(new KindReader.Fault(line(source), "version", "next")));
        }
        audit.enter(Deed.of("cases.kinds.add", "case-kind", ref.kind() + " " + ref.version()).with(Map.of("from", reading.kind().get().from().toString())));
        return new Adding.Added(ref);
    }

    /** @return false if someone else was first */
    private boolean added(KindOfCase.Ref ref, String source, long person, String name) {
        return jdbc.sql(ADD)
                        .param("kind", ref.kind())
                        .param("version", ref.version())
                        .param("source", source)
                        .param("person", person)
                        .param("name", name)
                        .param("at", Timestamp.from(Instant.now(clock)))
                        .update()
                == 1;
    }

    private static int line(String source) {
        var lines = Arrays.asList(source.split("\n", -1));
        return 1 + Math.max(0, lines.indexOf(lines.stream().filter(one -> one.startsWith("version")).findFirst().orElse("")));
    }

    // It was checked when it was added; an edition of the law that no longer has one of its ranges does not undo it.
    private Pack pack(ResultSet row) throws SQLException {
        String source = row.getString("source");
        var reading = KindReader.read(source, _ -> true);
        return new Pack(
                reading.kind().orElseThrow(() -> new IllegalStateException("a kind of case is no longer read: " + reading.faults())),
                source,
                row.getString("name"),
                row.getTimestamp("at").toInstant());
    }

    /** What stands against that measure in a case of its kind; a case without a kind is not asked. */
    @Transactional(readOnly = true)
    public List<Ground> againstMeasure(long caseId, Measure.Kind measure) {
        return ofCase(caseId)
                .filter(kind -> !kind.measures().contains(measure))
                .map(kind -> List.of(new Ground("MEASURE_NOT_OF_KIND", List.of(kind.name().zh()), kind.measureBasis())))
                .orElse(List.of());
    }
}
