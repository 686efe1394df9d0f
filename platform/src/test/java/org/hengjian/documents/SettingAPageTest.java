package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;

/** Where a document goes on to its next page. */
class SettingAPageTest {

    private static final String HEAD =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
            <head><title>通知书</title><link rel="stylesheet" type="text/css" href="official.css"/></head>
            <body><p class="agency">某局</p><h1>通知书</h1><p class="number">〔2026〕1号</p>
            """;
    private static final String END =
            """
            <p>联系人：沈知遥、陆闻笛</p>
            <div class="sign"><div>某局</div><div class="seal">（印章）</div><div>2026年11月28日</div></div>
            <p class="copies">本文书一式二份，一份送达，一份归档。</p></body></html>
            """;

    private static Typesetter typesetter;

    @BeforeAll
    static void open() throws IOException {
        typesetter = new Typesetter("", new StaticApplicationContext());
    }

    private static List<String> pages(String body) throws IOException {
        try (var pdf = Loader.loadPDF(typesetter.pdf(HEAD + body + END))) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(pdf).replaceAll("\\s", ""));
            }
            return pages;
        }
    }

    @Test
    void no_page_bears_a_seal_alone_or_what_stands_beneath_it() throws IOException {
        boolean parted = false;
        for (int lines = 8; lines <= 24; lines++) {
            var pages = pages(IntStream.range(0, lines).mapToObj(n -> "<p>第" + n + "项。</p>").collect(Collectors.joining()));

            assertThat(pages.getLast()).as("%d lines", lines).contains("联系人", "（印章）", "2026年11月28日", "一份归档");
            parted |= pages.size() > 1;
        }
        assertThat(parted).as("some of them have two pages").isTrue();
    }

    /** The heading of a long table stands once on each page that has rows of it, wherever the table begins. */
    @Test
    void the_heading_of_a_table_is_printed_once_a_page() throws IOException {
        for (int lines = 0; lines <= 20; lines += 4) {
            var body = IntStream.range(0, lines).mapToObj(n -> "<p>第" + n + "项。</p>").collect(Collectors.joining())
                    + "<table class=\"list\"><thead><tr><th>序号</th><th>品名与商标</th><th>数量</th></tr></thead><tbody>"
                    + IntStream.rangeClosed(1, 70)
                            .mapToObj(n -> "<tr><td class=\"n\">" + n + "</td><td>恒溪卫衣" + "长".repeat(n % 7 * 6) + "</td><td>" + n + "</td></tr>")
                            .collect(Collectors.joining())
                    + "</tbody></table>";
            int page = 0;
            for (var text : pages(body)) {
                page++;
                boolean rows = text.contains("恒溪卫衣");
                assertThat(text.split("品名与商标", -1).length - 1)
                        .as("%d lines before it, page %d: %s", lines, page, text)
                        .isEqualTo(rows ? 1 : 0);
            }
        }
    }

    @Test
    void each_line_that_was_typed_is_a_paragraph_with_its_indent() throws IOException {
        try (var pdf = Loader.loadPDF(typesetter.pdf(HEAD + "<p class=\"pre fixed\">问：货从哪里来？\n\n答：批发市场。</p>" + END))) {
            var starts = new ArrayList<Float>();
            var text = new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<org.apache.pdfbox.text.TextPosition> at) throws IOException {
                    if (line.strip().startsWith("问") || line.strip().startsWith("答")) {
                        starts.add(at.getFirst().getXDirAdj());
                    }
                    super.writeString(line, at);
                }
            };
            text.getText(pdf);

            assertThat(starts).hasSize(2);
            assertThat(starts.getFirst()).isEqualTo(starts.getLast());
        }
    }

    @Test
    void a_row_of_a_table_lies_on_one_page() throws IOException {
        var rows = IntStream.range(100, 145)
                .mapToObj(n -> "<tr><td class=\"n\">" + n + "</td><td>始" + n + "。" + "带标识的连帽卫衣，".repeat(6) + "终" + n + "。</td></tr>")
                .collect(Collectors.joining("", "<table class=\"list\"><thead><tr><th>序号</th><th>名称</th></tr></thead><tbody>", "</tbody></table>"));
        var pages = pages(rows);

        assertThat(pages).hasSizeGreaterThan(2);
        for (int n = 100; n < 145; n++) {
            String from = "始" + n;
            String to = "终" + n;
            assertThat(pages.stream().filter(page -> page.contains(from)).toList())
                    .as("row %d", n)
                    .singleElement()
                    .satisfies(page -> assertThat(page).contains(to, "序号名称"));
        }
    }
}
