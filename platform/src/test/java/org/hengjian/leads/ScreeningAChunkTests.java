package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.screening.Kind;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnThePlatform
class ScreeningAChunkTests {

    @Autowired
    Leads leads;

    @Autowired
    JoiningTable joinings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    long xihu;

    @BeforeEach
    void know_the_agency() {
        xihu = persons.viewer("shen.zhiyao").agency();
    }

    private List<Lead> screened(List<Received> offers) {
        viewers.as(Viewer.machine(), () -> {
            leads.receive(offers);
        });
        return offers.stream()
                .flatMap(offer -> viewers.as(Viewer.machine(), () -> leads.ofListing(java.util.Objects.requireNonNull(offer.listing())))
                        .stream())
                .toList();
    }

    /** The seven titles of the work plan's first point: five are suspected, two are not and say why. */
    @Test
    void five_spellings_of_a_mark_become_leads_and_two_honest_uses_do_not() {
        long batch = Offers.batch();
        var offers = Stream.of("HΕNGXI 卫衣", "ℍENGXI 运动鞋", "h e n g x i 同款", "恒溪 1:1 复刻", "衡溪A货 代购级", "适用于HENGXI鞋 鞋垫")
                .map(title -> Offers.of(batch, xihu, title, "阿木潮流仓"))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        offers.add(Offers.of(batch, xihu, "HENGXI旗舰店 卫衣", "HENGXI旗舰店"));

        var found = screened(offers);

        assertThat(found).hasSize(7);
        assertThat(found.subList(0, 5)).allSatisfy(lead -> {
            assertThat(lead.stage()).as(lead.goods().title()).isInstanceOf(Stage.Screened.class);
            assertThat(lead.number()).matches("X-\\d{4}-\\d{6}");
            assertThat(lead.right().name()).startsWith("衡溪");
            assertThat(lead.explanation().findings()).isNotEmpty();
            assertThat(lead.due()).isAfter(lead.receivedOn());
        });
        assertThat(found.subList(5, 7)).allSatisfy(lead -> {
            assertThat(lead.stage()).as(lead.goods().title()).isInstanceOf(Stage.Cleared.class);
            assertThat(lead.due()).isNull();
        });
        assertThat(found.get(5).explanation().clearings())
                .extracting(one -> one.kind())
                .contains(Kind.COMPATIBLE_USE);
        assertThat(found.get(6).explanation().clearings())
                .extracting(one -> one.kind())
                .contains(Kind.AUTHORISED_SELLER);
        var tally = viewers.as(Viewer.machine(), () -> leads.tally(batch));
        assertThat(tally.screened()).isEqualTo(7);
        assertThat(tally.leads()).isEqualTo(5);
        assertThat(tally.cleared()).containsEntry("authorised-seller", 1L).containsEntry("compatible-use", 1L);
    }

    @Test
    void a_chunk_told_twice_is_screened_once() {
        long batch = Offers.batch();
        var offers = List.of(Offers.of(batch, xihu, "衡溪A货 卫衣", "小满衣橱"));

        var once = screened(offers);
        int again = viewers.as(Viewer.machine(), () -> leads.receive(offers));

        assertThat(again).isZero();
        assertThat(screened(offers)).isEqualTo(once);
        assertThat(viewers.as(Viewer.machine(), () -> leads.tally(batch)).screened()).isEqualTo(1);
    }

    @Test
    void the_parts_of_a_score_add_up_to_it() {
        var lead = screened(List.of(Offers.of(Offers.batch(), xihu, "衡★氵奚 HΕNGXI 卫衣男 1:1复刻 代购级", "阿木潮流仓")))
                .getFirst();

        double sum = lead.explanation().start()
                + lead.explanation().contributions().stream().mapToDouble(part -> part.weight()).sum();

        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(lead.score(), org.assertj.core.data.Offset.offset(0.0001));
    }

    @Test
    void a_lead_goes_to_the_agency_of_the_sellers_place_and_the_receiver_is_told_where() {
        var lead = screened(List.of(Offers.of(Offers.batch(), xihu, "衡溪A货 卫衣", "余杭小铺", 330110))).getFirst();

        assertThat(lead.agency()).isEqualTo(persons.viewer("fang.qing").agency());
        assertThat(lead.routed().basis()).isEqualTo(Lead.Basis.SELLER);
        assertThat(persons.as("shen.zhiyao", () -> leads.find(lead.number()))).as("not shared").isEmpty();
        long listing = java.util.Objects.requireNonNull(lead.origin().listing());
        assertThat(joined("shen.zhiyao", listing))
                .containsExactly(new JoiningTable.Joining(lead.number(), lead.agency(), lead.receivedOn()));
        for (var other : List.of("fang.qing", "you.tong", "luo.jin")) {
            assertThat(joined(other, listing)).as(other).isEmpty();
        }
    }

    private List<JoiningTable.Joining> joined(String who, long listing) {
        return persons.as(who, () -> java.util.Objects.requireNonNull(
                transaction.execute(_ -> joinings.ofListing(listing))));
    }

    @Test
    void a_seller_of_unknown_place_goes_to_the_platforms_seat_or_stays_with_the_receiver() {
        var unknown = Offers.of(Offers.batch(), xihu, "衡溪A货 卫衣", "无名小铺", null);

        var lead = screened(List.of(unknown)).getFirst();

        assertThat(lead.agency()).isEqualTo(xihu);
        assertThat(lead.routed().basis()).isEqualTo(Lead.Basis.RECEIVER);
    }
}
