package org.hengjian.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each term of a case is on the list from the step that starts it to the one that ends it; what was missed stays. */
@OnThePlatform
@Tag("browser")
class SeeingWhatIsDueTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String HEAD = "jiang.lin";
    private static final String FOREIGN = "fang.qing";

    @LocalServerPort
    int port;

    @Autowired
    Duties duties;

    @Autowired
    DutyTable table;

    @Autowired
    CaseWork cases;

    @Autowired
    Cases room;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    DatabaseAddress address;

    @Test
    void a_term_is_there_from_its_first_step_to_its_last() {
        long proposed = cases.proposedId();
        assertThat(running(OFFICER, name(proposed)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.nameKey()).isEqualTo("cases.duty.procedure.verification");
                    assertThat(row.owners()).contains("沈知遥");
                    assertThat(row.quote()).isNotEmpty();
                    assertThat(row.warnOn()).isAfter(row.startedOn()).isBeforeOrEqualTo(row.dueOn());
                });

        assertThat(running(OFFICER, name(cases.decidedId())))
                .extracting(DutyTable.Shown::nameKey)
                .as("handling and review are over, the decision waits to be served")
                .containsExactly("cases.duty.procedure.service");
        assertThat(running(OFFICER, name(cases.closedId()))).isEmpty();
    }

    @Test
    void what_was_missed_is_entered_once_and_stays_and_nobody_takes_it_away() throws SQLException {
        String number = name(cases.proposedId());
        LocalDate due = running(OFFICER, number).getFirst().dueOn();
        pass(due.minusDays(1));
        assertThat(ledger(OFFICER, number)).isEmpty();

        pass(due);
        pass(due.plusDays(1));

        assertThat(ledger(OFFICER, number)).singleElement().satisfies(row -> {
            assertThat(row.missedOn()).isEqualTo(due);
            assertThat(row.escalatedTo()).contains("江临");
        });
        try (var connection = DriverManager.getConnection(
                        address.url(), address.owner().role(), address.owner().password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from duties.missed")).hasMessageContaining("only ever added to");
        }
    }

    @Test
    void neither_a_foreign_officer_nor_a_stranger_sees_it() {
        String number = name(cases.proposedId());

        assertThat(running(FOREIGN, number)).isEmpty();
        try (var platform = Visitor.signedIn(port, "ji.shi");
                var stranger = Visitor.stranger(port)) {
            assertThat(platform.get("/due").statusCode()).isEqualTo(403);
            assertThat(stranger.get("/due").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void an_odd_address_is_no_fault_and_the_register_is_a_workbook() {
        cases.proposedId();
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            assertThat(officer.get("/due?light=x&whose=y&region=z&after=%00&duty=%25").statusCode()).isEqualTo(200);
            assertThat(officer.get("/due/register.xlsx?missed=true").body()).startsWith('P', 'K');
        }
    }

    @Test
    void an_officer_and_the_head_see_it_on_one_page() {
        String number = name(cases.proposedId());
        cases.decidedId();
        pass(running(OFFICER, number).getFirst().dueOn());
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).go("/due").sees("在走的期限").sees("核查并决定立案").isAccessible().picture("due-officer");
            browser.signIn(HEAD).go("/due?missed=true").sees("逾期台账").sees("江临").isAccessible().picture("due-missed");
            browser.go("/due?light=RED&q=没有这个").sees("没有符合条件的期限").isAccessible();
        }
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn(OFFICER).go("/due").sees("What is due").isAccessible();
            browser.driver().executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
            browser.go("/due").sees("What is due").isAccessible().picture("due-phone-en");
        }
    }

    private String name(long id) {
        return persons.as(OFFICER, () -> room.find(id)).orElseThrow().name();
    }

    private void pass(LocalDate day) {
        viewers.as(Viewer.machine(), () -> duties.enterMissed(day));
    }

    private List<DutyTable.Shown> running(String who, String number) {
        return rows(who, number, false);
    }

    private List<DutyTable.Shown> ledger(String who, String number) {
        return rows(who, number, true);
    }

    private List<DutyTable.Shown> rows(String who, String number, boolean missed) {
        var filter = new DutyTable.Filter(number, "", "", "", 0, 0, RegionSpan.of(100_000), missed);
        return persons.as(who, () -> table.page(filter, cases.today(), null)).rows().stream()
                .filter(row -> row.subject().equals(number))
                .toList();
    }
}
