package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.law.Money;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever random people of several agencies send to the interface, in whatever order, with stale versions, keys used
 * before, absurd amounts and days to come: on a real database a refused request changes nothing, and what was accepted keeps
 * the rules. A red run names its seed, which {@code -Dhengjian.seed} takes.
 */
@OnThePlatform
class RandomPeopleOnTheDatabaseTests {

    private static final int REQUESTS = 350;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PEOPLE = List.of(
            "shen.zhiyao", "lu.wendi", "lin.wan", "gu.heng", "jiang.lin", "zhou.an", "tang.yue", "fang.qing", "bai.shu",
            "qin.shan", "luo.jin", "tao.ran");
    private static final List<String> MONEY = List.of(
            "60000", "21000.50", "0", "0.01", "", "-5", "12.345", "99999999999999999999", "1e9", "81000.50", "六万");
    private static final List<String> TEXTS = List.of("同意。", "情节一般。", "情节一般。", "材料齐备。", "", "  ", "字".repeat(9_000), "a<b>&\"'");
    private static final Set<Class<? extends Paper>> JUDGING = Set.of(
            Paper.Filed.class, Paper.FilingRefused.class, Paper.Review.class, Paper.Notice.class, Paper.Decided.class,
            Paper.Closed.class, Paper.MeasureImposed.class, Paper.MeasureConfirmed.class, Paper.Terminated.class);

    @Autowired
    CaseApi api;

    @Autowired
    Cases cases;

    @Autowired
    CaseWork work;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** What the database holds of all cases, so that any change shows. */
    private record Sight(Map<Long, Integer> versions, long papers, long entries, Map<String, Integer> series, long documents) {}

