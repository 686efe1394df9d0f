package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever asks the database itself takes no step that the platform would refuse. */
@OnThePlatform
class TakingAStepInTheDatabaseTests {

    private static final String HOLD = "select count(*) from cases.hold(:case)";
    private static final String READ =
            "select (select count(*) from cases.officers_held(:case)) + (select count(*) from cases.papers_held(:case))";
    private static final String GO_ON =
            """
            select cases.go_on(:case, :version, :state, null, null, null, null, null, 0, 0, 0, 0, null, '', :n, 'Recorded', '{}',
                   :person, '某', current_date, now())
            """;

    @Autowired
    CaseWork work;

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

    @Test
    void those_who_handle_a_case_hold_it_and_go_on() {
        var file = work.proposed("");
        var officer = persons.viewer(CaseWork.OFFICER);
        assertThat(count(officer, HOLD, file)).isOne();
        assertThat(count(officer, READ, file)).isEqualTo(2 + 1);
        assertThat(goesOn(officer, file, officer.person())).isTrue();
        assertThat(goesOn(officer, file, officer.person())).as("the version was another's").isFalse();
        assertThat(count(officer, READ, file)).isEqualTo(2 + 2);
    }

    @Test
    void another_agency_nobody_and_the_agencys_other_people_do_not() {
        var file = work.proposed("");
        var before = row(file);
        var officer = persons.viewer(CaseWork.OFFICER);
        for (var viewer : List.of(persons.viewer(CaseWork.FOREIGN), persons.viewer(WITHOUT_A_ROLE))) {
            assertThat(count(viewer, HOLD, file)).as(viewer.name()).isZero();
            assertThat(count(viewer, READ, file)).as(viewer.name()).isZero();
            assertThat(goesOn(viewer, file, viewer.person())).as(viewer.name()).isFalse();
        }
        assertThat(persons.viewer(WITHOUT_A_ROLE).agency()).isEqualTo(officer.agency());
        assertThat(jdbc.sql(HOLD).param("case", file.docket().id()).query(Long.class).single()).isZero();
        assertThat(jdbc.sql(READ).param("case", file.docket().id()).query(Long.class).single()).isZero();
        assertThat(asks(file, officer.person())).isFalse();
        assertThat(row(file)).isEqualTo(before);
    }

    @Test
    void nobody_puts_a_paper_on_file_in_anothers_name_but_the_machine() {
        var file = work.proposed("");
        var before = row(file);
        var officer = persons.viewer(CaseWork.OFFICER);
        assertThat(goesOn(officer, file, work.id(CaseWork.SECOND))).isFalse();
        assertThat(row(file)).isEqualTo(before);
        assertThat(goesOn(Viewer.machine(), file, officer.person())).isTrue();
    }

    /** Each of what the row's one check asks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = 0", "state = 'LOST'", "title = ''", "cause = ''", "act_to = act_from - 1", "turnover_fen = -1",
                "source = 'RUMOUR'", "party_kind = 'GHOST'", "party_name = ''", "party_kind = 'PERSON', party_code = '1'",
                "kind = 'wine'", "kind_version = 1", "state = 'FILED'", "case_number = '1'", "filed_on = proposed_on",
                "decided_on = proposed_on", "decision_number = '1'",
                "state = 'DECIDED', case_number = '1', filed_on = proposed_on",
                "state = 'SERVED', case_number = '1', filed_on = proposed_on",
                "state = 'EXECUTING', case_number = '1', filed_on = proposed_on",
                "closed_on = proposed_on", "state = 'CLOSED', case_number = '1', filed_on = proposed_on", "fine_fen = -1",
                "confiscated_fen = -1", "surcharge_fen = -1", "surcharge_fen = 1", "paid_fen = -1", "paid_fen = 1"
            })
    void a_row_that_is_not_sound_is_refused(String wrong) {
        var file = work.proposed("");
        assertThatThrownBy(() -> owner().sql("update cases.case_file set " + wrong + " where id = :case")
                        .param("case", file.docket().id())
                        .update())
                .hasMessageContaining("violates check constraint \"sound\"");
    }

    private static final String WITHOUT_A_ROLE = "tang.yue";

    private long count(Viewer viewer, String sql, CaseFile file) {
        return as(viewer, () -> jdbc.sql(sql).param("case", file.docket().id()).query(Long.class).single());
    }

    private boolean goesOn(Viewer viewer, CaseFile file, long who) {
        return as(viewer, () -> asks(file, who));
    }

    private boolean asks(CaseFile file, long who) {
        return jdbc.sql(GO_ON)
                .param("case", file.docket().id())
                .param("version", file.docket().version())
                .param("state", file.stage().name())
                .param("n", file.docket().entries().size() + 1)
                .param("person", who)
                .query(Boolean.class)
                .single();
    }

    private <T> T as(Viewer viewer, Supplier<T> work) {
        return viewers.as(viewer, () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }

    private String row(CaseFile file) {
        return owner().sql("""
                        select f::text || (select count(*) from cases.paper p where p.case_id = f.id)
                          from cases.case_file f
                         where id = :case
                        """)
                .param("case", file.docket().id())
                .query(String.class)
                .single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password()));
    }
}
