package org.hengjian.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseWork;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Everyone finds the duties that the policies let them see, whatever is asked for: running ones and the ledger. */
@OnThePlatform
class FindingWhatIsDueTests {

    private static final String WHERE =
            """
               and (:words = '' or d.subject like '%' || :words || '%' or d.title like '%' || :words || '%'
                    or d.owner_names like '%' || :words || '%')
               and (:object = '' or d.object = :object)
               and (:duty = '' or d.duty = :duty)
               and (:agency = 0 or d.agency_id = :agency)
               and (:owner = 0 or d.owners @> array[cast(:owner as bigint)])
               and d.region between :regionFrom and :regionTo
            """;
    private static final String RUNNING =
            """
            select d.id
              from duties.duty d
             where d.done_on is null
               and cast(:today as date) is not null
               and case :light
                     when 'RED' then (d.due_on < :today or d.due_at < :now) and (d.paused_until is null or d.paused_until < :today)
                     when 'AMBER' then d.warn_on <= :today and d.due_on >= :today and coalesce(d.due_at >= :now, true)
                                       and (d.paused_until is null or d.paused_until < :today)
                     when 'GREEN' then d.warn_on > :today and (d.paused_until is null or d.paused_until < :today)
                     when 'GREY' then d.paused_until >= :today
                     else true
                   end
            """
                    + WHERE
                    + " order by d.due_on, d.id";
    private static final String LEDGER =
            """
            select m.id
              from duties.missed m
              join duties.duty d on d.id = m.duty_id
             where cast(:now as timestamptz) is not null
               and cast(:today as date) is not null
               and :light is not null
            """
                    + WHERE
                    + " order by m.due_on desc, m.id desc";

    @Autowired
    DutyTable table;

    @Autowired
    Duties duties;

    @Autowired
    CaseWork cases;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shen.zhiyao", "fang.qing", "qin.shan", "xie.lan", "ning.yuan", "ye.zhou", "luo.jin", "mu.qing", "shen.ji"
            })
    void everyone_finds_what_the_policies_let_them_see_whatever_they_ask_for(String who) {
        cases.decidedId();
        long proposed = cases.proposedId();
        long shown = Objects.requireNonNull(viewers.as(Viewer.machine(), () -> transaction.execute(_ -> {
            jdbc.sql("update duties.duty set shared_with = array[cast(:police as bigint)] where object = 'case' and object_id = :id")
                    .param("police", persons.viewer("luo.jin").agency())
                    .param("id", proposed)
                    .update();
            return jdbc.sql("select count(*) from duties.duty where object_id = :id").param("id", proposed).query(Long.class).single();
        })));
        assertThat(shown).isPositive();
        viewers.as(Viewer.machine(), () -> duties.enterMissed(cases.today().plusYears(1)));

        // Both are asked of the same moment: duties are told by listeners, and those of tests before may still be at it.
        var moment = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        persons.as(who, () -> moment.execute(_ -> {
            finds(who);
            return true;
        }));
    }

    private void finds(String who) {
        var viewer = persons.viewer(who);
        for (var filter : filters(viewer)) {
            assertThat(table.rows(filter, cases.today(), 10_000))
                    .as("%s %s", who, filter)
                    .extracting(DutyTable.Shown::place)
                    .isEqualTo(seen(filter));
        }
        var mine = new DutyTable.Filter("", "", "", "", 0, viewer.person(), RegionSpan.COUNTRY, false);
        assertThat(table.mine(cases.today()).open()).isEqualTo(seen(mine).size());
        assertThat(table.kinds()).extracting(DutyTable.Kind::duty).contains("procedure.service");
    }

    private static List<DutyTable.Filter> filters(Viewer viewer) {
        var filters = new ArrayList<DutyTable.Filter>();
        for (boolean missed : new boolean[] {false, true}) {
            for (var light : List.of("", "RED", "AMBER", "GREEN", "GREY")) {
                for (var words : List.of("", "云岫禾木", "沈知遥", "没有这样的")) {
                    for (var span : List.of(RegionSpan.COUNTRY, RegionSpan.of(330_100), RegionSpan.of(330_110))) {
                        filters.add(new DutyTable.Filter(words, "", "", light, 0, 0, span, missed));
                        filters.add(new DutyTable.Filter(words, "case", "procedure.service", light, viewer.agency(), 0, span, missed));
                        filters.add(new DutyTable.Filter(words, "", "", light, 0, viewer.person(), span, missed));
                    }
                }
            }
        }
        return filters;
    }

    /** Said without knowing of parts: the policies alone keep away what is not to be seen. */
    private List<Long> seen(DutyTable.Filter filter) {
        LocalDate today = cases.today();
        return jdbc.sql(filter.missed() ? LEDGER : RUNNING)
                .param("words", filter.words())
                .param("object", filter.object())
                .param("duty", filter.duty())
                .param("light", filter.light())
                .param("agency", filter.agency())
                .param("owner", filter.owner())
                .param("regionFrom", filter.span().from())
                .param("regionTo", filter.span().to())
                .param("today", today)
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(Long.class)
                .list();
    }
}
