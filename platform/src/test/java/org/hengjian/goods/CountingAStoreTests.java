package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Forbidden;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole store is counted: what is found, missing or elsewhere; the head alone books differences. */
@OnThePlatform
class CountingAStoreTests {

    @LocalServerPort
    int port;

    @Autowired
    Stocktakes stocktakes;

    @Autowired
    Goods goods;

    @Autowired
    GoodsWork work;

    @Autowired
    Persons persons;

    @Test
    void differences_are_booked_with_their_reason_and_the_rest_stays_in_the_count() {
        String place = "盘库" + System.identityHashCode(this) + "-";
        var agrees = placed("10", place + "01");
        var fewer = placed("20", place + "02");
        var more = placed("30", place + "03");
        var missing = placed("40", place + "04");
        var elsewhere = placed("5", "别库");
        long id = persons.as(GoodsWork.OFFICER, () -> stocktakes.start(place)).id();
        scan(id, agrees, "");
        scan(id, fewer, "18");
        scan(id, more, "31");
        assertThat(scan(id, elsewhere, "")).isInstanceOfSatisfying(
                Stocktakes.Scanned.Found.class, found -> assertThat(found.elsewhere()).isTrue());

        var counted = find(id);
        assertThat(counted.lines()).hasSize(5);
        assertThat(counted.missing()).isEqualTo(1);
        assertThat(counted.differences()).extracting(line -> line.item().id())
                .containsExactly(fewer.id(), more.id(), missing.id());

        var done = (Stocktakes.Closing.Done) persons.as(GoodsWork.HEAD, () ->
                stocktakes.close(id, 1, Set.of(fewer.id(), more.id()), "复点两遍，出入库登记有误"));

        assertThat(done.stocktake().end().orElseThrow().reason()).isEqualTo("复点两遍，出入库登记有误");
        assertThat(custody(fewer)).isEqualTo(18);
        assertThat(custody(more)).isEqualTo(31);
        assertThat(custody(missing)).as("not ticked").isEqualTo(40);
        assertThat(scan(id, agrees, "9")).isInstanceOf(Stocktakes.Scanned.Refused.class);
        assertThatThrownBy(() -> persons.as(GoodsWork.HEAD, () -> stocktakes.close(id, 1, Set.of(), "再来")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_was_moved_during_the_count_is_not_booked_and_then_nothing_is() {
        String place = "动库" + System.identityHashCode(this);
        var first = placed("10", place);
        var moved = placed("10", place);
        long id = persons.as(GoodsWork.OFFICER, () -> stocktakes.start(place)).id();
        scan(id, first, "9");
        scan(id, moved, "9");
        work.move(moved, Move.RETURN, "1");

        var answer = persons.as(GoodsWork.HEAD, () -> stocktakes.close(id, 1, Set.of(first.id(), moved.id()), "复点"));

        assertThat(answer).isEqualTo(new Stocktakes.Closing.Refused(List.of(Ground.of("MOVED_SINCE", moved.code()))));
        assertThat(custody(first)).isEqualTo(10);
    }

    @Test
    void an_officer_does_not_close_and_others_see_nothing() {
        long id = persons.as(GoodsWork.OFFICER, () -> stocktakes.start("看库")).id();
        var item = placed("3", "看库");

        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () -> stocktakes.close(id, 1, Set.of(), "x")))
                .isInstanceOf(Forbidden.class);
        assertThat(persons.as(GoodsWork.FOREIGN, () -> stocktakes.find(id))).isEmpty();
        assertThatThrownBy(() -> persons.as(GoodsWork.FOREIGN, () -> stocktakes.scan(id, item, Optional.empty())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> persons.as("ning.yuan", () -> stocktakes.start("看库"))).isInstanceOf(Forbidden.class);
    }

    @Test
    @Tag("browser")
    void an_officer_scans_and_the_head_closes() {
        String place = "浏览库" + System.identityHashCode(this);
        var first = placed("10", place);
        placed("20", place);
        try (var browser = Browser.phone(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/goods/counts").isAccessible().type("place", place).submit();
            browser.sees("还没有扫到 2 项").isAccessible();
            assertThat(browser.says("没有找到")).as("before anybody has looked").isFalse();
            browser.type("code", "W26-1");
            browser.keys(Keys.ENTER);
            browser.sees("不是物品编号");
            browser.type("code", first.code()).type("quantity", "1.5").click("记入");
            browser.sees("没有就写 0");
            browser.type("code", first.code()).type("quantity", "０").click("记入").sees("找到 0");
            browser.type("code", first.code()).type("quantity", "9").click("记入");
            browser.sees("找到 9").isAccessible().picture("goods-count-phone");
        }
        try (var browser = Browser.desktop(port)) {
            browser.signIn(GoodsWork.HEAD).go("/goods/counts").click(place).isAccessible().submit();
            browser.sees("还要改这些").tick("input[name='book-" + first.id() + "']").type("reason", "少一件，登记时多写");
            browser.isAccessible().picture("goods-count-close");
            browser.submit();
            browser.sees("已入账").sees("没有找到 1 项").sees("少一件，登记时多写").isAccessible().picture("goods-count-closed");
        }
    }

    private Item placed(String quantity, String place) {
        var item = work.item(quantity);
        return GoodsWork.done(persons.as(GoodsWork.OFFICER, () ->
                goods.place(item.id(), new Item.Custody(place, "封1", "周屿"), "", false, "")));
    }

    private Stocktakes.Scanned scan(long id, Item item, String quantity) {
        return persons.as(GoodsWork.OFFICER, () ->
                stocktakes.scan(id, item, Quantity.parse(quantity, item.unit().scale())));
    }

    private Stocktake find(long id) {
        return persons.as(GoodsWork.OFFICER, () -> stocktakes.find(id)).orElseThrow();
    }

    private long custody(Item item) {
        return persons.as(GoodsWork.OFFICER, () -> goods.find(item.id())).orElseThrow().balance().custody();
    }
}
