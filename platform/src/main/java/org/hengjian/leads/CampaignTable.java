package org.hengjian.leads;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code leads.campaign_threshold}. */
@Repository
class CampaignTable {

    private static final String SELECT =
            """
            select id, name, source_id as source, source_name, review, suspect, from_day, to_day, reason, person, ended_on,
                   agency_id as agency
              from leads.campaign_threshold
            """;
    private static final String LIST = SELECT + " where agency_id = :agency order by id desc limit 200";
    // The narrower one counts, of two alike the later.
    private static final String IN_FORCE = SELECT
            + """
             where agency_id = :agency
               and (source_id is null or source_id = :source)
               and :day between from_day and to_day
               and (ended_on is null or ended_on > :day)
             order by source_id is null, id desc
             limit 1
            """;
    private static final String ADD =
            """
            insert into leads.campaign_threshold
                   (name, source_id, source_name, review, suspect, from_day, to_day, reason, person, written_at,
                    agency_id, line, region)
            values (:name, :source, :sourceName, :review, :suspect, :from, :to, :reason, :person, :at, :agency, :line,
                    :region)
            returning id
            """;
    private static final String END =
            "update leads.campaign_threshold set ended_on = :day where id = :id and ended_on is null";
    private static final String GO_ON =
            "update leads.campaign_threshold set ended_on = null where id = :id and ended_on = :day";
    private static final String SCORES =
            """
            select (score / 500)::int as step, count(*)::int as offers
              from leads.lead
             where agency_id = :agency
               and received_on >= :from
               and listing_id is not null
             group by 1
             order by 1
            """;

    private final JdbcClient jdbc;

    CampaignTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param step score in twentieths */
    record Scored(int step, int offers) {}

    List<CampaignThreshold> of(long agency) {
        return jdbc.sql(LIST).param("agency", agency).query(CampaignThreshold.class).list();
    }

    Optional<CampaignThreshold> inForce(long agency, long source, LocalDate day) {
        return jdbc.sql(IN_FORCE)
                .param("agency", agency)
                .param("source", source)
                .param("day", Date.valueOf(day))
                .query(CampaignThreshold.class)
                .optional();
    }

    long add(CampaignThreshold one, Viewer viewer, Instant at) {
        return jdbc.sql(ADD)
                .param("name", one.name())
                .param("source", one.source(), Types.BIGINT)
                .param("sourceName", one.sourceName())
                .param("review", one.review())
                .param("suspect", one.suspect())
                .param("from", Date.valueOf(one.fromDay()))
                .param("to", Date.valueOf(one.toDay()))
                .param("reason", one.reason())
                .param("person", viewer.name())
                .param("at", Timestamp.from(at))
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
    }

    boolean end(long id, LocalDate day) {
        return jdbc.sql(END).param("id", id).param("day", Date.valueOf(day)).update() == 1;
    }

    boolean goOn(long id, LocalDate day) {
        return jdbc.sql(GO_ON).param("id", id).param("day", Date.valueOf(day)).update() == 1;
    }

    /** How the agency's offers of late scored; those in which nothing was found are not kept, and not counted. */
    List<Scored> scores(long agency, LocalDate from) {
        return jdbc.sql(SCORES)
                .param("agency", agency)
                .param("from", Date.valueOf(from))
                .query(Scored.class)
                .list();
    }
}
