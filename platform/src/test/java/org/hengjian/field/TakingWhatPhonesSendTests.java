package org.hengjian.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hengjian.field.FieldWork.BYSTANDER;
import static org.hengjian.field.FieldWork.FOREIGN;
import static org.hengjian.field.FieldWork.HEAD;
import static org.hengjian.field.FieldWork.OFFICER;
import static org.hengjian.field.FieldWork.received;
import static org.hengjian.field.FieldWork.wrong;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.hengjian.access.Forbidden;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Paper;
import org.hengjian.evidence.Evidence;
import org.hengjian.evidence.EvidenceWork;
import org.hengjian.goods.Goods;
import org.hengjian.goods.GoodsPhotos;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each entry of a phone is done once however often it comes, and not at all where it may not be. */
@OnThePlatform
class TakingWhatPhonesSendTests {

    @Autowired
    FieldWork work;

    @Autowired
    CaseWork caseWork;

    @Autowired
    Field field;

    @Autowired
    Cases cases;

    @Autowired
    Goods goods;

    @Autowired
    GoodsPhotos photos;

    @Autowired
    Evidence evidence;

    @Autowired
    Persons persons;

    private long papers(long caseId) {
        return persons.as(OFFICER, () -> cases.find(caseId).orElseThrow().docket().entries().stream()
                .filter(entry -> entry.paper() instanceof Paper.Recorded)
                .count());
    }

    private Inspection.Whole whole(String who, Answer record) {
        return persons.as(who, () -> field.inspection(received(record).id())).orElseThrow();
    }

