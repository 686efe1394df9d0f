package org.hengjian.referrals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.access.Parts;
import org.hengjian.access.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 移送统计: referred, accepted, filed, declined, overdue, by agency or by region, as far as the viewer sees them. */
@Repository
@Transactional(readOnly = true)
class ReferralStatistics {

    private static final Parts.Source REFERRALS = new Parts.Source(
            "referrals.referral r", "r", "r.id", "r.id = any (array(select referrals.told(:from, :to)))",
            "referrals.regions(:spanFrom, :spanTo)");
    private static final String BETWEEN = "coalesce(r.sent_on, r.proposed_on) between :from and :to";
    /** %s: name and key of the group, both among the constants of {@link By}; between them what is counted. */
    private static final String COUNTED =
            """
            select %s as unit, min(region) as region, count(*) as proposed,
                   count(*) filter (where sent_on is not null) as referred,
                   count(*) filter (where accepted_on is not null) as accepted,
                   count(*) filter (where filed_on is not null) as filed,
                   count(*) filter (where declined_on is not null) as declined,
                   count(*) filter (where 'AGENCY' = any (late_sides) or due_side = 'AGENCY' and due_at < :now) as agency_late,
                   count(*) filter (where 'POLICE' = any (late_sides) or due_side = 'POLICE' and due_at < :now) as police_late
              from referrals.referral r
             where %%s
             group by %s
             order by min(region), 1
            """;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    ReferralStatistics(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** By what it is counted; regions by the levels of their codes. */
    enum By {
        AGENCY("min(agency_name)", "agency_id"),
        COUNTY("''", "region"),
        CITY("''", "region / 100 * 100"),
        PROVINCE("''", "region / 10000 * 10000");

        private final String sql;

        By(String name, String key) {
            this.sql = COUNTED.formatted(name, key);
        }

        /** The region that stands for a group. */
        int of(int region) {
            return switch (this) {
                case AGENCY, COUNTY -> region;
                case CITY -> region / 100 * 100;
                case PROVINCE -> region / 10_000 * 10_000;
            };
        }
    }

    /** @param unit name of the agency; empty where it is counted by region */
    record Row(
            String unit,
            int region,
            long proposed,
            long referred,
            long accepted,
            long filed,
            long declined,
            long agencyLate,
            long policeLate) {

        Row named(String name, int code) {
            return new Row(name, code, proposed, referred, accepted, filed, declined, agencyLate, policeLate);
        }

        Row plus(Row other) {
            return new Row(
                    unit,
                    region,
                    proposed + other.proposed,
                    referred + other.referred,
                    accepted + other.accepted,
                    filed + other.filed,
                    declined + other.declined,
                    agencyLate + other.agencyLate,
                    policeLate + other.policeLate);
        }
    }

    /** Of the referrals that were sent, or proposed and not yet sent, between those days. */
    List<Row> between(LocalDate from, LocalDate to, By by) {
        var parts = Parts.of(viewers.require());
        // Of the country all is counted, and the index of the days holds all that is; others look up what is theirs.
        String counted = parts.isAll()
                ? BETWEEN
                : "id in (" + parts.first(REFERRALS, _ -> BETWEEN, "id desc", _ -> true) + ")";
        return jdbc.sql(by.sql.formatted(counted))
                .params(parts.values())
                .param("most", Integer.MAX_VALUE)
                .param("from", from)
                .param("to", to)
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(Row.class)
                .list();
    }
}
