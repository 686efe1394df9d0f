package org.hengjian.referrals;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Parts;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 移送雷达: what supervisors and prosecutors look for, each kind a list of its own, as far as the viewer sees them. */
@Repository
@Transactional(readOnly = true)
class Radar {

    static final int SIZE = 50;
    private static final int COUNTED_MOST = 1000; // more are not counted for a tab

    /** %s: the ids of the page. */
    private static final String ALERTS =
            """
            select a.id, a.case_number as number, a.title, a.agency_name as agency, '' as police, a.crime, a.level,
                   a.ratio, a.raised_on as since, a.state, case when a.state = 'DISMISSED' then a.reason else a.penalty end as note,
                   (select count(*) from referrals.question q where q.alert_id = a.id) as asked,
                   (select count(*) from referrals.question q where q.alert_id = a.id and q.answered_at is null) as unanswered
              from referrals.alert a
             where a.id in (%s)
             order by a.id desc
            """;
    private static final String REFERRALS =
            """
            select r.id, coalesce(r.letter_number, r.report_number) as number, r.title, r.agency_name as agency,
                   r.police_name as police, r.crime, '' as level, cast(null as numeric) as ratio,
                   coalesce(r.due_on, r.declined_on, r.sent_on, r.proposed_on) as since, r.state, '' as note,
                   (select count(*) from referrals.question q where q.referral_id = r.id) as asked,
                   (select count(*) from referrals.question q where q.referral_id = r.id and q.answered_at is null) as unanswered
              from referrals.referral r
             where r.id in (%s)
             order by r.id desc
            """;

    private static final String COUNT = "select count(*) from (%s) as found";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Clock clock;

    Radar(JdbcClient jdbc, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** What one looks for. */
    enum Kind {
        /** 未移送: at or near a threshold. */
        NOT_REFERRED(true, "a.state = 'OPEN' and a.level in ('MET', 'SUSPICION', 'NEAR')"),
        /** 不能判断. */
        UNSURE(true, "a.state = 'OPEN' and a.level = 'UNSURE'"),
        /** 以罚代刑嫌疑. */
        PENALISED(true, "a.penalised_on is not null and a.state <> 'REFERRED'"),
        /** 决定不移送. */
        DISMISSED(true, "a.state = 'DISMISSED'"),
        /** 逾期移送. */
        LATE(false, "'AGENCY' = any (r.late_sides)"),
        /** 不予立案. */
        DECLINED(false, "r.state in ('DECLINED', 'UPHELD', 'NOT_FILED')"),
        /** 公安机关逾期未决. */
        SILENT(false, "r.due_side = 'POLICE' and r.due_at < :now");

        private final boolean alerts;
        private final String condition;
        private final Parts.Source source;

        Kind(boolean alerts, String condition) {
            String told = "id = any (array(select referrals.told('" + name() + "', :before, cast(:now as timestamptz), :most)))";
            this.alerts = alerts;
            this.condition = condition + (alerts ? " and a.id < :before" : " and r.id < :before");
            this.source = alerts
                    ? new Parts.Source(
                            "referrals.alert a", "a", "a.id", "a." + told, "referrals.regions_of_alerts(:spanFrom, :spanTo)")
                    : new Parts.Source(
                            "referrals.referral r", "r", "r.id", "r." + told, "referrals.regions(:spanFrom, :spanTo)");
        }

        private String ids(Parts parts) {
            return parts.first(source, condition, "id desc");
        }
    }

    /** @param note the reason why it was put aside, or the number of the penalty decision */
    record Row(
            long id,
            String number,
            String title,
            String agency,
            String police,
            String crime,
            String level,
            @Nullable BigDecimal ratio,
            LocalDate since,
            String state,
            String note,
            long asked,
            long unanswered) {}

    Page<Row> page(Kind kind, @Nullable String after) {
        long before = Cursor.before(after);
        return Page.of(rows(kind, before, SIZE + 1), SIZE, row -> Cursor.of(row.id()));
    }

    /** The first rows, up to a limit. */
    List<Row> rows(Kind kind, int most) {
        return rows(kind, Long.MAX_VALUE, most);
    }

    private List<Row> rows(Kind kind, long before, int most) {
        var parts = Parts.of(viewers.require());
        return asked((kind.alerts ? ALERTS : REFERRALS).formatted(kind.ids(parts)), parts, before, most)
                .query(Row.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Parts parts, long before, int most) {
        return jdbc.sql(sql)
                .params(parts.values())
                .param("before", before)
                .param("most", most)
                .param("now", Timestamp.from(Instant.now(clock)));
    }

    /** How many of each kind there are, counted up to a limit. */
    Map<Kind, Integer> counts() {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, count(kind));
        }
        return counts;
    }

    private int count(Kind kind) {
        var parts = Parts.of(viewers.require());
        return asked(COUNT.formatted(kind.ids(parts)), parts, Long.MAX_VALUE, COUNTED_MOST)
                .query(Integer.class)
                .single();
    }

    /** What is not referred; counted up to a limit, since each page asks. */
    NavEntry.Waiting waiting() {
        return new NavEntry.Waiting(count(Kind.NOT_REFERRED), 0);
    }

    static boolean isAboutAlerts(Kind kind) {
        return kind.alerts;
    }
}
