package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.audit.Audit;
import org.hengjian.documents.Documents;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A document before its issue: looked at without a trace, worded by officer and head, issued as worded, frozen. */
@OnThePlatform
@Tag("browser")
class WordingADocumentInTheBrowserTests {

    private static final String OFFICERS = "当事人在青石县大坪镇仓前路8号销售连帽卫衣430件。";
    private static final String HEADS = "当事人主动配合调查，建议从轻处罚。";

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseAddress address;

    @Test
    void the_officer_words_it_the_head_words_on_and_issues_it_as_it_was_shown() throws IOException {
        var file = reviewed();
        long id = file.docket().id();
        String page = "/cases/" + id;
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page).click("改稿…").sees("行政处罚告知书").isAccessible().picture("wording-draft");
            word(browser, 2, OFFICERS);
            browser.click("保存改稿").sees("已保存，改了 1 处").sees("沈知遥 改过 1 处").isAccessible().picture("wording-draft-saved");

            browser.signIn(CaseWork.HEAD).go(page + "/inform").sees("改过行政处罚告知书的 1 处").isAccessible();
            browser.click("先看文书").sees("这一步还没有办").sees("罚告〔").isAccessible().picture("wording-proof");
            assertThat(browser.find("#s0-2").getDomProperty("value")).isEqualTo(OFFICERS);
            assertThat(stage(id)).as("looked at only").isEqualTo(Stage.REVIEWED);
            String number = browser.find(".sheet-page .number").getText();
            word(browser, 3, HEADS);
            browser.click("看改后的样子").sees("模板原文").isAccessible().picture("wording-proof-again");
            assertThat(browser.all(".sheet-passage.worded")).hasSize(2);
            browser.click("按此办理").sees("告知书待送达");

            var notice = documents(id).stream().filter(one -> one.kind().equals("penalty-notice")).findFirst().orElseThrow();
            assertThat(notice.worded()).isEqualTo(2);
            assertThat(notice.number()).as("no number was lost by looking").isEqualTo(number);
            assertThat(text(notice)).contains(OFFICERS, HEADS);
            assertThat(persons.as(CaseWork.HEAD, () -> documents.waiting("case", id))).isEmpty();

