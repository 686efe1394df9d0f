package org.hengjian.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Entry;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;

/** A register says whose it is, who made it and by which filters, and that it was taken along stands in the log. */
@OnThePlatform
class TakingAListAlongTests {

    private static final String OFFICER = "shen.zhiyao";

    @LocalServerPort
    int port;

    @Autowired
    Registers registers;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Test
    void the_filters_stand_on_its_head_in_the_words_of_the_page() throws IOException {
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            var sent = officer.get("/cases/register.xlsx?state=INVESTIGATING&mine=true&q=%E6%81%92%E6%BA%AA");

            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(texts(sent.body())).contains("筛选：恒溪；调查中；我承办的").noneMatch(text -> text.contains("INVESTIGATING"));
            String name = sent.headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(URLDecoder.decode(name, StandardCharsets.UTF_8)).contains("filename*=UTF-8''案件台账-");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/register.xlsx?state=nothing&sort=nothing",
                "/referrals/register.xlsx?state=nothing",
                "/adjudications/register.xlsx?state=nothing&conclusion=nothing",
                "/goods/register.xlsx?where=nothing&sort=nothing",
                "/due/register.xlsx?object=nothing&duty=nothing&light=nothing&whose=nothing&region=999999",
                "/due/register.csv?object=nothing",
                "/cases/register.xlsx?q=%27%25_%5C%22",
                "/leads/export.xlsx?state=nothing&q=%27%25_%5C%22",
                "/rights/export.xlsx?kind=nothing&status=nothing&niceClass=nothing&q=%27"
            })
    void what_nobody_can_choose_is_no_error(String address) {
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            assertThat(officer.get(address).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_was_cut_is_said_and_no_row_is_lost_before() throws IOException {
        var response = new MockHttpServletResponse();
        persons.as(OFFICER, () -> {
            try {
                registers.of("cases", "cases.register.title", Locale.SIMPLIFIED_CHINESE)
                        .text("cases.list.number", 10)
                        .day("cases.list.due")
                        .xlsx(
                                Collections.nCopies(Registers.ROWS_ASKED, "一"),
                                row -> RegisterFile.cells(row, (LocalDate) null),
                                response);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return 0;
        });

        var texts = texts(response.getContentAsByteArray());
        assertThat(texts).contains("只列出前 100,000 行，后面还有；请缩小条件后分次导出。", "范围：本人可见的全部");
        assertThat(Collections.frequency(texts, "一")).isEqualTo(Registers.ROWS_MOST);
    }

    @Test
    void who_took_it_along_stands_in_the_log_without_what_was_searched_for() {
        long before = persons.as(OFFICER, () -> audit.of("register", "goods").size());
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            officer.get("/goods/register.xlsx?q=%E6%9F%90%E4%BA%BA");
        }

        List<Entry> entries = persons.as(OFFICER, () -> audit.of("register", "goods"));
        assertThat(entries).hasSize((int) before + 1);
        assertThat(entries.getFirst().deed()).isEqualTo("registers.export");
        assertThat(entries.getFirst().facts()).contains("rows").doesNotContain("某人");
    }

    private static List<String> texts(byte[] workbook) throws IOException {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream().filter(Objects::nonNull).map(cell -> cell.getText()))
                    .toList();
        }
    }
}
