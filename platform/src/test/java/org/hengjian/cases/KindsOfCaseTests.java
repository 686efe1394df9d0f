package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.access.Forbidden;
import org.hengjian.documents.Documents;
import org.hengjian.law.Law;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Kinds of case: those shipped, one that people add, and what a case does with its kind. */
@OnThePlatform
class KindsOfCaseTests {

    private static final String PACK =
            """
            kind: hats
            version: 1
            from: '2026-01-01'
            zh: 帽子
            en: Hats
            line: market
            agency:
              zh: 市场监督管理部门
              en: Market supervision
            causes:
              - 冒充帽子
            acts:
              - 冒充
            bases:
              - instrument: 某条例
                article: 第一条
                quote: 不得冒充
            measures:
              allowed: [REGISTRATION, SEIZURE]
              basis: {instrument: 某条例, article: 第二条, quote: 可以扣押}
            penalties: []
            clauses: []
            documents: [立案审批表]
            """;
    private static final Pattern TEXT = Pattern.compile("quote: '([^']+)'\\n +text: (\\S+)");

    @Autowired
    CaseWork work;

    @Autowired
    Cases cases;

    @Autowired
    Measures measures;

    @Autowired
    Kinds kinds;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Law law;

    @Test
    void every_shipped_kind_quotes_the_law_word_for_word() {
        var shipped = persons.as(CaseWork.OFFICER, kinds::all).stream().filter(pack -> pack.by().isEmpty()).toList();

        assertThat(shipped).hasSizeGreaterThan(10);
        for (var pack : shipped) {
            var quotes = TEXT.matcher(pack.source());
            int found = 0;
            while (quotes.find()) {
                assertThat(law.instruments().body(quotes.group(2))).as(pack.kind().ref().kind()).contains(quotes.group(1));
                found++;
            }
            long fromMemory = pack.source().lines().filter(line -> line.contains("status: FROM_MEMORY")).count();
            assertThat(found + fromMemory).as(pack.kind().ref().kind()).isEqualTo(pack.kind().bases().size() + 1);
            assertThat(pack.kind().bases().stream().filter(base -> base.quote().isEmpty())).hasSize((int) fromMemory);
            assertThat(pack.kind().measureBasis().quote()).isNotEmpty();
        }
    }

    @Test
    void every_kind_of_the_list_has_its_pack() {
        assertThat(persons.as(CaseWork.OFFICER, kinds::current)).extracting(kind -> kind.ref().kind()).contains(
                "trademark", "confusion", "bad-faith-application", "special-sign", "patent-counterfeit", "copyright",
                "publication", "geographical-indication", "plant-variety", "seed", "false-publicity", "trade-secret",
                "product-quality", "food", "drug", "device", "cosmetics", "disinfectant", "advertising");
    }

    @ParameterizedTest(name = "{0} → {1}: line {2}, {3} {4}")
    @CsvFileSource(resources = "/cases/kinds.csv", useHeadersInDisplayName = true)
    void what_is_wrong_in_a_pack_is_told_with_its_line_and_field(
            String replace, String with, int line, String field, String reason) {
        assertThat(PACK).contains(replace);

        var reading = KindReader.read(PACK.replaceFirst(Pattern.quote(replace), with), law.penaltyBases()::contains);

        assertThat(reading.kind()).isEmpty();
        assertThat(reading.faults()).contains(new KindReader.Fault(line, field, reason));
    }

    @Test
    void a_text_that_is_no_pack_is_told_so() {
        assertThat(KindReader.read("", _ -> true).faults()).extracting(KindReader.Fault::reason).containsExactly("mapping");
        assertThat(KindReader.read("- 1", _ -> true).faults()).extracting(KindReader.Fault::reason).containsExactly("mapping");
        assertThat(KindReader.read("a: [1", _ -> true).faults()).extracting(KindReader.Fault::reason).containsExactly("yaml");
        assertThat(KindReader.read("x".repeat(100_001), _ -> true).faults()).extracting(KindReader.Fault::reason).containsExactly("long");
    }

