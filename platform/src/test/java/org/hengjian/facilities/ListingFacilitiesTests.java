package org.hengjian.facilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Forbidden;
import org.hengjian.imports.ImportTarget.Fault;
import org.hengjian.imports.ImportTarget.Outcome;
import org.hengjian.shell.Conflict;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of capable units: everybody reads it, an administrator keeps it, nothing on it is overwritten. */
@OnThePlatform
class ListingFacilitiesTests {

    private static final String KEEPER = "tang.yue";
    private static final Method SHRED = Method.of("TEXTILE:SHRED").orElseThrow();
    private static final Method PULP = Method.of("PAPER:PULP").orElseThrow();

    @LocalServerPort
    int port;

    @Autowired
    Facilities facilities;

    @Autowired
    FacilityImport files;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void a_change_is_a_new_version_and_the_old_one_stays() {
        var first = facts("虚构再生资源一厂", "91350100M000100Y43", List.of(SHRED));
        assertThat(enter(first)).isEqualTo(Facilities.Entered.ADDED);
        assertThat(enter(first)).isEqualTo(Facilities.Entered.UNCHANGED);
        var listed = able(SHRED).stream().filter(one -> one.facts().equals(first)).findFirst().orElseThrow();

        var changed = persons.as(KEEPER, () -> facilities.change(
                listed.id(), listed.version(), facts(first.name(), first.code().text(), List.of(PULP)), "停用破碎线"));

        assertThat(changed.can(SHRED)).isFalse();
        assertThat(able(SHRED)).noneMatch(one -> one.id() == listed.id());
        assertThat(persons.as(KEEPER, () -> facilities.history(listed.id()))).extracting(Facility::version).containsExactly(2, 1);
        assertThatThrownBy(() -> persons.as(KEEPER, () -> facilities.change(listed.id(), 1, first, "重来")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> persons.as(KEEPER, () -> transaction.execute(_ ->
                        jdbc.sql("update facilities.version set name = 'x'").update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void only_an_administrator_keeps_the_list() {
        var facts = facts("虚构外人厂", "91330106MA0HJ005X9", List.of(SHRED));

        assertThatThrownBy(() -> persons.as("shen.zhiyao", () -> facilities.enter(facts, ""))).isInstanceOf(Forbidden.class);
        assertThat(persons.as("shen.zhiyao", () -> files.mayImport())).isFalse();
        assertThatThrownBy(() -> persons.as("shen.zhiyao", () -> transaction.execute(_ ->
                        jdbc.sql("insert into facilities.facility (code) values ('91330106MA0HJ005X9')").update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_row_of_a_file_is_taken_or_given_back_field_by_field() {
        var row = Map.of(
                "name", "虚构焚烧二厂", "creditCode", "91330106MA0HJ0025U", "region", "330106", "address", "工业路2号",
                "abilities", "纺织品、服装：焚烧；熔岩", "validFrom", "2026-01-01", "validTo", "2025-01-01");

        var answer = persons.as(KEEPER, () -> files.take(row));

        assertThat(answer).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.faults())
                .contains(
                        new Fault("abilities", "facilities.fault.ability", List.of("熔岩")),
                        new Fault("validTo", "facilities.fault.before", List.of())));
    }

    @Test
    @Tag("browser")
    void the_public_reads_the_list_and_an_administrator_adds_to_it() throws Exception {
        try (var stranger = Visitor.stranger(port)) {
            assertThat(stranger.get("/facilities").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/facilities/new").statusCode()).isEqualTo(302);
            assertThat(stranger.get("/facilities/1").statusCode()).isEqualTo(302);
        }
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(officer.get("/facilities/new").statusCode()).isEqualTo(403);
        }
        try (var browser = Browser.desktop(port)) {
            browser.signIn(KEEPER).go("/facilities/new").isAccessible().submit();
            browser.sees("还要改这些").isAccessible().picture("facilities-form-errors");
            browser.type("name", "虚构环保三厂").type("creditCode", "91330106MA0HJ0033N").type("region", "330106");
            browser.type("address", "工业路3号").tick("input[value='DISC:SHRED']");
            browser.driver().executeScript("document.getElementById('validTo').value = '2099-12-31'");
            browser.submit();
            browser.sees("已登记 虚构环保三厂").isAccessible().picture("facilities-list");
        }
        try (var browser = Browser.phone(port)) {
            browser.go("/facilities?lang=en").sees("Destruction facilities").isAccessible().picture("facilities-phone-en");
        }
    }

    private Facility.Facts facts(String name, String code, List<Method> methods) {
        var today = LocalDate.now(clock);
        return new Facility.Facts(
                name, new UnifiedSocialCreditCode(code), 330106, "工业路1号", methods, today.minusYears(1), today.plusYears(1), "");
    }

    private Facilities.Entered enter(Facility.Facts facts) {
        return persons.as(KEEPER, () -> facilities.enter(facts, ""));
    }

    private List<Facility> able(Method method) {
        return persons.as(KEEPER, () -> facilities.able(method, LocalDate.now(clock)));
    }
}
