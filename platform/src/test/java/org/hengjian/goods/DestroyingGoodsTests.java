package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseWork;
import org.hengjian.documents.Documents;
import org.hengjian.facilities.Facilities;
import org.hengjian.facilities.Facility;
import org.hengjian.facilities.Method;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Goods end in fire or shredder only after a decision, another's approval, and before witnesses. */
@OnThePlatform
@RecordApplicationEvents
class DestroyingGoodsTests {

    private static final Method SHRED = Method.of("TEXTILE:SHRED").orElseThrow();
    private static final String VIDEO = "ab".repeat(32);

    @LocalServerPort
    int port;

    @Autowired
    Destructions destructions;

    @Autowired
    Facilities facilities;

    @Autowired
    Goods goods;

    @Autowired
    GoodsWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Documents documents;

    @Autowired
    Audit audit;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    private long facility;

    @BeforeEach
    void list_a_facility() {
        var facts = new Facility.Facts(
                "虚构破碎厂", new UnifiedSocialCreditCode("91330106MA0HJ0041H"), 330106, "工业路9号", List.of(SHRED),
                work.today().minusYears(1), work.today().plusYears(1), "");
        persons.as("tang.yue", () -> facilities.enter(facts, ""));
        facility = persons.as(GoodsWork.OFFICER, () -> facilities.able(SHRED, work.today())).stream()
                .filter(one -> one.facts().equals(facts))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void what_was_decided_is_applied_for_approved_and_destroyed_with_its_papers() throws IOException {
        var item = confiscated("430");
        var applied = apply(item, "400");
        var approved = decide(applied, true);
        var executed = execute(approved, item, "398");

        assertThat(executed.state()).isInstanceOfSatisfying(Destruction.State.Executed.class, state -> {
            assertThat(state.execution().witnesses()).isEqualTo("钱某某（区财政局）、孙某（虚构街道办）");
            assertThat(state.execution().before().text()).isEqualTo("120.000");
        });
        assertThat(executed.lines().getFirst().destroyed().text()).isEqualTo("398");
        assertThat(balance(item)).isEqualTo(new Balance(2, 430, 32, 0, 0, 0, 398, 0));
        assertThat(events.stream(GoodsDestroyed.class)).singleElement()
                .satisfies(event -> assertThat(event.grams()).isEqualTo(120_000));
        var issued = persons.as(GoodsWork.OFFICER, () -> documents.of("case", item.caseId()));
        assertThat(issued).extracting(Documents.Issued::title).endsWith("涉案物品销毁审批表", "涉案物品销毁记录");
        assertThat(text(issued.getLast().id()))
                .contains("钱小明（区财政局）", "孙丽（虚构街道办）", "120.000千克", VIDEO, item.code(), "虚构破碎厂");
        assertThat(persons.as(GoodsWork.OFFICER, () -> audit.of("destruction", executed.number())))
                .extracting(entry -> entry.deed())
                .containsExactly(
                        "goods.destruction.execute", "goods.destruction.approve", "goods.destruction.apply");
    }

    @Test
    void goods_of_an_undecided_case_stay_unless_they_do_not_keep() {
        var item = work.item("50");

        assertThat(codes(attempt(item, "50", ""))).containsExactly("NOT_DECIDED_DESTROY");
        assertThat(attempt(item, "50", "权利人2026年11月20日书面同意")).isInstanceOf(Destroying.Answer.Done.class);
        assertThat(codes(attempt(confiscated("5"), "5", "同意"))).containsExactly("EARLY_BUT_DECIDED");
    }

    @Test
    void more_than_is_in_custody_or_claimed_by_another_application_is_refused() {
        var item = confiscated("10");
        assertThat(codes(attempt(item, "11", ""))).containsExactly("NOT_SO_MUCH_TO_DESTROY");
        apply(item, "8");

        assertThat(codes(attempt(item, "3", ""))).containsExactly("NOT_SO_MUCH_TO_DESTROY");
    }

    @Test
    void evidence_that_is_still_at_a_laboratory_holds_up_the_rest() {
        var item = work.move(confiscated("10"), Move.SAMPLE, "1");

        assertThat(codes(attempt(item, "9", ""))).containsExactly("EVIDENCE_OPEN");
    }

    @Test
    void more_than_was_approved_or_by_the_wrong_person_or_before_the_approval_is_refused() {
        var item = confiscated("10");
        var applied = apply(item, "6");

        assertThat(codes(persons.as(GoodsWork.OFFICER, () ->
                        destructions.execute(applied.id(), applied.version(), executing(item, "6", work.today())))))
                .containsExactly("DESTRUCTION_STATE");
        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () ->
                        destructions.decide(applied.id(), applied.version(), true, "同意")))
                .isInstanceOf(Forbidden.class);
        var approved = decide(applied, true);
        assertThat(codes(persons.as(GoodsWork.OFFICER, () ->
                        destructions.execute(approved.id(), approved.version(), executing(item, "7", work.today())))))
                .containsExactly("NOT_APPROVED");
        assertThat(codes(persons.as(GoodsWork.OFFICER, () -> destructions.execute(
                        approved.id(), approved.version(), executing(item, "6", work.today().minusDays(1))))))
                .containsExactly("BEFORE_APPROVAL");
        String officer = persons.viewer(GoodsWork.OFFICER).name();
        assertThat(codes(persons.as(GoodsWork.OFFICER, () -> destructions.execute(
                        approved.id(), approved.version(), executing(item, "6", work.today(), officer)))))
                .containsExactly("WATCHES_OWN_WORK");
        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () ->
                        destructions.execute(approved.id(), applied.version(), executing(item, "6", work.today()))))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> persons.as(GoodsWork.FOREIGN, () ->
                        destructions.execute(approved.id(), approved.version(), executing(item, "6", work.today()))))
                .isInstanceOf(NotFound.class);
        assertThat(codes(work.attempt(GoodsWork.OFFICER, item, Move.DESTROY, "1"))).containsExactly("NEEDS_APPROVAL");
        assertThat(balance(item)).isEqualTo(item.balance());
    }

    @Test
    void a_facility_that_cannot_do_it_is_refused() {
        var item = confiscated("10");
        var plan = new Destruction.Plan("决定", "", "照片", Method.of("DISC:SHRED").orElseThrow(), facility);

        assertThat(codes(persons.as(GoodsWork.OFFICER, () -> destructions.apply(
                        new Destroying.Application(item.caseId(), plan, Map.of(item.id(), item.seized())), ""))))
                .containsExactly("FACILITY");
    }

    @Test
    void the_same_application_sent_twice_is_one() {
        var item = confiscated("10");
        var application = application(item, "4", "");
        var first = done(persons.as(GoodsWork.OFFICER, () -> destructions.apply(application, "d-" + item.id())));
        var again = done(persons.as(GoodsWork.OFFICER, () -> destructions.apply(application, "d-" + item.id())));

        assertThat(again.id()).isEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person,"
                + " destruction_id) values (:item, 2, 'DESTROY', 'CUSTODY', 'DESTROYED', 1, current_date, now(),"
                + " access.person(), 'x', :destruction)",
        "insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, at, person_id, person)"
                + " values (:item, 2, 'DESTROY', 'CUSTODY', 'DESTROYED', 1, current_date, now(), access.person(), 'x')",
        "update goods.destruction set state = 'APPROVED', version = version + 1, decided_by = access.person(),"
                + " decider = 'x', decided_on = current_date where id = :destruction and :item > 0",
        "update goods.destruction_line set quantity = 9 where destruction_id = :destruction and item_id = :item",
        "insert into goods.destruction_line (destruction_id, item_id, quantity, destroyed) values (:destruction, :item, 9, 9)",
        "delete from goods.destruction where id = :destruction and :item > 0"
    })
    void the_database_lets_nothing_be_destroyed_without_the_approval(String attempt) {
        var item = confiscated("10");
        var applied = apply(item, "5");

        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () -> transaction.executeWithoutResult(_ ->
                        jdbc.sql(attempt).param("item", item.id()).param("destruction", applied.id()).update())))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        assertThat(balance(item)).isEqualTo(item.balance());
    }

    @Test
    void random_movements_and_destructions_never_break_the_balance() {
        var item = confiscated("200");
        long seed = 20261128L;
        var random = new Random(seed);
        long destroyed = 0;
        for (int i = 0; i < 25; i++) {
            var now = persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow());
            String quantity = Integer.toString(1 + random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> work.attempt(GoodsWork.OFFICER, now, Move.RETURN, quantity);
                case 1 -> work.attempt(GoodsWork.HEAD, now, Move.COUNT_MORE, quantity);
                case 2 -> work.attempt(GoodsWork.HEAD, now, Move.COUNT_LESS, quantity);
                default -> {
                    if (attempt(now, quantity, "") instanceof Destroying.Answer.Done applied
                            && decide(applied.destruction(), random.nextBoolean()) instanceof Destruction decided
                            && decided.state() instanceof Destruction.State.Approved) {
                        execute(decided, now, quantity);
                        destroyed += Long.parseLong(quantity);
                    }
                }
            }
        }

        assertThat(balance(item).destroyed()).as("seed %s", seed).isEqualTo(destroyed).isPositive();
    }

    @Test
    @Tag("browser")
    void an_officer_applies_the_head_approves_and_the_officer_records_it() {
        var item = confiscated("430");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/goods/case/" + item.caseId()).click("申请销毁").sees("证据留存");
            browser.isAccessible().click("申请销毁");
            browser.sees("还要改这些").isAccessible().picture("goods-destroy-errors");
            browser.choose("method", "纺织品、服装: 破碎后作再生原料").click("列出有能力的单位");
            browser.sees("破碎到不能复原").choose("facility", "虚构破碎厂 工业路9号").type("kept", "取样2件，照片12张，卷内第40页");
            browser.isAccessible().picture("goods-destroy-apply");
            browser.click("申请销毁");
            browser.sees("待审批").isAccessible();
            String page = browser.address();
            browser.signIn(GoodsWork.HEAD).go("/destructions").sees(item.name()).isAccessible().picture("goods-destructions");
            browser.go(page).type("opinion", "同意").click("批准销毁");
            browser.sees("已批准").isAccessible().picture("goods-destruction-approved");
            browser.signIn(GoodsWork.OFFICER).go(page + "/execute").isAccessible().submit();
            browser.sees("还要改这些").isAccessible();
            browser.type("before", "120").type("after", "130").type("supervisor", "钱小明").type("supervisorUnit", "区财政局");
            browser.type("witness", "孙丽").type("witnessUnit", "虚构街道办").submit();
            browser.sees("比销毁前还重").isAccessible().picture("goods-destroy-execute");
            browser.type("after", "0").type("video", VIDEO).submit();
            browser.sees("已销毁").sees("钱某某（区财政局）").isAccessible().picture("goods-destruction-executed");
            browser.go("/goods/" + item.id()).sees("销毁 430").isAccessible().picture("goods-item-destroyed");
        }
        var kept = work.item("5");
        try (var browser = Browser.phone(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/destructions/new?lang=en&case=" + kept.caseId());
            browser.sees("goods that do not keep").isAccessible().picture("goods-destroy-early-phone-en");
            browser.go("/destructions?lang=en").sees("destroyed").isAccessible().picture("goods-destructions-phone-en");
        }
    }

    /** Registered in a case whose decision confiscates the goods. */
    private Item confiscated(String quantity) {
        return work.register(work.hoodies(cases.decidedId(), quantity));
    }

    private Destroying.Application application(Item item, String quantity, String consent) {
        return new Destroying.Application(
                item.caseId(), new Destruction.Plan("处罚决定没收", consent, "取样2件，照片12张", SHRED, facility),
                Map.of(item.id(), Quantity.parse(quantity, item.unit().scale()).orElseThrow()));
    }

    private Destroying.Answer attempt(Item item, String quantity, String consent) {
        return persons.as(GoodsWork.OFFICER, () -> destructions.apply(application(item, quantity, consent), ""));
    }

    private Destruction apply(Item item, String quantity) {
        return done(attempt(item, quantity, ""));
    }

    private Destruction decide(Destruction applied, boolean approves) {
        return done(persons.as(GoodsWork.HEAD, () ->
                destructions.decide(applied.id(), applied.version(), approves, "已核对清单。")));
    }

    private Destruction execute(Destruction approved, Item item, String quantity) {
        return done(persons.as(GoodsWork.OFFICER, () ->
                destructions.execute(approved.id(), approved.version(), executing(item, quantity, work.today()))));
    }

    private static Destroying.Executing executing(Item item, String quantity, LocalDate on) {
        return executing(item, quantity, on, "钱小明");
    }

    private static Destroying.Executing executing(Item item, String quantity, LocalDate on, String supervisor) {
        return new Destroying.Executing(
                on, "工业路9号", Map.of(item.id(), Quantity.parse(quantity, item.unit().scale()).orElseThrow()),
                new Quantity(120_000, 3), new Quantity(0, 3), new Destroying.Person(supervisor, "区财政局"),
                new Destroying.Person("孙丽", "虚构街道办"), "", VIDEO, "");
    }

    private Balance balance(Item item) {
        return persons.as(GoodsWork.OFFICER, () -> goods.find(item.id()).orElseThrow().balance());
    }

    private static Destruction done(Destroying.Answer answer) {
        return switch (answer) {
            case Destroying.Answer.Done done -> done.destruction();
            case Destroying.Answer.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }

    private static List<String> codes(Destroying.Answer answer) {
        return answer instanceof Destroying.Answer.Refused refused
                ? refused.grounds().stream().map(Ground::code).toList()
                : List.of();
    }

    private static List<String> codes(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.grounds().stream().map(Ground::code).toList() : List.of();
    }

    private String text(long id) throws IOException {
        try (var pdf = Loader.loadPDF(persons.as(GoodsWork.OFFICER, () -> documents.read(id)).orElseThrow().pdf())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }
}
