package org.hengjian.commands.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import org.hengjian.law.Law;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LawAnswersTest {

    private static final LawAnswers LAW = new LawAnswers(Law.load());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static JsonNode ask(String verb, String json) {
        return LAW.answer(verb, MAPPER.readTree(json.replace('\'', '"'))).body();
    }

    private static void refused(String verb, String json, String pointer) {
        LawAnswers.Reply reply = LAW.answer(verb, MAPPER.readTree(json.replace('\'', '"')));
        assertThat(reply.refused()).as(json).isTrue();
        assertThat(reply.body().get("error").get("pointer").stringValue())
                .as(json)
                .isEqualTo(pointer);
    }

    @Test
    void a_deadline_comes_with_its_days_and_its_sentence() {
        JsonNode answer = ask(
                "deadline",
                "{'id':'d1','duty':'procedure.verification','start':'2025-01-20','extensions':1,"
                        + "'excluded':[{'from':'2025-02-10','to':'2025-02-14','reason':'testing','notified':true}],"
                        + "'on':'2025-01-20','party':'agency'}");
        assertThat(answer.get("id").stringValue()).isEqualTo("d1");
        assertThat(answer.get("due").stringValue()).isEqualTo("2025-03-14");
        assertThat(answer.get("unit").stringValue()).isEqualTo("working-days");
        assertThat(answer.get("extended").intValue()).isEqualTo(15);
        assertThat(answer.get("uncertain").isNull()).isTrue();
        assertThat(answer.get("parameter").get("from").stringValue()).isEqualTo("2019-04-01");
        JsonNode fifth = answer.get("days").get(5);
        assertThat(fifth.get("date").stringValue()).isEqualTo("2025-01-26");
        assertThat(fifth.get("why").stringValue()).isEqualTo("make-up working day");
        assertThat(answer.get("days").get(7).get("why").stringValue()).isEqualTo("holiday: 春节");
    }

    @Test
    void hours_end_at_the_same_minute_and_offset() {
        assertThat(ask("deadline", "{'duty':'referral.transfer','start':'2025-01-24T17:00:00+08:00'}")
                        .get("due")
                        .stringValue())
                .isEqualTo("2025-01-25T17:00:00+08:00");
        assertThat(ask("deadline", "{'duty':'referral.transfer','start':'2025-01-24T17:00+08:00'}")
                        .get("due")
                        .stringValue())
                .isEqualTo("2025-01-25T17:00+08:00");
    }

    @Test
    void what_is_wrong_is_named_by_its_pointer() {
        refused("deadline", "{'duty':'procedure.verification','start':'2025-02-30'}", "/start");
        refused("deadline", "{'duty':'procedure.verification','start':'2025-02-20','x':1}", "/x");
        refused("deadline", "{'duty':'nothing','start':'2025-02-20'}", "/duty");
        refused("deadline", "{'duty':'referral.transfer','start':'2025-02-20'}", "/start");
        refused("deadline", "{'duty':'procedure.seizure','start':'2025-02-20','extensions':-1}", "/extensions");
        refused(
                "deadline",
                "{'duty':'procedure.seizure','start':'2025-02-20','excluded':[{'from':'2025-02-22','to':'2025-02-21','reason':'testing'}]}",
                "/excluded/0/to");
        refused("deadline", "{'duty':'disclosure.samr.cross-province','start':'2025-02-20'}", "/duty");
        refused("crimes", "{'acts':[{'on':'2025-02-20','sales':-1}]}", "/acts/0/sales");
        refused("crimes", "{'acts':[{'on':'2025-02-20','sales':1.001}]}", "/acts/0/sales");
        refused("crimes", "{'acts':[{'on':'2025-02-20','copies':1.5}]}", "/acts/0/copies");
        refused("crimes", "{'crimes':['999'],'acts':[{'on':'2025-02-20'}]}", "/crimes/0");
        refused("penalty", "{'basis':'fine.nothing','actOn':'2025-02-20'}", "/basis");
        refused("penalty", "{'basis':'fine.drug.fake','actOn':'2025-02-20','goodsValue':'8000'}", "/goodsValue");
        refused("competence", "{'right':'trademark','region':{'act':'33010'},'on':'2025-02-20'}", "/region/act");
        refused("explain", "{'parameter':'nothing'}", "/parameter");
        refused("explain", "[1]".substring(1, 2), "");
    }

    @Test
    void a_crime_is_answered_in_the_shape_of_the_contract() {
        JsonNode answer = ask(
                "crimes",
                "{'id':'c1','decided':'2025-07-01','offender':'individual','crimes':['213'],"
                        + "'acts':[{'on':'2025-06-01','role':'maker','object':'goods','illegalTurnover':50000,'illegalGain':0,'kinds':1}],"
                        + "'prior':[{'kind':'administrative','on':'2023-12-01','crimes':['214']}],"
                        + "'suspicion':{'reasonable':false,'grounds':''}}");
        JsonNode result = answer.get("results").get(0);
        assertThat(result.get("reached").booleanValue()).isTrue();
        assertThat(result.get("tier").stringValue()).isEqualTo("base");
        assertThat(result.get("penalty").get("zh").stringValue()).isEqualTo("三年以下有期徒刑，并处或者单处罚金");
        assertThat(result.get("version").get("instrument").stringValue()).isEqualTo("法释〔2025〕5号");
        assertThat(result.get("applied").stringValue()).isEqualTo("at-act");
        assertThat(answer.get("heaviest").stringValue()).isEqualTo("213");
        assertThat(answer.get("refer").get("basis").stringValue()).isEqualTo("threshold");
        assertThat(answer.get("limitation").get("ends").stringValue()).isEqualTo("2030-06-01");
    }

    @Test
    void a_penalty_comes_with_payment_and_surcharge() {
        JsonNode answer = ask(
                "penalty",
                "{'id':'p1','basis':'fine.trademark.infringement','actOn':'2025-05-01',"
                        + "'decidedOn':'2025-06-01','illegalTurnover':60000,'fine':20000,'stayed':[],'repeat':false,'serious':false,"
                        + "'receivedOn':'2025-06-03','paidOn':'2025-06-28'}");
        assertThat(answer.get("max").intValue()).isEqualTo(300000);
        assertThat(answer.get("payment").get("due").stringValue()).isEqualTo("2025-06-18");
        assertThat(answer.get("payment").get("surcharge").intValue()).isEqualTo(6000);
        assertThat(answer.get("limitation").get("ends").stringValue()).isEqualTo("2027-05-01");
    }

    @Test
    void an_explanation_has_the_articles_and_the_difference_of_two_days() {
        JsonNode answer = ask("explain", "{'parameter':'crime.art214.base','on':'2025-05-01','and':'2025-04-01'}");
        assertThat(answer.get("value").toString()).contains("unsoldValue");
        assertThat(answer.get("articles").get(0).get("text").stringValue()).startsWith("第五条");
        assertThat(answer.get("differences").size()).isPositive();
        assertThat(answer.get("and").get("value").toString()).contains("过渡期");
        assertThat(answer.get("same").booleanValue()).isFalse();
    }

    @Test
    void any_well_formed_facts_have_an_answer() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> objects = List.of(
                "goods",
                "services",
                "labels",
                "patent",
                "copies",
                "network",
                "secret",
                "drug",
                "food",
                "device",
                "seed",
                "cosmetic",
                "other");
        List<String> metrics = List.of(
                "illegalTurnover",
                "illegalGain",
                "sales",
                "unsoldValue",
                "goodsValue",
                "loss",
                "directLoss",
                "copies",
                "copiesUnsold",
                "items",
                "downloads",
                "clicks",
                "members",
                "labels",
                "labelsUnsold");
        List<String> roles = List.of("maker", "seller", "label-maker", "helper");
        List<String> harms = List.of("none", "serious", "especially-serious", "death");
        for (int i = 0; i < 3000; i++) {
            var facts = MAPPER.createObjectNode();
            facts.put("decided", "20%02d-0%d-11".formatted(26 - random.nextInt(3), 1 + random.nextInt(9)));
            var acts = facts.putArray("acts");
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                var act = acts.addObject();
                act.put(
                        "on",
                        "20%02d-0%d-2%d".formatted(1 + random.nextInt(23), 1 + random.nextInt(9), random.nextInt(9)));
                if (random.nextBoolean()) {
                    act.put("role", roles.get(random.nextInt(4)));
                }
                if (random.nextInt(5) > 0) {
                    act.put("object", objects.get(random.nextInt(objects.size())));
                }
                for (String metric : metrics) {
                    if (random.nextInt(3) == 0) {
                        act.put(metric, random.nextInt(400_000));
                    }
                }
                if (random.nextInt(3) == 0) {
                    act.put("harm", harms.get(random.nextInt(4)));
                }
                if (random.nextInt(3) == 0) {
                    act.put("kinds", random.nextInt(4));
                }
            }
            if (random.nextInt(3) == 0) {
                facts.putArray("prior")
                        .addObject()
                        .put("kind", "criminal")
                        .put("on", "2024-02-02")
                        .putArray("crimes")
                        .add("214");
            }
            if (random.nextBoolean()) {
                var crimes = facts.putArray("crimes");
                crimes.add(List.of(
                                "213", "214", "215", "216", "217", "218", "219", "219-1", "140", "141", "142", "142-1",
                                "143", "144", "145", "146", "147", "148", "225")
                        .get(random.nextInt(19)));
            }
            LawAnswers.Reply reply = LAW.answer("crimes", facts);
            assertThat(reply.refused()).as("seed %d: %s", seed, facts).isFalse();
            for (JsonNode result : reply.body().get("results")) {
                boolean open = result.get("reached").isNull();
                assertThat(!open
                                || result.get("missing").size() > 0
                                || !result.get("uncertain").isNull())
                        .as("seed %d: %s gives %s", seed, facts, result)
                        .isTrue();
            }
        }
    }

    @Test
    void one_object_gives_one_object_a_list_a_list_and_lines_give_lines() {
        String good = "{\"id\":1,\"duty\":\"procedure.seizure\",\"start\":\"2025-02-20\"}";
        String bad = "{\"id\":2,\"duty\":\"procedure.seizure\",\"start\":\"2025-02-31\"}";
        assertThat(run(good)).isEqualTo(0);
        assertThat(run("[" + good + "," + bad + "]")).isEqualTo(1);
        StringWriter out = new StringWriter();
        int code = LawCommand.answer(
                "deadline", good + "\n" + bad + "\n{broken\n", new PrintWriter(out), new PrintWriter(out));
        assertThat(code).isEqualTo(1);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("\"due\":\"2025-03-22\"");
        assertThat(lines.get(1)).contains("\"id\":2").contains("\"pointer\":\"/start\"");
        assertThat(run("not json at all")).isEqualTo(2);
    }

    private static int run(String text) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        return LawCommand.answer("deadline", text, writer, writer);
    }
}