            browser.go("/documents/" + notice.id() + "/wording").sees(HEADS).isAccessible().picture("wording-issued");
            browser.go("/documents").sees("改 2 处").sees("杭西市监案").isAccessible().picture("documents-list");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(CaseWork.HEAD).go("/documents?lang=en").sees("2 changed").isAccessible().picture("documents-list-phone-en");
        }
    }

    @Test
    void wording_can_be_given_up_and_on_a_phone_in_english_the_form_keeps_what_was_typed() {
        var file = reviewed();
        long id = file.docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go("/cases/" + id + "/draft?lang=en").sees("printed at issue").isAccessible();
            word(browser, 2, OFFICERS);
            browser.click("Save wording").sees("Saved, 1 changed").isAccessible().picture("wording-draft-phone-en");
            browser.go("/documents").sees("行政处罚告知书").click("Give up…").tick("details[open] button").sees("The wording was given up");
            browser.go("/cases/" + id + "/draft");
            assertThat(browser.all(".sheet-passage.worded")).isEmpty();

            browser.signIn(CaseWork.HEAD).go("/cases/" + id + "/decide?lang=en");
            browser.choose("result", "Unfounded");
            browser.type("reasons", "证据不足").click("See the documents first").sees("Nothing is done yet").isAccessible().picture("wording-proof-phone-en");
            browser.click("Back to the form").until(it -> it.address().endsWith("/decide?lang=en") || it.address().endsWith("/decide"));
            assertThat(browser.find("[name=reasons]").getDomProperty("value")).isEqualTo("证据不足");
            assertThat(stage(id)).isEqualTo(Stage.REVIEWED);
        }
    }

    @Test
    void what_is_refused_without_a_proof_is_refused_with_one() {
        long id = reviewed().docket().id();
        try (var officer = Visitor.signedIn(port, CaseWork.OFFICER);
                var head = Visitor.signedIn(port, CaseWork.HEAD)) {
            assertThat(officer.post("/cases/" + id + "/inform", Map.of("version", version(id), "proof", "1")).body())
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("sheet-page");
            assertThat(head.post("/cases/" + id + "/decide", Map.of("version", version(id), "result", "UNFOUNDED", "proof", "1")).body())
                    .asString(StandardCharsets.UTF_8)
                    .as("reasons are missing")
                    .doesNotContain("sheet-page");
        }
    }

    @Test
    void a_trial_which_leaves_no_entry_opens_nothing_that_must_be_entered() {
        long id = reviewed().docket().id();
        try (var officer = Visitor.signedIn(port, CaseWork.OFFICER)) {
            var trial = officer.post("/cases/" + id + "/unmask", Map.of("purpose", "核对身份", "proof", "1"));
            assertThat(trial.statusCode()).isEqualTo(400);
            assertThat(trial.body()).asString(StandardCharsets.UTF_8).doesNotContain("赵小禾");
        }
        assertThat(persons.as(CaseWork.OFFICER, () -> audit.of("case", cases(id).name())))
                .noneMatch(entry -> entry.deed().equals("cases.unmask"));
    }

    @Test
    void nothing_is_issued_with_wording_for_what_the_machine_does_not_say_or_nobody_may_word() {
        long id = reviewed().docket().id();
        var remedies = "自收到本告知书之日起";
        try (var head = Visitor.signedIn(port, CaseWork.HEAD)) {
            for (String said : List.of("从来没有这句话", remedies, "行政处罚告知书")) {
                var form = Map.of(
                        "version", version(id), "hearing", "true", "sheet", "penalty-notice|行政处罚告知书",
                        "wording0", "", "said0", said, "instead0", "别的");
                assertThat(head.post("/cases/" + id + "/inform", form).body())
                        .asString(StandardCharsets.UTF_8)
                        .contains("改稿没有采用", "sheet-page");
            }
            var broken = Map.of("version", version(id), "sheet", "penalty-notice", "said0", "a", "instead0", "b");
            assertThat(head.post("/cases/" + id + "/inform", broken).statusCode()).isEqualTo(400);
            var control = Map.of(
                    "version", version(id), "sheet", "penalty-notice|行政处罚告知书", "said0", "a", "instead0", "\u0007");
            assertThat(head.post("/cases/" + id + "/inform", control).statusCode()).isEqualTo(400);
        }
        assertThat(stage(id)).isEqualTo(Stage.REVIEWED);
        assertThat(documents(id)).noneMatch(one -> one.kind().equals("penalty-notice"));
    }

    @Test
    void a_preview_shows_names_in_full_and_stands_in_the_log_with_its_purpose() {
        long id = reviewed().docket().id();
        try (var officer = Visitor.signedIn(port, CaseWork.OFFICER);
                var foreign = Visitor.signedIn(port, CaseWork.FOREIGN)) {
            assertThat(foreign.get("/cases/" + id + "/preview.pdf").statusCode()).isEqualTo(404);
            assertThat(persons.as(CaseWork.OFFICER, () -> audit.of("case", Long.toString(id)))).isEmpty();
            assertThat(text(officer.get("/cases/" + id + "/preview.pdf").body())).contains("行政处罚告知书", "云岫禾木服饰有限公司");
        }
        assertThat(persons.as(CaseWork.OFFICER, () -> audit.of("case", Long.toString(id)))).singleElement().satisfies(entry -> {
            assertThat(entry.deed()).isEqualTo("documents.proof");
            assertThat(entry.reason()).isEqualTo("核对待签发的行政处罚告知书");
            assertThat(entry.person()).isEqualTo("沈知遥");
        });
    }

    @Test
    void drafts_are_the_agencys_own_and_only_those_who_handle_review_or_sign_word_them() {
        var file = reviewed();
        long id = file.docket().id();
        try (var officer = Visitor.signedIn(port, CaseWork.OFFICER);
                var foreign = Visitor.signedIn(port, CaseWork.FOREIGN);
                var bystander = Visitor.signedIn(port, "mu.qing")) {
            var proof = persons.as(CaseWork.OFFICER, () -> cases.draft(id)).orElseThrow();
            var form = Map.of(
                    "sheet", proof.sheet(), "wording0", "", "said0", findings(file), "instead0", OFFICERS);
            assertThat(foreign.post("/cases/" + id + "/draft", form).statusCode()).isEqualTo(404);
            assertThat(foreign.get("/cases/" + id + "/draft").statusCode()).isEqualTo(404);
            assertThat(bystander.post("/cases/" + id + "/draft", form).statusCode()).isIn(403, 404);
            assertThat(officer.post("/cases/" + id + "/draft", form).statusCode()).isEqualTo(302);
            assertThat(officer.post("/cases/" + id + "/draft", form).body())
                    .asString(StandardCharsets.UTF_8)
                    .as("the version of before")
                    .contains("别人先改了");
            long draft = persons.as(CaseWork.OFFICER, () -> documents.waiting("case", id)).getFirst().id();
            foreign.post("/documents/drafts/" + draft + "/drop", Map.of());
            assertThat(persons.as(CaseWork.OFFICER, () -> documents.waiting("case", id))).hasSize(1);
        }
        for (String who : List.of(CaseWork.FOREIGN, "qin.shan", "ning.yuan", "luo.jin", "he.ming")) {
            assertThat(persons.as(who, () -> documents.waiting("case", id))).as(who).isEmpty();
        }
    }

    @Test
    void the_database_keeps_texts_sealed_and_freezes_them_at_issue() {
        var file = reviewed();
        long id = file.docket().id();
        var proof = persons.as(CaseWork.OFFICER, () -> cases.draft(id)).orElseThrow();
        var form = new org.springframework.util.LinkedMultiValueMap<>(Map.of(
                "sheet", List.of(proof.sheet()), "said0", List.of(findings(file)), "instead0", List.of(OFFICERS)));
        persons.as(CaseWork.OFFICER, () -> cases.word(id, org.hengjian.documents.Typed.of(form)));
        var owner = JdbcClient.create(new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password()));
        // As bytes: the digits of an escape may look like those of the text.
        assertThat(owner.sql("select position(convert_to('连帽卫衣430件', 'UTF8') in sealed) from documents.wording where object_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();

        work.step(CaseWork.HEAD, cases(id), (room, step) -> room.inform(step, true));

        assertThat(text(documents(id).stream().filter(one -> one.kind().equals("penalty-notice")).findFirst().orElseThrow()))
                .contains(OFFICERS);
        assertThatThrownBy(() -> owner.sql("update documents.wording set passages = 9 where object_id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("is issued with it");
    }

    private CaseFile reviewed() {
        return work.step(CaseWork.REVIEWER, work.underReview(), (room, step) -> room.review(step, true, "同意"));
    }

    private CaseFile cases(long id) {
        return persons.as(CaseWork.OFFICER, () -> cases.find(id)).orElseThrow();
    }

    private Stage stage(long id) {
        return cases(id).stage();
    }

    private String version(long id) {
        return Integer.toString(cases(id).docket().version());
    }

    private static String findings(CaseFile file) {
        return file.docket().need(Paper.Findings.class).facts();
    }

    private List<Documents.Issued> documents(long id) {
        return persons.as(CaseWork.HEAD, () -> documents.of("case", id));
    }

    private String text(Documents.Issued issued) {
        return text(persons.as(CaseWork.HEAD, () -> documents.read(issued.id()).orElseThrow().pdf()));
    }

    private static String text(byte[] pdf) {
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void word(Browser browser, int passage, String text) {
        var field = browser.find("#s0-" + passage);
        field.clear();
        field.sendKeys(text);
    }
}