    @Test
    void a_record_sent_three_times_is_one_paper_of_the_case() {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        String words = work.text(work.record(id));

        var first = work.send(OFFICER, key, words);
        var second = work.send(OFFICER, key, words);
        var third = work.send(OFFICER, key, words);

        assertThat(received(second)).isEqualTo(received(first)).isEqualTo(received(third));
        assertThat(papers(id)).isOne();
        var record = whole(OFFICER, first).inspection();
        assertThat(record.present()).isEqualTo("赵某某（经营者）").doesNotContain("小禾");
        assertThat(record.officers()).contains("沈知遥", "陆闻笛");
        assertThat(record.hash()).isEqualTo(FieldWork.sha256(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void the_same_key_at_once_from_two_windows_is_done_once() throws Exception {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        String words = work.text(work.record(id));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(
                    java.util.Collections.<java.util.concurrent.Callable<Answer>>nCopies(
                            4, () -> work.send(OFFICER, key, words)));

            for (var answer : answers) {
                received(answer.get());
            }
        }

        assertThat(papers(id)).isOne();
    }

    @Test
    void other_words_under_a_used_key_are_refused_and_change_nothing() {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        received(work.send(OFFICER, key, work.record(id)));
        var other = work.record(id);
        other.put("facts", "什么也没有");

        assertThat(wrong(work.send(OFFICER, key, other))).containsExactly("field.ground.KEY_USED");
        assertThat(papers(id)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "facts,     '',      facts field.fault.empty",
        "place,     ' ',     place field.fault.empty",
        "begunAt,   gestern, begunAt field.fault.moment",
        "showed,    false,   showed field.fault.not-showed",
    })
    void a_record_that_lacks_something_is_refused_at_its_field(String name, String value, String fault) {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        var record = work.record(id);
        record.put(name, value);

        assertThat(wrong(work.send(OFFICER, key, record))).contains(fault);
        assertThat(papers(id)).isZero();

        received(work.send(OFFICER, key, work.record(id))); // mended, under the same key
        assertThat(papers(id)).isOne();
    }

    @Test
    void nobody_inspects_alone_or_tomorrow_or_ends_before_beginning() {
        long id = caseWork.filedId();
        var alone = work.record(id);
        alone.put("officers", List.of(work.id(OFFICER)));
        var stranger = work.record(id);
        stranger.put("officers", List.of(work.id(OFFICER), work.id(BYSTANDER)));
        var tomorrow = work.record(id);
        tomorrow.put("begunAt", work.minutes(1440));
        tomorrow.put("endedAt", work.minutes(1500));
        var backwards = work.record(id);
        backwards.put("endedAt", work.minutes(-90));

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), alone))).containsExactly("officers field.fault.alone");
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), stranger))).containsExactly("officers field.fault.not-handling");
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), tomorrow)))
                .containsExactly("begunAt field.fault.future", "endedAt field.fault.future");
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), backwards))).containsExactly("endedAt field.fault.before-begin");
    }

    @Test
    void a_case_that_takes_no_records_says_why_with_its_own_words() {
        long id = caseWork.decidedId();

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), work.record(id)))).isNotEmpty()
                .allMatch(ground -> ground.startsWith("cases.ground."));
    }

    @Test
    void what_another_person_wrote_is_not_sent_under_my_name() {
        long id = caseWork.filedId();

        assertThat(wrong(work.send(FieldWork.SECOND, UUID.randomUUID(), work.record(id))))
                .containsExactly("field.ground.OTHER_PERSON");
    }

    @Test
    void a_foreign_officer_finds_no_case_and_sees_no_record() {
        long id = caseWork.filedId();
        var record = work.send(OFFICER, UUID.randomUUID(), work.record(id));
        var mine = work.record(id);
        mine.put("person", work.id(FOREIGN));

        assertThat(wrong(work.send(FOREIGN, UUID.randomUUID(), mine))).containsExactly("field.ground.NOT_THERE");
        assertThat(persons.as(FOREIGN, () -> field.inspection(received(record).id()))).isEmpty();
        assertThat(persons.as(FOREIGN, () -> field.inspections(id))).isEmpty();
    }

    @Test
    void a_head_sends_nothing() {
        long id = caseWork.filedId();

        Assertions.assertThatThrownBy(() -> work.send(HEAD, UUID.randomUUID(), work.record(id))).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_signature_is_for_the_words_that_were_read() {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        String words = work.text(work.record(id));
        byte[] drawn = EvidenceWork.picture(id);

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), work.signature(id, key, words), drawn)))
                .containsExactly("field.ground.RECORD_FIRST");

        var record = work.send(OFFICER, key, words);
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), work.signature(id, key, words + " "), drawn)))
                .containsExactly("field.ground.SIGNED_ANOTHER");
        assertThat(persons.as(OFFICER, () -> evidence.count(id))).as("refused pictures").isZero();

        var signing = UUID.randomUUID();
        var signature = work.signature(id, key, words);
        received(work.send(OFFICER, signing, signature, drawn));
        received(work.send(OFFICER, signing, signature, drawn));
        assertThat(whole(OFFICER, record).signatures()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("赵某某");
            assertThat(one.evidence()).isPresent();
        });
        assertThat(persons.as(OFFICER, () -> evidence.count(id))).isOne();
    }

    @Test
    void whoever_will_not_sign_has_a_reason_and_a_witness_and_officers_always_sign() {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        String words = work.text(work.record(id));
        var record = work.send(OFFICER, key, words);
        var refusal = work.signature(id, key, words);

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), refusal)))
                .containsExactly("refusedFor field.fault.empty", "witness field.fault.empty");

        refusal.putAll(Map.of("refusedFor", "认为数量不对", "witness", "钱有声"));
        received(work.send(OFFICER, UUID.randomUUID(), refusal));
        assertThat(whole(OFFICER, record).signatures()).singleElement().satisfies(one -> {
            assertThat(one.refusedFor()).isEqualTo("认为数量不对");
            assertThat(one.witness()).isEqualTo("钱某某");
        });

        refusal.put("part", "OFFICER");
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), refusal))).containsExactly("part field.fault.officer-signs");
    }

    @Test
    void an_item_and_its_photo_arrive_once_and_belong_together() {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        var item = work.item(id);
        var photo = work.entry(OFFICER, "PHOTO", id);
        photo.putAll(Map.of("place", "仓前路8号", "caption", "封条", "of", key.toString(), "position", "30.123456, 120.654321 ±9 m"));
        byte[] taken = EvidenceWork.picture(id + 1);

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), photo, taken)))
                .containsExactly("field.ground.WHAT_IT_SHOWS_FIRST");
        received(work.send(OFFICER, key, item));
        received(work.send(OFFICER, key, item));
        var showing = UUID.randomUUID();
        received(work.send(OFFICER, showing, photo, taken));
        received(work.send(OFFICER, showing, photo, taken));

        var items = persons.as(OFFICER, () -> goods.ofCase(id));
        assertThat(items).hasSize(1);
        var shown = persons.as(OFFICER, () -> photos.of(items.getFirst()));
        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.sha256()).isEqualTo(FieldWork.sha256(taken));
            assertThat(one.metadata().takenAt()).isNotEmpty();
            assertThat(one.metadata().hasPlace()).isTrue();
        });
        assertThat(persons.as(OFFICER, () -> evidence.place(shown.getFirst().id(), "核对地点"))).startsWith("30.123456");
    }

    @Test
    void a_photo_that_changed_on_the_way_is_not_taken() {
        long id = caseWork.filedId();
        var photo = work.entry(OFFICER, "PHOTO", id);
        photo.putAll(Map.of("place", "仓前路8号", "sha256", FieldWork.sha256(new byte[] {1})));

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), photo, EvidenceWork.picture(id + 2))))
                .containsExactly("field.ground.ALTERED");
        assertThat(persons.as(OFFICER, () -> evidence.count(id))).isZero();
    }

    @Test
    void an_item_without_a_quantity_is_refused_at_the_field() {
        long id = caseWork.filedId();
        var item = work.item(id);
        item.put("quantity", "1.5");

        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), item))).containsExactly("quantity field.fault.quantity");
        assertThat(persons.as(OFFICER, () -> goods.ofCase(id))).isEmpty();
    }

    @Test
    void a_visit_is_planned_for_two_and_called_off_with_a_reason() {
        long id = caseWork.filedId();
        var key = UUID.randomUUID();
        var visit = work.entry(OFFICER, "VISIT", id);
        visit.putAll(Map.of(
                "startsAt", work.minutes(120), "place", "仓前路8号", "purpose", "核对封条", "officers", List.of(work.id(OFFICER))));
        assertThat(wrong(work.send(OFFICER, key, visit))).containsExactly("officers field.fault.alone");
        visit.put("officers", List.of(work.id(OFFICER), work.id(FieldWork.SECOND)));
        visit.put("startsAt", work.minutes(-3000));
        assertThat(wrong(work.send(OFFICER, key, visit))).containsExactly("startsAt field.fault.over");
        visit.put("startsAt", work.minutes(120));
        received(work.send(OFFICER, key, visit));
        received(work.send(OFFICER, key, visit));

        var off = work.entry(OFFICER, "CALL_OFF", id);
        off.put("of", key.toString());
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), off))).containsExactly("why field.fault.empty");
        off.put("why", "当事人已停业");
        var foreign = work.entry(FOREIGN, "CALL_OFF", id);
        foreign.putAll(Map.of("of", key.toString(), "why", "我来取消"));
        assertThat(wrong(work.send(FOREIGN, UUID.randomUUID(), foreign))).containsExactly("field.ground.NOT_THERE");
        received(work.send(OFFICER, UUID.randomUUID(), off));
    }

    @Test
    void words_that_are_no_entry_are_said_to_be_unreadable() {
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), "{"))).containsExactly("field.ground.UNREADABLE");
        assertThat(wrong(work.send(OFFICER, UUID.randomUUID(), work.entry(OFFICER, "GUESS", 1))))
                .containsExactly("field.ground.UNREADABLE");
    }
}
