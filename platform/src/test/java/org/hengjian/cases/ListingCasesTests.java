package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Page after page in each order: every case once, none left out; for everyone what the policies let them see. */
@OnThePlatform
class ListingCasesTests {

    @Autowired
    CaseList list;

    @Autowired
    CaseWork work;

    @Autowired
    CaseReaders readers;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseAddress address;

    @BeforeEach
    void more_cases_than_a_page_holds() {
        long there = persons.as(CaseWork.OFFICER, () -> list.rows(filter(CaseList.Sort.NEWEST), 1_000)).size();
        if (there <= CaseList.SIZE) {
            work.closed();
            for (long i = there; i <= CaseList.SIZE + 5L; i++) {
                work.proposed("");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_pages_together_are_the_list(CaseList.Sort sort) {
        persons.as(CaseWork.OFFICER, () -> {
            var whole = list.rows(filter(sort), 1_000);
            var paged = new ArrayList<CaseList.Row>();
            @Nullable String after = null;
            int pages = 0;
            do {
                Page<CaseList.Row> page = list.page(filter(sort), after);
                paged.addAll(page.rows());
                after = page.next().map(Cursor::text).orElse(null);
                pages++;
            } while (after != null);

            assertThat(pages).isGreaterThan(1);
            assertThat(paged).extracting(CaseList.Row::id).doesNotHaveDuplicates();
            assertThat(paged).isEqualTo(whole).isSortedAccordingTo(order(sort));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shen.zhiyao", "fang.qing", "qin.shan", "xie.lan", "ning.yuan", "ye.zhou", "luo.jin", "mu.qing", "shen.ji"
            })
    void everyone_finds_what_the_policies_let_them_see_whatever_they_ask_for(String who) {
        var told = work.filed();
        let(told, List.of("luo.jin", "he.ming"));
        var number = told.number().orElseThrow().text();
        for (boolean analysed : new boolean[] {false, true}) {
            if (analysed) {
                owner().sql("analyze cases.case_words").update();
            }
            for (var words : List.of("", "侵犯注册商标", "云岫禾木", "没有这样的当事人", "案", "%", "91330106MA0HJ00171", number)) {
                for (var sort : CaseList.Sort.values()) {
                    for (var filter : List.of(
                            new CaseList.Filter(words, "", false, false, sort),
                            new CaseList.Filter(words, "FILED", true, false, sort),
                            new CaseList.Filter(words, "CLOSED", false, false, sort),
                            new CaseList.Filter(words, "PROPOSED", false, true, sort),
                            new CaseList.Filter(words, "", true, true, sort))) {
                        assertThat(persons.as(who, () -> list.rows(filter, 10_000)))
                                .as("%s %s, analysed: %s", who, filter, analysed)
                                .extracting(CaseList.Row::id)
                                .isEqualTo(persons.as(who, () -> seen(filter)));
                    }
                }
            }
        }
    }

    @Test
    void a_case_let_be_read_is_among_the_readers_cases_and_goes_when_it_is_not_any_more() {
        var told = work.filed();
        assertThat(newest("luo.jin")).doesNotContain(told.docket().id());

        let(told, List.of("luo.jin"));
        assertThat(newest("luo.jin")).contains(told.docket().id());

        let(told, List.of());
        assertThat(newest("luo.jin")).doesNotContain(told.docket().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shen.zhiyao", "lu.wendi", "lin.wan", "jiang.lin", "gu.heng", "fang.qing", "bai.shu"})
    void what_waits_and_how_many_is_told_from_whatever_state_the_cases_are_in(String who) {
        work.decidedId();
        work.closed();
        persons.as(who, () -> {
            for (var stages : List.of(
                    List.<Stage>of(), List.of(Stage.UNDER_REVIEW), List.of(Stage.PROPOSED, Stage.REVIEWED, Stage.INFORMED))) {
                assertThat(list.due(stages, 10_000))
                        .as("%s", stages)
                        .extracting(CaseList.Row::id)
                        .isEqualTo(waiting(stages));
            }
            assertThat(list.waiting().open())
                    .isEqualTo(ids("select id from cases.case_file where agency_id = :agency and state not in ('REFUSED', 'CLOSED')", List.of())
                            .size());
        });
    }

    /** Said without knowing of parts: the policies alone keep away what is not to be seen. */
    private List<Long> seen(CaseList.Filter filter) {
        String order =
                switch (filter.sort()) {
                    case NEWEST -> "id desc";
                    case DUE -> "due_on, id";
                    case PENALTY -> "fine_fen + confiscated_fen desc, id desc";
                };
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        """
                        select id
                          from cases.case_file c
                         where (:state = '' or state = :state)
                           and (:words = '' or position(:words in title) > 0 or position(:words in case_number) > 0
                                or position(:words in proposal_number) > 0 or party_code = :words)
                           and (not :mine or exists (select from cases.case_officer o
                                                      where o.case_id = c.id and o.left_on is null and o.person_id = :person))
                           and (not :late or due_on < :today)
                           and (due_on is not null or not :byDue)
                         order by %s
                        """
                                .formatted(order))
                .param("state", filter.state())
                .param("words", filter.words())
                .param("mine", filter.mine())
                .param("late", filter.late())
                .param("byDue", filter.sort() == CaseList.Sort.DUE)
                .param("person", viewers.require().person())
                .param("today", work.today())
                .query(Long.class)
                .list()));
    }

    private List<Long> waiting(List<Stage> stages) {
        return ids(
                """
                select id
                  from cases.case_file c
                 where agency_id = :agency
                   and due_on is not null
                   and (state = any (:states)
                        or exists (select from cases.case_officer o
                                    where o.case_id = c.id and o.left_on is null and o.person_id = :person))
                 order by due_on, id
                """,
                stages);
    }

    private List<Long> ids(String sql, List<Stage> stages) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(sql)
                .param("agency", viewers.require().agency())
                .param("person", viewers.require().person())
                .param("states", stages.stream().map(Stage::name).toArray(String[]::new))
                .query(Long.class)
                .list()));
    }

    private List<Long> newest(String who) {
        return persons.as(who, () -> list.rows(filter(CaseList.Sort.NEWEST), 1_000)).stream()
                .map(CaseList.Row::id)
                .toList();
    }

    private void let(CaseFile file, List<String> people) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> readers.are(
                file.docket().id(), people.stream().map(one -> persons.viewer(one).agency()).toList())));
    }

    private JdbcClient owner() {
        return JdbcClient.create(
                new DriverManagerDataSource(address.url(), address.owner().role(), address.owner().password()));
    }

    private static Comparator<CaseList.Row> order(CaseList.Sort sort) {
        return switch (sort) {
            case NEWEST -> Comparator.comparing(CaseList.Row::id).reversed();
            case DUE -> Comparator.<CaseList.Row, java.time.LocalDate>comparing(row -> Objects.requireNonNull(row.dueOn()))
                    .thenComparing(CaseList.Row::id);
            case PENALTY -> Comparator.<CaseList.Row>comparingLong(row -> row.fineFen() + row.confiscatedFen())
                    .thenComparing(CaseList.Row::id)
                    .reversed();
        };
    }

    private static CaseList.Filter filter(CaseList.Sort sort) {
        return new CaseList.Filter("", "", false, false, sort);
    }
}
