package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which passages of a page a person may word, and what becomes of them. */
class WordingASheetTest {

    private static final String PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>书</title></head><body>\
            <p class="agency">某局</p><h1>决定书</h1><p class="number">罚〔2026〕1号</p><p class="plain">当事人：甲</p>\
            <p class="pre">一、事实。
            二、又一事实。</p><p>理由充分。</p><p>理由充分。</p><p class="fixed">罚款100元。</p><p><span>联系人：</span>乙</p>\
            <table><tr><th>案情</th><td class="words tall"><div>行为</div><div class="signed">甲 2026年</div></td></tr>\
            <tr><td class="words">备注</td><td>编号</td></tr></table><p class="copies">一式二份</p></body></html>""";

    @Test
    void only_running_text_and_the_free_parts_of_forms_can_be_worded() {
        assertThat(Sheet.of(PAGE).said()).containsExactly("一、事实。\n二、又一事实。", "理由充分。", "理由充分。", "行为", "备注");
    }

    @Test
    void without_wording_the_page_is_the_machines_to_the_letter() {
        assertThat(Sheet.of(PAGE).worded(List.of())).isEqualTo(new Sheet.Worded(PAGE, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "理由充分。 | 理由不足。 | <p>理由不足。</p><p>理由充分。</p>",
        "理由充分。 | `第一。\n\n第二。` | <p>第一。</p><p>第二。</p><p>理由充分。</p>",
        "理由充分。 | `` | 二、又一事实。</p><p>理由充分。</p><p class=\"fixed\">",
        "行为 | 销售 <假> & 货 | <td class=\"words tall\"><div>销售 &lt;假&gt; &amp; 货</div>",
        "备注 | `一\n二` | `<td class=\"words\">一\n二</td>`",
        "`一、事实。\n二、又一事实。` | 𠮷 | <p class=\"pre\">𠮷</p>",
    })
    void what_a_person_words_stands_in_the_place_of_what_the_machine_says(String said, String instead, String found) {
        var worded = Sheet.of(PAGE).worded(List.of(new Revision(said, instead)));

        assertThat(worded.stale()).isEmpty();
        assertThat(worded.page().replace("&#134071;", "𠮷")).contains(found);
    }

    @Test
    void what_the_machine_no_longer_says_or_nobody_may_word_is_not_put_anywhere() {
        var gone = new Revision("以前的话", "别的");
        var fixed = new Revision("罚款100元。", "罚款1元。");
        var party = new Revision("当事人：甲", "当事人：丙");

        var worded = Sheet.of(PAGE).worded(List.of(gone, fixed, party));

        assertThat(worded.stale()).containsExactly(gone, fixed, party);
        assertThat(worded.page()).contains("罚款100元。", "当事人：甲").doesNotContain("别的", "丙");
    }

    @Test
    void a_passage_that_stands_twice_is_worded_twice_only_where_it_was_said_twice() {
        var once = new Revision("理由充分。", "甲");
        var twice = new Revision("理由充分。", "乙");

        assertThat(Sheet.of(PAGE).worded(List.of(once, twice)).page()).contains("<p>甲</p><p>乙</p>");
    }

    @Test
    void on_the_screen_everything_is_escaped_and_each_passage_is_a_named_field() {
        String html = Sheet.of(PAGE.replace("理由充分。", "&lt;script&gt;x&lt;/script&gt;"))
                .fields(1, List.of(new Revision("备注", "</textarea><b>")), n -> "段落 " + n, "原文：");

        assertThat(html.replaceAll("value=\"[^\"]*\"", "")).as("outside quoted values").doesNotContain("<script>", "<b>");
        assertThat(html)
                .contains("name=\"instead1\"", "name=\"said1\"", "for=\"s1-5\">段落 5<", "原文：备注", "罚〔2026〕1号");
    }
}