    @Test
    void a_reviewer_adds_a_kind_a_case_keeps_its_version_and_takes_no_measure_that_it_does_not_allow() {
        assertThat(persons.as(CaseWork.REVIEWER, () -> kinds.add(PACK))).isInstanceOf(Kinds.Adding.Added.class);
        var file = filedAs("hats", 1);
        assertThat(persons.as(CaseWork.REVIEWER, () -> kinds.add(PACK))).isInstanceOf(Kinds.Adding.Wrong.class);
        assertThat(persons.as(CaseWork.REVIEWER, () -> kinds.add(
                        PACK.replace("version: 1", "version: 2").replace("[REGISTRATION, SEIZURE]", "[REGISTRATION, SEIZURE, SEALING]"))))
                .isInstanceOf(Kinds.Adding.Added.class);

        assertThat(persons.as(CaseWork.OFFICER, () -> kinds.ofCase(file.docket().id())).orElseThrow().ref())
                .isEqualTo(new KindOfCase.Ref("hats", 1));
        assertThat(persons.as(CaseWork.OFFICER, kinds::current)).extracting(KindOfCase::ref).contains(new KindOfCase.Ref("hats", 2));
        assertThat(ask(file, Measure.Kind.SEALING)).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                assertThat(refused.grounds()).singleElement().satisfies(ground -> {
                    assertThat(ground.code()).isEqualTo("MEASURE_NOT_OF_KIND");
                    assertThat(ground.provision().quote()).isEqualTo("可以扣押");
                }));
        assertThat(ask(file, Measure.Kind.SEIZURE)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void documents_carry_the_clauses_of_the_kind_that_the_case_was_filed_as() throws IOException {
        String clause = "帽子的合法来源可以在申辩时说明。";
        var pack = PACK.replace("kind: hats", "kind: caps")
                .replace("clauses: []", "clauses: [{document: 行政处罚告知书, text: '%s'}]".formatted(clause));
        assertThat(persons.as(CaseWork.REVIEWER, () -> kinds.add(pack))).isInstanceOf(Kinds.Adding.Added.class);

        assertThat(notice(filedAs("caps", 1))).contains(clause);
        assertThat(notice(work.filed())).doesNotContain(clause);
    }

    private String notice(CaseFile filed) throws IOException {
        var investigating = work.step(CaseWork.OFFICER, filed, (room, step) -> room.record(
                step, Paper.RecordKind.INSPECTION, work.today(), "仓前路8号", "现场发现帽子3件。", ""));
        var finished = work.step(CaseWork.OFFICER, investigating, (room, step) ->
                room.finish(step, "事实", "意见", CaseWork.PENALTY));
        var reviewed = work.step(CaseWork.REVIEWER, finished, (room, step) -> room.review(step, true, "同意"));
        var informed = work.step(CaseWork.HEAD, reviewed, (room, step) -> room.inform(step, true));
        byte[] pdf = persons.as(CaseWork.HEAD, () -> documents.of("case", informed.docket().id()).stream()
                .filter(one -> one.kind().equals("penalty-notice"))
                .findFirst()
                .flatMap(one -> documents.read(one.id()))
                .orElseThrow()
                .pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }

    @Test
    void an_officer_adds_no_kind() {
        assertThatThrownBy(() -> persons.as(CaseWork.OFFICER, () -> kinds.add(PACK.replace("hats", "coats"))))
                .isInstanceOf(Forbidden.class);
    }

    private CaseFile filedAs(String kind, int version) {
        var plain = work.request("");
        var proposed = CaseWork.done(persons.as(CaseWork.OFFICER, () -> cases.propose(new FilingRequest(
                plain.matter(), plain.party(), plain.personal(), plain.officers(), plain.turnover(), plain.ground(), plain.venue(), kind, version))));
        return work.step(CaseWork.HEAD, proposed, Cases::approve);
    }

    private Outcome ask(CaseFile file, Measure.Kind kind) {
        return persons.as(CaseWork.OFFICER, () -> measures.ask(
                new Step(file.docket().id(), file.docket().version()),
                kind,
                new Measure.Taking("仓前路8号", "涉嫌", "某条例", List.of(new Measure.Thing("帽子", "", new BigDecimal(3), "件")))));
    }
}
