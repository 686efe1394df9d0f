package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.law.Metric;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.json.JsonMapper;

/** Facts established on a real database: weighed, kept, told to other rooms, refused. */
@OnThePlatform
@RecordApplicationEvents
class EstablishingFactsTests {

    private static final FoundFacts BELOW =
            WeighingFactsTest.found("role=SELLER;object=GOODS;kinds=1;sales=34999.99;illegalGain=0;unsoldValue=0", "none");
    private static final FoundFacts MET =
            WeighingFactsTest.found("role=SELLER;object=GOODS;kinds=1;sales=50000;illegalGain=0;unsoldValue=0", "none");

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Cases cases;

    @Autowired
    CaseFacts facts;

    @Autowired
    Persons persons;

    @Autowired
    EarlierCases earlier;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JsonMapper json;

    @Test
    void the_newest_facts_count_and_all_stay_on_file_with_what_was_said_of_them() {
        var first = establish(CaseWork.OFFICER, work.investigating(), BELOW);
        var second = establish(CaseWork.SECOND, first, MET);

        assertThat(second).isInstanceOf(CaseFile.Investigating.class);
        assertThat(second.docket().all(Paper.Facts.class)).hasSize(2);
        assertThat(second.docket().need(Paper.Facts.class).found()).isEqualTo(MET);
        assertThat(events.stream(CaseFactsEstablished.class)
                        .map(event -> event.verdicts().stream()
                                .filter(verdict -> verdict.crime().equals("214"))
                                .map(CrimeVerdict::standing)
                                .collect(Collectors.toList())))
                .containsExactly(List.of(CrimeVerdict.Standing.BELOW), List.of(CrimeVerdict.Standing.MET));
        assertThat(events.stream(CaseFactsEstablished.class).map(CaseFactsEstablished::refer))
                .containsExactly("none-yet", "threshold");
        var asked = persons.as(CaseWork.HEAD, () -> cases.facts(second.docket().id(), work.today())).orElseThrow();
        assertThat(asked.decided()).isEqualTo(work.today());
        assertThat(asked.acts().getFirst().amounts()).containsEntry(Metric.SALES, 5_000_000L);
        assertThat(persons.as(CaseWork.HEAD, () -> cases.facts(second.docket().id(), work.today().minusDays(1)))).isEmpty();
        assertThat(persons.as(CaseWork.FOREIGN, () -> cases.facts(second.docket().id(), work.today()))).isEmpty();
    }

    @Test
    void an_event_survives_the_outbox() {
        establish(CaseWork.OFFICER, work.investigating(), MET);
        var event = events.stream(CaseFactsEstablished.class).findFirst().orElseThrow();

        assertThat(json.readValue(json.writeValueAsString(event), CaseFactsEstablished.class)).isEqualTo(event);
    }

    @Test
    void only_handling_officers_of_a_pending_case_establish_facts() {
        assertThat(codes(attempt(CaseWork.HEAD, work.investigating(), MET))).containsExactly("ROLE.OFFICER");
        assertThat(codes(attempt(CaseWork.OFFICER, work.proposed(""), MET))).containsExactly("ORDER.ESTABLISH");
        assertThat(codes(attempt(CaseWork.OFFICER, work.decided(), MET))).containsExactly("ORDER.ESTABLISH");
    }

    @Test
    void earlier_punishments_of_the_same_party_are_proposed_to_those_who_may_see_them() {
        var before = work.decided();
        var now = work.investigating();

        assertThat(persons.as(CaseWork.OFFICER, () -> earlier.of(now.docket().id())))
                .extracting(EarlierCases.Earlier::number).contains(before.name()).doesNotContain(now.name());
        assertThat(persons.as(CaseWork.FOREIGN, () -> earlier.of(now.docket().id()))).isEmpty();
    }

    @Test
    void facts_are_read_field_by_field_and_each_fault_stands_at_its_field() throws Exception {
        var file = work.investigating();
        var bad = post(file, Map.ofEntries(
                Map.entry("offender", "UNIT"), Map.entry("begun", work.today().plusDays(1).toString()),
                Map.entry("sales", "-5"), Map.entry("salesBasis", "账册"), Map.entry("labels", "2.5"), Map.entry("labelsBasis", "清单"),
                Map.entry("illegalGain", "300"), Map.entry("role2", "KING"), Map.entry("begun2", "2026-13-01"),
                Map.entry("priorOn", "2025-01-01"), Map.entry("priorBasis", "罚1号"), Map.entry("priorCrime", "999"),
                Map.entry("noPrior", "true"), Map.entry("taken", "999999"), Map.entry("suspicion", "true")));

        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(json.readTree(bad.body()).get("errors").propertyNames()).containsExactlyInAnyOrder(
                "begun", "sales", "labels", "illegalGainBasis", "role2", "begun2", "priorCrime", "taken", "noPrior", "suspicionGround");
        assertThat(persons.as(CaseWork.OFFICER, () -> cases.find(file.docket().id())).orElseThrow().docket().all(Paper.Facts.class))
                .isEmpty();
    }

    @Test
    void an_act_may_not_end_before_it_begins_nor_the_unsold_exceed_the_whole() throws Exception {
        var file = work.investigating();
        var bad = post(file, Map.of(
                "offender", "UNIT", "begun", "2026-06-02", "until", "2026-06-01", "goodsValue", "100", "goodsValueBasis", "清单",
                "unsoldValue", "100.01", "unsoldValueBasis", "清单"));

        assertThat(json.readTree(bad.body()).get("errors").propertyNames()).containsExactlyInAnyOrder("until", "goodsValue");
    }

    @Test
    void a_punishment_from_an_earlier_case_is_taken_over_with_its_decision() throws Exception {
        var before = work.decided();
        var file = work.investigating();
        String id = Long.toString(before.docket().id());

        var good = post(file, Map.of(
                "offender", "UNIT", "begun", work.today().minusDays(9).toString(), "role", "SELLER", "object", "GOODS",
                "sales", "1,000.50", "salesBasis", "账册第3页", "taken", id, "takenCrime" + id, "214"));

        assertThat(good.statusCode()).isEqualTo(200);
        var found = persons.as(CaseWork.OFFICER, () -> cases.find(file.docket().id())).orElseThrow()
                .docket().need(Paper.Facts.class).found();
        assertThat(found.priors()).singleElement().satisfies(prior -> {
            assertThat(prior.crimes()).containsExactly("214");
            assertThat(prior.basis()).isEqualTo(((CaseFile.Concluded) before).decision().number().text());
        });
        assertThat(found.acts().getFirst().figures()).containsExactly(new FoundFacts.Figure(Metric.SALES, 100_050, "账册第3页"));
    }

    private CaseFile establish(String who, CaseFile file, FoundFacts found) {
        return CaseWork.done(attempt(who, file, found));
    }

    private Outcome attempt(String who, CaseFile file, FoundFacts found) {
        return persons.as(who, () -> facts.establish(new Step(file.docket().id(), file.docket().version()), found));
    }

    private static List<String> codes(Outcome outcome) {
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }

    private HttpResponse<String> post(CaseFile file, Map<String, String> fields) throws IOException, InterruptedException {
        var body = Stream.concat(fields.entrySet().stream(), Stream.of(Map.entry("version", "" + file.docket().version())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/cases/" + file.docket().id() + "/establish"))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((CaseWork.OFFICER + ":" + Persons.PASSWORD).getBytes()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
