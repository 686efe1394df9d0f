package org.hengjian.agencies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies as they were on a day: names, parents, regions and powers are dated. */
@Service
@Transactional(readOnly = true)
public class Agencies {

    private static final String SELECT =
            """
            select a.id, a.code, a.type, t.line, t.kind, t.scope, r.name, r.name_en, r.short_name, r.parent_id as parent,
                   r.region, array_to_string(r.powers, '|') as powers
              from agencies.agency a
              join agencies.agency_type t on t.code = a.type
              join agencies.agency_record r on r.agency_id = a.id
             where daterange(r.from_day, r.to_day, '[]') @> cast(:day as date)
            """;
    private static final String BY_ID = SELECT + "   and a.id = :id";
    private static final String BY_IDS = SELECT + "   and a.id = any(cast(:ids as bigint[]))";
    private static final String BY_CODE = SELECT + "   and a.code = :code";
    private static final String OF_LINE = SELECT
            + """
               and t.line = :line
             order by r.region, a.id
            """;
    private static final String NAMED = SELECT
            + """
               and t.kind = any(cast(:kinds as text[]))
               and (position(:words in r.name) > 0 or position(:words in a.code) > 0)
             order by r.name <> :words, r.region, a.id
             limit :most
            """;
    // Nearest first: the county's own, then the city's, the province's, the ministry.
    private static final String COMPETENT = SELECT
            + """
               and t.line = :line
               and r.region in (:region, :region / 100 * 100, :region / 10000 * 10000, 100000)
             order by case r.region when :region then 0
                                    when :region / 100 * 100 then 1
                                    when :region / 10000 * 10000 then 2
                                    else 3 end, a.id
             limit 1
            """;

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an agency is for. */
    public enum Kind {
        ENFORCEMENT,
        COORDINATION,
        POLICE,
        PROCURATORATE,
        COURT,
        ADMINISTRATION,
        PLATFORM,
        RIGHTS_HOLDER
    }

    /**
     * An agency on a day.
     *
     * @param code      stable name for imports, {@code market-330106}
     * @param line      系统, {@code market}
     * @param shortName 字号 of its documents, 杭西市监
     * @param powers    what it may enforce, separated by {@code |}
     */
    public record Agency(
            long id,
            String code,
            String type,
            String line,
            Kind kind,
            Scope scope,
            String name,
            String nameEn,
            String shortName,
            @Nullable Long parent,
            int region,
            String powers) {}

    public Optional<Agency> on(long id, LocalDate day) {
        return jdbc.sql(BY_ID).param("id", id).param("day", day).query(Agency.class).optional();
    }

    /** Those of the ids that there were on the day. */
    public Map<Long, Agency> on(Collection<Long> ids, LocalDate day) {
        return jdbc
                .sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .param("day", day)
                .query(Agency.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Agency::id, agency -> agency));
    }

    public Optional<Agency> byCode(String code, LocalDate day) {
        return jdbc.sql(BY_CODE)
                .param("code", code)
                .param("day", day)
                .query(Agency.class)
                .optional();
    }

    public List<Agency> ofLine(String line, LocalDate day) {
        return jdbc.sql(OF_LINE)
                .param("line", line)
                .param("day", day)
                .query(Agency.class)
                .list();
    }

    /** Those of the kinds in whose name or code the words stand, for suggestions; of exactly that name first. */
    public List<Agency> named(String words, Collection<Kind> kinds, LocalDate day, int most) {
        return jdbc.sql(NAMED)
                .param("words", words)
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("day", day)
                .param("most", most)
                .query(Agency.class)
                .list();
    }

    /** The agency of a line that is nearest to a region: its own, else the one above. */
    public Optional<Agency> competent(String line, int region, LocalDate day) {
        return jdbc.sql(COMPETENT)
                .param("line", line)
                .param("region", region)
                .param("day", day)
                .query(Agency.class)
                .optional();
    }
}