    private record Sent(String who, long id, String step, Map<String, Object> body, String key) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 16})
    void nothing_that_is_sent_breaks_a_rule(long usual) {
        long seed = Long.getLong("hengjian.seed", usual);
        var random = new Random(seed);
        var own = new TreeSet<Long>();
        var handling = new HashMap<Long, Set<Long>>();
        var done = new ArrayList<Sent>();
        var accepted = new TreeMap<String, Integer>(); // by step
        int refused = 0;
        var before = sight();
        for (int i = 0; i < REQUESTS; i++) {
            boolean again = !done.isEmpty() && random.nextInt(12) == 0;
            var sent = again
                    ? done.get(random.nextInt(done.size()))
                    : own.isEmpty() || random.nextInt(25) == 0
                            ? proposal(random)
                            : step(List.copyOf(own).get(random.nextInt(own.size())), random);
            boolean other = again && random.nextBoolean(); // the key comes back with another request
            if (other) {
                var body = new LinkedHashMap<>(sent.body());
                body.put("note", "别的" + i);
                sent = new Sent(sent.who(), sent.id(), sent.step(), body, sent.key());
            }
            String what = "request " + i + " of seed " + seed + ": " + sent;
            int status = send(sent, what);
            var after = sight();
            if (again) {
                assertThat(status).as(what).isEqualTo(other ? 422 : sent.id() == 0 ? 201 : 200);
                assertThat(after).as(what).isEqualTo(before);
            } else if (status == 200 || status == 201) {
                accepted.merge(sent.step(), 1, Integer::sum);
                if (!sent.key().isEmpty()) {
                    done.add(sent);
                }
                long id = changed(before, after);
                assertThat(after.papers()).as(what).isEqualTo(before.papers() + 1);
                assertThat(after.entries()).as(what).isEqualTo(before.entries() + 1);
                assertThat(after.versions().get(id)).as(what).isEqualTo(before.versions().getOrDefault(id, 0) + 1);
                if (sent.id() == 0) {
                    own.add(id);
                    handling.put(id, new HashSet<>());
                } else {
                    assertThat(id).as(what).isEqualTo(sent.id());
                }
                holds(id, handling.getOrDefault(id, Set.of()), what);
                handling.computeIfPresent(id, (_, officers) -> {
                    file(id).docket().officers().forEach(officer -> officers.add(officer.id()));
                    return officers;
                });
            } else {
                refused++;
                assertThat(after).as(what).isEqualTo(before);
            }
            before = after;
        }
        numbersHaveNeitherGapNorDouble("seed " + seed);
        // Proof that the walk goes far enough to prove something.
        assertThat(accepted).as("steps that seed " + seed + " took").hasSizeGreaterThan(15);
        assertThat(accepted.values().stream().mapToInt(Integer::intValue).sum()).as("accepted of seed " + seed).isGreaterThan(60);
        assertThat(refused).as("refused of seed " + seed).isGreaterThan(60);
    }

    // What is sent.

    private Sent proposal(Random random) {
        var people = List.of("shen.zhiyao", "lu.wendi", "lin.wan");
        boolean good = random.nextInt(3) > 0;
        var officers = new ArrayList<Long>();
        for (int i = 0; i < 2; i++) {
            officers.add(work.id(good ? people.get(i) : PEOPLE.get(random.nextInt(PEOPLE.size()))));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("source", "INSPECTION");
        body.put("foundOn", good ? today() : day(random));
        body.put("partyKind", random.nextBoolean() ? "FIRM" : "PERSON");
        body.put("partyName", good ? "云岫禾木服饰有限公司" : TEXTS.get(random.nextInt(TEXTS.size())));
        body.put("partyAddress", "仓前路8号");
        body.put("cause", "侵犯注册商标专用权");
        body.put("act", "销售侵权卫衣");
        body.put("place", "仓前路8号");
        body.put("actFrom", good ? today() : day(random));
        body.put("turnover", good ? "51100" : MONEY.get(random.nextInt(MONEY.size())));
        if (good || random.nextBoolean()) {
            body.put("venueGround", good ? "PLACE_OF_ACT" : "");
            body.put("venueText", "仓前路8号在本局辖区");
        }
        body.put("ground", "有证据初步证明");
        body.put("officers", officers);
        String who = good ? "shen.zhiyao" : PEOPLE.get(random.nextInt(PEOPLE.size()));
        return new Sent(who, 0, "", body, UUID.randomUUID().toString());
    }

    private Sent step(long id, Random random) {
        var file = file(id);
        var verbs = new ArrayList<>(Course.steps(file));
        if (verbs.isEmpty() || random.nextInt(4) == 0) {
            verbs.addAll(Course.beside(file));
        }
        // What ends a case or stops it comes seldom, or no case would come far.
        if (random.nextInt(4) > 0) {
            verbs.removeAll(Set.of(
                    Verb.REFUSE, Verb.SUSPEND, Verb.PROPOSE_TERMINATION, Verb.TERMINATE, Verb.ASK_HEARING, Verb.EXTEND,
                    Verb.ASK_RECUSAL, Verb.DECLARE_RECUSAL, Verb.DISPUTE_VENUE, Verb.PROPOSE_DESIGNATION, Verb.PROPOSE_HANDOVER,
                    Verb.HAND_DOWN, Verb.TAKE_UP));
        }
        boolean wild = verbs.isEmpty() || random.nextInt(5) == 0;
        var verb = wild ? Verb.values()[random.nextInt(Verb.values().length)] : verbs.get(random.nextInt(verbs.size()));
        boolean good = random.nextInt(4) > 0;
        String who = good ? rightPerson(verb, file, random) : PEOPLE.get(random.nextInt(PEOPLE.size()));
        var body = fields(file, random, random.nextInt(4) > 0);
        int version = file.docket().version();
        body.put("version", random.nextInt(7) > 0 ? version : List.of(version - 1, version + 1, 0, -1, "x", "").get(random.nextInt(6)));
        return new Sent(who, id, verb.path(), body, random.nextInt(8) == 0 ? "" : UUID.randomUUID().toString());
    }

    private String rightPerson(Verb verb, CaseFile file, Random random) {
        if (verb.isOfAnother()) {
            return verb.by() == Verb.By.COUNTERPART ? "bai.shu" : "tao.ran";
        }
        return switch (verb.role()) {
            case HEAD -> random.nextBoolean() ? "jiang.lin" : "zhou.an";
            case REVIEWER -> "gu.heng";
            case OFFICER -> PEOPLE.stream()
                    .filter(name -> file.docket().isHandledBy(work.id(name)))
                    .findFirst()
                    .orElse("shen.zhiyao");
            default -> throw new AssertionError(verb);
        };
    }

    /** Every field that any step reads. @param good whether most of them can be read */
    private Map<String, Object> fields(CaseFile file, Random random, boolean good) {
        var fields = new LinkedHashMap<String, Object>();
        for (String name : List.of(
                "text", "opinion", "facts", "reasons", "ground", "recipient", "receipt", "outcome", "answer", "institution",
                "subject", "question", "report", "present", "hearingRecord", "discussion", "conclusion", "reporter", "court",
                "rulingNumber", "body", "shelf", "note", "others", "basis", "witness", "receiver", "unsigned", "recorder")) {
            fields.put(name, good ? "情节一般。" : TEXTS.get(random.nextInt(TEXTS.size())));
        }
        for (String name : List.of("fine", "confiscation", "amount")) {
            fields.put(name, good ? MONEY.get(random.nextInt(4)) : MONEY.get(random.nextInt(MONEY.size())));
        }
        fields.put("on", good ? today() : day(random));
        fields.put("until", good ? LocalDate.parse(today()).plusDays(5).toString() : day(random));
        fields.put("hearingAt", day(random) + "T09:30");
        fields.put("at", today() + "T00:00");
        fields.put("place", "仓前路8号");
        fields.put("goods", good ? "卫衣,XL,430,件" : "卫衣");
        fields.put("measureBasis", "《商标法》第六十二条");
        fields.put("members", good ? "江临、周安" : "江临");
        fields.put("schedule", day(random) + " " + MONEY.get(random.nextInt(MONEY.size())));
        fields.put("hearing", random.nextInt(5) > 0 ? "true" : "");
        fields.put("presiding", work.id(PEOPLE.get(random.nextInt(PEOPLE.size()))));
        fields.put("recused", work.id(PEOPLE.get(random.nextInt(PEOPLE.size()))));
        fields.put("team", List.of(work.id("shen.zhiyao"), work.id(PEOPLE.get(random.nextInt(PEOPLE.size())))));
        fields.put("successors", List.of(work.id(PEOPLE.get(random.nextInt(PEOPLE.size())))));
        int papers = file.docket().entries().size();
        fields.put("measure", about(file, random, Measure.of(file.docket()).stream().map(Measure::n).toList(), papers));
        fields.put("openTesting", about(file, random, Testing.of(file.docket()).stream().map(Testing::n).toList(), papers));
        fields.put("request", about(file, random, Recusal.of(file.docket()).stream().map(Recusal::n).toList(), papers));
        choice(fields, "record", random, good, CaseForms.names(Paper.RecordKind.values()));
        choice(fields, "review", random, good, "CONSENT", "CONSENT", "RETURN");
        choice(fields, "way", random, good, CaseForms.names(Paper.Way.values()));
        choice(fields, "defence", random, good, "WAIVER", "STATEMENT");
        choice(fields, "result", random, good, CaseForms.names(Paper.Result.values()));
        choice(fields, "exemption", random, good, CaseForms.names(Disposal.Exemption.values()));
        choice(fields, "refusal", random, good, "MINOR", "NO_FAULT");
        choice(fields, "measureKind", random, good, CaseForms.names(Measure.Kind.values()));
        choice(fields, "settling", random, good, CaseForms.names(Measure.Settling.values()));
        choice(fields, "lifting", random, good, CaseForms.names(Measure.Lifting.values()));
        choice(fields, "testing", random, good, CaseForms.names(Testing.Kind.values()));
        choice(fields, "suspension", random, good, CaseForms.names(Paper.SuspensionGround.values()));
        choice(fields, "gravity", random, good, CaseForms.names(Paper.Gravity.values()));
        choice(fields, "termination", random, good, CaseForms.names(Paper.Termination.values()));
        choice(fields, "reporterWay", random, good, CaseForms.names(Paper.ReporterWay.values()));
        choice(fields, "remedy", random, good, CaseForms.names(Paper.RemedyKind.values()));
        choice(fields, "remedyOutcome", random, good, CaseForms.names(Paper.RemedyOutcome.values()));
        choice(fields, "ruling", random, good, CaseForms.names(Paper.Ruling.values()));
        choice(fields, "retention", random, good, CaseForms.names(Paper.Retention.values()));
        choice(fields, "reopening", random, good, CaseForms.names(Paper.Reopening.values()));
        choice(fields, "recusalLevel", random, good, CaseForms.names(Paper.RecusalLevel.values()));
        choice(fields, "recusal", random, good, "GRANTED", "REFUSED");
        fields.put("counterpart", random.nextInt(5) > 0 ? "market-330110" : TEXTS.get(random.nextInt(TEXTS.size())));
        fields.put("transferring", "market-330110");
        fields.put("handoverTo", random.nextInt(3) > 0 ? "market-330110" : "market-330106");
        fields.put("otherAgency", random.nextInt(3) > 0 ? "market-330106" : "tax-330106");
        fields.put("competent", random.nextBoolean() ? persons.viewer("jiang.lin").agency() : "OTHER");
        fields.put("consulting", good ? "双方办案人员" : "");
        fields.put("consultationRecord", "交换意见");
        choice(fields, "venueGround", random, good, CaseForms.names(Paper.VenueGround.values()));
        choice(fields, "consultation", random, good, CaseForms.names(Paper.Consultation.values()));
        choice(fields, "confirmation", random, good, "AGREED", "NOT_AGREED");
        choice(fields, "designation", random, good, CaseForms.names(Paper.Designation.values()));
        choice(fields, "reserved", random, good, "NO", "YES");
        choice(fields, "signed", random, good, "YES", "NO");
        choice(fields, "ending", random, good, "ABSENT", "LEFT");
        choice(fields, "severity", random, good, CaseForms.names(Severity.values()));
        return fields;
    }

    private static void choice(Map<String, Object> fields, String name, Random random, boolean good, String... words) {
        fields.put(name, good || random.nextBoolean() ? words[random.nextInt(words.length)] : "别的");
    }

    /** The place of a paper of that kind, mostly. */
    private static int about(CaseFile file, Random random, List<Integer> places, int papers) {
        return places.isEmpty() || random.nextInt(5) == 0 ? random.nextInt(papers + 2) : places.get(random.nextInt(places.size()));
    }

    private String day(Random random) {
        var today = work.today();
        return List.of(
                        today.toString(), today.minusDays(1).toString(), today.plusDays(1).toString(), today.plusYears(3).toString(),
                        "1989-06-01", "2026-02-30", "", "明天")
                .get(random.nextInt(8));
    }

    private String today() {
        return work.today().toString();
    }

    /** The answer's status; anything but an answer that is meant for people fails the test. */
    private int send(Sent sent, String what) {
        try {
            ResponseEntity<?> answer = viewers.as(persons.viewer(sent.who()), () -> sent.id() == 0
                    ? api.propose(sent.key(), JSON.valueToTree(sent.body()))
                    : api.take(sent.id(), sent.step(), sent.key(), JSON.valueToTree(sent.body())));
            return answer.getStatusCode().value();
        } catch (Conflict | NotFound | Forbidden refusal) {
            return 409;
        } catch (RuntimeException fault) {
            throw new AssertionError(what, fault);
        }
    }

    // What must hold.

    private Sight sight() {
        return asMachine(() -> {
            var versions = new TreeMap<Long, Integer>();
            jdbc.sql("select id, version from cases.case_file").query((row, _) -> versions.put(row.getLong(1), row.getInt(2))).list();
            var series = new TreeMap<String, Integer>();
            jdbc.sql("select agency_id || word || year, last from documents.series")
                    .query((row, _) -> series.put(row.getString(1), row.getInt(2)))
                    .list();
            return new Sight(
                    versions,
                    count("select count(*) from cases.paper"),
                    count("select count(*) from audit.entry where object = 'case' and (jsonb_exists(facts, 'paper') or deed = 'cases.propose')"),
                    series,
                    count("select count(*) from documents.document where object = 'case'"));
        });
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private <T> T asMachine(java.util.function.Supplier<T> work) {
        return viewers.as(Viewer.machine(), () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static long changed(Sight before, Sight after) {
        var changed = after.versions().entrySet().stream()
                .filter(now -> !now.getValue().equals(before.versions().get(now.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(changed).as("cases that one request changed").hasSize(1);
        return changed.getFirst();
    }

    private CaseFile file(long id) {
        return viewers.as(Viewer.machine(), () -> cases.find(id).orElseThrow());
    }

    /** @param officers who handled the case until now */
    private void holds(long id, Set<Long> officers, String what) {
        var file = file(id); // a state that lacks its papers cannot be made
        var docket = file.docket();
        assertThat(docket.version()).as(what).isEqualTo(docket.entries().size());
        for (int n = 1; n <= docket.entries().size(); n++) {
            assertThat(docket.entries().get(n - 1).n()).as(what).isEqualTo(n);
        }
        var last = docket.entries().getLast();
        if (JUDGING.contains(last.paper().getClass())) {
            assertThat(officers).as(what).doesNotContain(last.by().person());
        }
        assertThat(docket.officers().stream().map(Officer::id).distinct()).as(what).hasSizeGreaterThanOrEqualTo(2);
        var paid = docket.all(Paper.Paid.class).stream()
                .map(entry -> ((Paper.Paid) entry.paper()).amount())
                .reduce(Money.ZERO, Money::plus);
        var row = asMachine(() -> jdbc.sql("select paid_fen, fine_fen + confiscated_fen + surcharge_fen as owed, state, agency_id"
                        + " from cases.case_file where id = :id")
                .param("id", id)
                .query((found, _) -> List.of(
                        found.getLong(1), found.getLong(2), found.getString(3), found.getLong(4)))
                .single());
        assertThat(row.get(2)).as(what).isEqualTo(file.stage().name());
        if (file instanceof CaseFile.Concluded concluded && !(file instanceof CaseFile.Terminated || file instanceof CaseFile.HandedOver)) {
            assertThat(concluded.owed().isNegative()).as(what).isFalse();
            assertThat((long) row.get(0)).as(what).isLessThanOrEqualTo((long) row.get(1)).isLessThanOrEqualTo(paid.fen());
        }
        asMachine(() -> {
            assertThat(jdbc.sql("""
                            select count(*)
                              from audit.entry
                             where object = 'case'
                               and object_id = :name
                               and ((facts ->> 'paper')::integer = :n or (deed = 'cases.propose' and :n = 1))
                               and person_id = :person
                            """)
                            .param("name", file.name())
                            .param("n", last.n())
                            .param("person", last.by().person())
                            .query(Long.class)
                            .single())
                    .as(what)
                    .isEqualTo(1);
            return true;
        });
    }

    /** Of each agency and year: every number from the first to the last drawn is on one paper. */
    private void numbersHaveNeitherGapNorDouble(String what) {
        var form = Pattern.compile("(.+?)〔(\\d{4})〕(\\d+)号");
        var given = new TreeMap<String, TreeSet<Integer>>();
        var rows = asMachine(() -> jdbc.sql("""
                select f.agency_id, f.proposal_number
                  from cases.case_file f
                union all
                select f.agency_id, p.content -> 'number' ->> 'text'
                  from cases.paper p
                  join cases.case_file f on f.id = p.case_id
                 where p.kind in ('Filed', 'Notice', 'Decided')
                """)
                .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .list());
        for (var row : rows) {
            var number = form.matcher(row.getValue());
            assertThat(number.matches()).as(row.getValue()).isTrue();
            assertThat(given.computeIfAbsent(row.getKey() + " " + number.group(1) + number.group(2), _ -> new TreeSet<>())
                            .add(Integer.valueOf(number.group(3))))
                    .as("%s: %s is there once", what, row.getValue())
                    .isTrue();
        }
        assertThat(given).as(what).isNotEmpty();
        given.forEach((series, serials) ->
                assertThat(serials.last()).as("%s: the last of %s", what, series).isEqualTo(serials.size()));
    }
}
