package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A page of a template as a Word file: its words in their order, its tables with their spans. */
class WritingForWordTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static Typesetter typesetter;

    @BeforeAll
    static void open() throws IOException {
        typesetter = new Typesetter("", new StaticApplicationContext());
    }

    static List<String> templates() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:documents/*.html");
        return Arrays.stream(files).map(Resource::getFilename).sorted().toList();
    }

    private static String page(String template) throws IOException {
        try (var in = WritingForWordTest.class.getResourceAsStream("/documents/" + template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** With the words that stand in the template, whatever Thymeleaf would choose or put for them. */
    @ParameterizedTest
    @MethodSource("templates")
    void each_template_says_in_word_what_it_says_in_print(String template) throws IOException {
        String page = page(template);
        String printed;
        try (var pdf = Loader.loadPDF(typesetter.pdf(page))) {
            printed = new PDFTextStripper().getText(pdf).replaceAll("(?m)^\\d+ / \\d+\\s*$", "");
        }
        try (var word = new XWPFDocument(new ByteArrayInputStream(WordWriter.write(page, "文书", DAY)));
                var text = new XWPFWordExtractor(word)) {
            assertThat(letters(printed)).isNotEmpty();
            assertThat(letters(text.getText())).containsSubsequence(letters(printed));
        }
    }

    /** In the order of the alphabet: print that is cut by the end of a page goes on with the next cell. */
    private static List<Integer> letters(String text) {
        return text.replaceAll("[\\s\\p{Z}]", "").codePoints().sorted().boxed().toList();
    }

    @Test
    void the_same_page_gives_the_same_bytes() throws IOException {
        String page = page("filing-approval.html");
        byte[] once = WordWriter.write(page, "立案审批表", DAY);

        assertThat(WordWriter.write(page, "立案审批表", DAY)).isEqualTo(once);
        assertThat(WordWriter.write(page, "立案审批表", DAY.plusDays(1))).isNotEqualTo(once);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(once))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo("1980-01-01T00:00:00");
            }
        }
    }

    private static XWPFDocument written(String body) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(WordWriter.write(
                    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>" + body + "</body></html>", "决定书", DAY)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void paragraphs_keep_their_order_and_their_place() {
        var word = written(
                """
                <p class="agency">西湖区市场监督管理局</p>
                <h1>行政处罚
                  决定书</h1>
                <p>第一段</p>
                <p class="pre">第二段
                有两行</p>
                <div class="sign"><div>机关</div><div class="seal">（印章）</div></div>
                """);

        assertThat(word.getParagraphs()).extracting(one -> one.getText())
                .containsExactly("西湖区市场监督管理局", "行政处罚 决定书", "第一段", "第二段", "有两行", "机关", "（印章）");
        assertThat(word.getParagraphs().get(1).getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
        assertThat(word.getParagraphs().subList(2, 5)).allSatisfy(one -> assertThat(one.getIndentationFirstLine()).isEqualTo(600));
        assertThat(word.getParagraphs().get(5).getIndentationLeft()).isPositive();
        assertThat(word.getParagraphs().get(2).getRuns().getFirst().getFontFamily()).isEqualTo("仿宋");
        assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("决定书");
        assertThat(word.getFooterList()).singleElement().satisfies(footer -> assertThat(
                        footer.getParagraphs().getFirst().getCTP().getFldSimpleList())
                .extracting(field -> field.getInstr())
                .containsExactly("PAGE", "NUMPAGES"));
    }

    @Test
    void a_table_keeps_its_rows_and_what_spans_several() {
        var word = written(
                """
                <table><thead><tr><th>一</th><th>二</th><th>三</th></tr></thead>
                <tbody><tr><th rowspan="2">高</th><td colspan="2" class="words">宽
                二行</td></tr><tr><td>右<p class="signed">签名</p></td><td></td></tr></tbody></table>
                """);

        var table = word.getTables().getFirst();
        assertThat(table.getRows()).hasSize(3);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("高");
        assertThat(table.getRow(1).getCell(0).getCTTc().getTcPr().getVMerge().getVal().toString()).isEqualTo("restart");
        assertThat(table.getRow(2).getCell(0).getCTTc().getTcPr().getVMerge().getVal().toString()).isEqualTo("continue");
        assertThat(table.getRow(1).getTableCells()).hasSize(2);
        assertThat(table.getRow(1).getCell(1).getCTTc().getTcPr().getGridSpan().getVal()).isEqualTo(2);
        assertThat(table.getRow(2).getCell(1).getParagraphs()).extracting(one -> one.getText()).containsExactly("右", "签名");
        assertThat(table.getRow(2).getCell(2).getParagraphs()).as("Word opens no cell without one").hasSize(1);
    }

    @Test
    void columns_are_as_wide_as_in_print_and_cells_as_wide_as_their_columns() {
        var form = written(
                """
                <table><tr><th>案件名称</th><td colspan="3">某案</td></tr>
                <tr><th>送达文书</th><td>决定书</td><th>文号</th><td>1号</td></tr></table>
                """).getTables().getFirst();
        var list = written(
                """
                <table class="list"><thead><tr><th>序号</th><th>题名</th><th class="day">日期</th></tr></thead>
                <tbody><tr><td class="n">1</td><td>行政处罚决定书</td><td class="day">2026年11月27日</td></tr></tbody></table>
                """).getTables().getFirst();

        assertThat(widths(form)).hasSize(4).satisfies(widths -> {
            assertThat(widths.get(0)).as("24 mm and its sides").isEqualTo(1644);
            assertThat(widths.get(2)).isEqualTo(1644);
            assertThat(widths.get(1)).isCloseTo(widths.get(3), org.assertj.core.data.Offset.offset(200));
        });
        assertThat(widths(list)).hasSize(3).satisfies(widths -> {
            assertThat(widths.get(0)).as("12 mm and its sides").isEqualTo(963);
            assertThat(widths.get(2)).as("28 mm and its sides, with what rounding left").isBetween(1870, 1874);
        });
        for (var table : List.of(form, list)) {
            assertThat(widths(table).stream().mapToInt(one -> one).sum()).as("版心").isEqualTo(8844);
            for (var row : table.getRows()) {
                int column = 0;
                for (var cell : row.getTableCells()) {
                    var properties = cell.getCTTc().getTcPr();
                    int wide = properties.isSetGridSpan() ? properties.getGridSpan().getVal().intValue() : 1;
                    int whole = widths(table).subList(column, column + wide).stream().mapToInt(one -> one).sum();
                    assertThat(((java.math.BigInteger) properties.getTcW().getW()).intValue()).isEqualTo(whole);
                    column += wide;
                }
                assertThat(column).as("each row fills the grid").isEqualTo(widths(table).size());
            }
        }
    }

    private static List<Integer> widths(org.apache.poi.xwpf.usermodel.XWPFTable table) {
        return table.getCTTbl().getTblGrid().getGridColList().stream()
                .map(column -> ((java.math.BigInteger) column.getW()).intValue())
                .toList();
    }
}
