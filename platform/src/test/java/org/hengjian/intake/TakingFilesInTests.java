package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DataFolder;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.shell.NotFound;
import org.hengjian.tables.Unreadable;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Files as they come, on the real database: every row is accounted for, whatever happens in between. */
@OnThePlatform
class TakingFilesInTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String STRANGER = "fang.qing";
    private static final AtomicInteger SOURCES = new AtomicInteger();

    @Autowired
    Intake intake;

    @Autowired
    BatchReading reading;

    @Autowired
    BatchTable batches;

    @Autowired
    InboxFolder inbox;

    @Autowired
    RejectDownload download;

    @Autowired
    DataFolder data;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseAddress address;

    private final List<Connection> sessions = new ArrayList<>();

    @Test
    void every_sample_is_read_to_its_end() {
        assertThat(ended(sample("listings-hangzhou-utf8.csv"))).satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(Batch.State.DONE);
            assertThat(batch.accepted()).isEqualTo(600);
            assertThat(batch.format()).startsWith("CSV UTF-8 BOM");
        });
        assertThat(ended(sample("listings-zhejiang-gbk.csv"))).satisfies(batch -> {
            assertThat(batch.accepted()).isEqualTo(500);
            assertThat(batch.format()).startsWith("CSV GBK");
        });
        assertThat(ended(sample("listings-platform.xlsx")).accepted()).isEqualTo(600);
        assertThat(ended(sample("listings-crossborder.jsonl")).accepted()).isEqualTo(400);
    }

    @Test
    void the_dirty_sample_says_of_each_row_what_is_wrong_with_it() {
        var batch = ended(sample("listings-dirty.csv"));

        assertThat(batch.state()).isEqualTo(Batch.State.DONE);
        assertThat(batch.received()).isEqualTo(batch.accepted() + batch.rejected() + batch.duplicates());
        assertThat(batch.accepted()).isEqualTo(270 + 4);
        assertThat(batch.duplicates()).isEqualTo(1);
        assertThat(rejections(batch)).flatExtracting(RejectionTable.Rejection::faults)
                .extracting(fault -> fault.key().replaceFirst("^.*\\.", ""))
                .containsExactlyInAnyOrder(
                        "missing", "missing", "price-not-a-price", "price-negative", "price-too-fine",
                        "price-not-a-price", "currency", "region-name", "region-name", "region-code",
                        "credit-code-check", "credit-code-length", "credit-code-character", "url", "url", "url",
                        "too-long", "quote-not-closed", "stray-quote", "too-many-cells", "unreadable-characters",
                        "price-not-a-price", "heading-again", "id-power-of-ten");
        assertThat(rejections(batch)).allSatisfy(one -> assertThat(one.raw()).isNotBlank());
    }

    @Test
    void the_rejects_come_back_as_they_came_with_row_field_reason_and_remedy() throws IOException {
        var batch = ended(receive("编号,标题,价格\n1,好,5\n2,\"坏, 的\",面议\n,=缺,-1\n"));

        var zh = csv(batch, Locale.SIMPLIFIED_CHINESE);
        var en = csv(batch, Locale.ENGLISH);

        assertThat(zh).startsWith("\uFEFF编号,标题,价格,行号,字段,原因,处理办法\r\n2,\"坏, 的\",面议,3,价格,“面议”不是一个价格,");
        assertThat(zh).contains(",'=缺,-1,4,\"编号\n价格\",\"没有填写\n“-1”是负数\",");
        assertThat(en).contains("Row,Field,Reason,Remedy");

        var corrected = zh.replace("面议", "88").replace(",'=缺,-1", "3,'=缺,1");
        var again = ended(receive(batch.source(), "rejects.csv", corrected.getBytes(StandardCharsets.UTF_8)));
        assertThat(again.accepted()).isEqualTo(2);
        assertThat(again.rejected()).isZero();
    }

    @Test
    void an_offer_is_taken_once_and_a_changed_one_is_a_new_version() {
        var first = ended(receive("编号,标题,价格\nA,卫衣,5\nB,茶,6\n"));
        var second = ended(receive(first.source(), "again.csv", "编号,标题,价格\nA,卫衣,5.00\nB,茶,7\nC,米,8\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(second.duplicates()).isEqualTo(1);
        assertThat(second.accepted()).isEqualTo(2);
        var history = persons.as(OFFICER, () -> intake.history(first.source(), "B"));
        assertThat(history).extracting(Listing::version).containsExactly(2, 1);
        assertThat(history).extracting(Listing::priceFen).containsExactly(700L, 600L);
    }

    @Test
    void the_order_of_columns_may_change_once_they_are_remembered() {
        var first = receive("甲,乙,丙\n1,卫衣,5\n", Map.of("id", "甲", "title", "乙", "price", "丙"));
        persons.as(OFFICER, () -> {
            var asked = page(first.source(), "甲,乙,丙\n9,鞋,5\n");
            assertThat(asked.state()).isEqualTo(Batch.State.UPLOADED);
            intake.confirm(asked.id(), Map.of("id", "甲", "title", "乙", "price", "丙"));
        });

        var next = persons.as(OFFICER, () -> page(first.source(), "丙,甲,乙\n6,2,茶\n"));

        assertThat(next.state()).isEqualTo(Batch.State.QUEUED);
        var listing = only(ended(next));
        assertThat(listing.title()).isEqualTo("茶");
        assertThat(listing.priceFen()).isEqualTo(600);
    }

    @Test
    void a_file_whose_columns_cannot_be_told_waits_or_is_refused() {
        persons.as(OFFICER, () -> {
            var asked = page(source().id(), "温度,湿度\n1,2\n");
            assertThat(asked.state()).isEqualTo(Batch.State.UPLOADED);
            assertThatThrownBy(() -> intake.confirm(asked.id(), Map.of("id", "温度")))
                    .isInstanceOfSatisfying(MappingNeeded.class, needed -> assertThat(needed.missing()).containsExactly("title"));
            intake.withdraw(asked.id());
            assertThat(intake.batch(asked.id()).orElseThrow().state()).isEqualTo(Batch.State.WITHDRAWN);
            assertThatThrownBy(() -> intake.receive(Intake.Arriving.of(
                            source().id(), Batch.Channel.API, "x.csv", bytes("温度,湿度\n1,2\n"))))
                    .isInstanceOf(MappingNeeded.class);
        });
    }

    @Test
    void garbage_is_refused_before_anything_is_kept_of_it() {
        persons.as(OFFICER, () -> assertThatThrownBy(() -> intake.receive(
                        Intake.Arriving.of(source().id(), Batch.Channel.PAGE, "a.csv", bytes("%PDF-1.7"))))
                .isInstanceOf(Unreadable.class));
    }

    @Test
    void headings_without_rows_fail_with_what_to_do() {
        var batch = ended(receive("编号,标题\n"));

        assertThat(batch.state()).isEqualTo(Batch.State.FAILED);
        assertThat(batch.failure(Locale.SIMPLIFIED_CHINESE)).contains("没有数据行");
        assertThat(batch.failure(Locale.ENGLISH)).contains("no rows");
    }

    @Test
    void reading_stopped_after_any_chunk_goes_on_with_the_next_row() {
        var text = new StringBuilder("编号,标题,价格\n");
        for (int i = 0; i < 3_500; i++) {
            text.append(i % 1_700).append(i % 7 == 0 ? ",,1\n" : ",第" + i % 900 + "号茶,1\n");
        }
        var undisturbed = ended(receive(text.toString()));

        var stopped = held(text.toString());
        int starts = 0;
        while (find(stopped).state() != Batch.State.DONE) {
            // Told to stop after one chunk each time, as a server is that goes down.
            var chunks = new AtomicInteger();
            reading.read(stopped, () -> chunks.getAndIncrement() > 0);
            starts++;
        }

        assertThat(starts).isGreaterThan(3);
        assertThat(counts(find(stopped))).isEqualTo(counts(undisturbed));
        assertThat(rejections(find(stopped))).extracting(RejectionTable.Rejection::rowNumber)
                .containsExactlyElementsOf(rejections(undisturbed).stream().map(RejectionTable.Rejection::rowNumber).toList());
    }

    @Test
    void a_chunk_that_breaks_in_its_middle_leaves_nothing_behind_and_is_read_again() {
        var text = new StringBuilder("编号,标题\n");
        for (int i = 0; i < 2_500; i++) {
            text.append(i).append(",茶\n");
        }
        var id = held(text.toString());
        var chunks = new AtomicInteger();
        reading.read(id, () -> chunks.getAndIncrement() > 0);
        // The database refuses the next chunk after its listings are in: what a crash before the commit looks like.
        owner("alter table intake.batch add constraint broken check (id <> " + id + " or received < 1500)");

        assertThatThrownBy(() -> reading.read(id, () -> false)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(find(id).received()).isEqualTo(1_000);
        assertThat(listingsOf(id)).isEqualTo(1_000);

        owner("alter table intake.batch drop constraint broken");
        reading.read(id, () -> false);
        assertThat(find(id).state()).isEqualTo(Batch.State.DONE);
        assertThat(find(id).accepted()).isEqualTo(2_500);
        assertThat(listingsOf(id)).isEqualTo(2_500);
    }

    @Test
    void the_database_itself_refuses_counts_that_do_not_add_up() {
        var batch = ended(receive("编号,标题\n1,茶\n"));

        viewers.as(Viewer.machine(), () -> assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> jdbc.sql(
                                "update intake.batch set accepted = accepted + 1 where id = :id")
                        .param("id", batch.id())
                        .update()))
                .hasMessageContaining("every_row_is_accounted_for"));
    }

    @Test
    void the_same_key_is_the_same_batch_and_another_file_is_refused() {
        persons.as(OFFICER, () -> {
            long source = source().id();
            var key = "key-" + source;
            var first = intake.receive(keyed(source, key, "编号,标题\n1,茶\n"));

            assertThat(intake.receive(keyed(source, key, "编号,标题\n1,茶\n")).id()).isEqualTo(first.id());
            assertThatThrownBy(() -> intake.receive(keyed(source, key, "编号,标题\n2,茶\n")))
                    .isInstanceOf(KeyUsedOtherwise.class);
        });
    }

    @Test
    void another_agency_sees_neither_batch_nor_listing_nor_reject_nor_source() {
        var batch = ended(receive("编号,标题\n1,茶\n,无\n"));
        var listing = only(batch);

        persons.as(STRANGER, () -> {
            assertThat(intake.batch(batch.id())).isEmpty();
            assertThat(intake.listing(listing.id())).isEmpty();
            assertThat(intake.listings(batch.id(), 0, Long.MAX_VALUE)).isEmpty();
            assertThat(intake.history(batch.source(), "1")).isEmpty();
            assertThat(intake.rejections(batch.id(), Optional.empty(), 10).rows()).isEmpty();
            assertThatThrownBy(() -> intake.receive(
                            Intake.Arriving.of(batch.source(), Batch.Channel.API, "a.csv", bytes("编号,标题\n1,茶\n"))))
                    .isInstanceOf(NotFound.class);
        });
        assertThatThrownBy(() -> persons.as("gu.heng", () -> intake.sourceCalled("x")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void those_who_listen_can_read_each_chunk_once() {
        var text = new StringBuilder("编号,标题\n");
        for (int i = 0; i < 2_100; i++) {
            text.append(i).append(",茶").append(i).append('\n');
        }
        var batch = ended(receive(text.toString()));

        var read = new ArrayList<Listing>();
        viewers.as(Viewer.machine(), () -> {
            var ids = Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                            "select min(id), max(id) from intake.listing where batch_id = :id group by (row_number - 2) / 1000 order by 1")
                    .param("id", batch.id())
                    .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
                    .list()));
            assertThat(ids).hasSize(3);
            ids.forEach(span -> read.addAll(intake.listings(batch.id(), span.getFirst(), span.getLast())));
        });

        assertThat(read).hasSize(2_100);
        assertThat(read).extracting(Listing::externalId).doesNotHaveDuplicates();
    }

    @Test
    void a_file_in_the_watched_folder_is_taken_in_and_gets_a_receipt() throws IOException {
        var source = persons.as(OFFICER, this::source);
        var file = put(source, "十月.csv", "编号,标题\n1,茶\n,无\n");

        inbox.look();
        var batch = Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                () -> batchesOf(source).stream().filter(one -> !one.state().isOpen()).findFirst(), Optional::isPresent).orElseThrow();
        inbox.look();

        assertThat(batch.channel()).isEqualTo(Batch.Channel.FOLDER);
        assertThat(file).doesNotExist();
        var done = file.resolveSibling("done");
        assertThat(done.resolve("十月.csv")).exists();
        assertThat(done.resolve("十月.csv.receipt.json")).content().contains("\"received\" : 2", "\"rejected\" : 1");
        // The same name may come again.
        put(source, "十月.csv", "编号,标题\n2,茶\n");
        inbox.look();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                () -> batchesOf(source).stream().filter(one -> one.state() == Batch.State.DONE).count(), count -> count == 2);
        inbox.look();
        try (var files = Files.list(done)) {
            assertThat(files.filter(one -> one.toString().endsWith(".receipt.json"))).hasSize(2);
        }
    }

    @Test
    void what_cannot_be_taken_from_the_watched_folder_says_why() throws IOException {
        var source = persons.as(OFFICER, this::source);
        var file = put(source, "a.pdf", "%PDF-1.7");
        var unknown = put(new Source(0, "nobody-knows", "?", Map.of(), 0, Source.Kind.LISTINGS), "b.csv", "编号,标题\n1,茶\n");

        inbox.look();

        assertThat(file.resolveSibling("failed").resolve("a.pdf.receipt.json")).content().contains("PDF");
        assertThat(unknown.resolveSibling("failed").resolve("b.csv.receipt.json")).content().contains("nobody-knows");
    }

    /** Files with random rows, sound and broken, in random encodings: nothing is lost and nothing counted twice. */
    @RepeatedTest(25)
    void what_is_received_is_accepted_rejected_or_a_duplicate(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var charset = List.of(StandardCharsets.UTF_8, Charset.forName("GBK"), StandardCharsets.UTF_16LE)
                .get(random.nextInt(3));
        var text = new StringBuilder("编号,标题,价格,地区\n");
        for (int i = 0; i < 5 + random.nextInt(200); i++) {
            text.append(switch (random.nextInt(12)) {
                case 0 -> ",没有编号,1,\n";
                case 1 -> random.nextInt(30) + ",\"没有收尾,1,\n";
                case 2 -> random.nextInt(30) + ",\"中间\"引号\",1,\n";
                case 3 -> random.nextInt(30) + ",多,1,,,5\n";
                case 4 -> "\n";
                case 5 -> random.nextInt(30) + ",\"有,逗号\n和换行\",￥1,330106\n";
                case 6 -> random.nextInt(30) + ",坏价,abc,\n";
                default -> random.nextInt(30) + ",商品" + random.nextInt(3) + "," + random.nextInt(3) + ",浙江省杭州市西湖区\n";
            });
        }

        var batch = ended(receive(persons.as(OFFICER, this::source).id(), "random.csv", text.toString().getBytes(charset)));

        assertThat(batch.state()).as("seed %d", run.getCurrentRepetition()).isEqualTo(Batch.State.DONE);
        assertThat(batch.accepted() + batch.rejected() + batch.duplicates()).isEqualTo(batch.received());
        assertThat(batch.received()).isEqualTo(Objects.requireNonNull(batch.total()));
        assertThat(listingsOf(batch.id())).isEqualTo(batch.accepted());
        assertThat(rejections(batch)).hasSize((int) batch.rejected());
    }

    private Source source() {
        int number = SOURCES.incrementAndGet();
        return intake.source("test-" + number, "测试来源 " + number);
    }

    private Batch sample(String name) {
        try {
            return receive(persons.as(OFFICER, this::source).id(), name, Files.readAllBytes(samples().resolve(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path samples() {
        return Path.of(Files.isDirectory(Path.of("samples")) ? "samples" : "../samples")
                .toAbsolutePath()
                .normalize();
    }

    private Batch receive(String text) {
        return receive(persons.as(OFFICER, this::source).id(), "test.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Batch receive(String text, Map<String, String> mapping) {
        return persons.as(OFFICER, () -> intake.receive(new Intake.Arriving(
                source().id(), Batch.Channel.API, "test.csv", bytes(text), mapping, null)));
    }

    private Batch receive(long source, String name, byte[] content) {
        return persons.as(OFFICER, () -> intake.receive(
                Intake.Arriving.of(source, Batch.Channel.API, name, new ByteArrayInputStream(content))));
    }

    private Batch page(long source, String text) {
        return intake.receive(Intake.Arriving.of(source, Batch.Channel.PAGE, "test.csv", bytes(text)));
    }

    private static Intake.Arriving keyed(long source, String key, String text) {
        return new Intake.Arriving(source, Batch.Channel.API, "k.csv", bytes(text), Map.of(), key);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A batch that the queue does not see: this test alone reads it. */
    private long held(String text) {
        var batch = receive(text, Map.of("id", "编号", "title", "标题"));
        ended(batch);
        var arrival = new BatchTable.Arrival(
                persons.as(OFFICER, this::source).id(), Batch.Channel.API, "held.csv",
                new FileStore.Kept(batch.fileHash(), batch.fileBytes()), batch.format(), batch.headings(), batch.mapping(),
                Batch.State.UPLOADED, null, null);
        var viewer = persons.viewer(OFFICER);
        long id = persons.as(OFFICER, () -> Objects.requireNonNull(transaction.execute(_ -> batches.add(
                arrival, Instant.EPOCH, viewer, new SourceTable.Owner(viewer.agency(), viewer.line(), viewer.region())))));
        // Held by the lock that a reader takes, so that no other begins.
        hold(id);
        persons.as(OFFICER, () -> transaction.executeWithoutResult(_ -> batches.confirm(id, batch.mapping())));
        return id;
    }

    /** With a session of its own, closed after the test. */
    private void hold(long id) {
        try {
            var connection = ownerSource().getConnection();
            sessions.add(connection);
            try (var take = connection.prepareStatement("select pg_advisory_lock(?, ?)")) {
                take.setInt(1, BatchQueue.LOCK_CLASS);
                take.setInt(2, (int) id);
                take.execute();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterEach
    void closeSessions() throws SQLException {
        for (var session : sessions) {
            session.close();
        }
    }

    private Batch ended(Batch batch) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(batch.id()), one -> !one.state().isOpen());
    }

    private Batch find(long id) {
        return persons.as(OFFICER, () -> intake.batch(id).orElseThrow());
    }

    private List<RejectionTable.Rejection> rejections(Batch batch) {
        return persons.as(OFFICER, () -> intake.rejections(batch.id(), Optional.empty(), 10_000).rows());
    }

    private static List<Long> counts(Batch batch) {
        return List.of(batch.received(), batch.accepted(), batch.rejected(), batch.duplicates());
    }

    private long listingsOf(long batch) {
        return persons.as(OFFICER, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select count(*) from intake.listing where batch_id = :id")
                .param("id", batch)
                .query(Long.class)
                .single())));
    }

    private Listing only(Batch batch) {
        return persons.as(OFFICER, () -> intake.listings(batch.id(), 0, Long.MAX_VALUE).getFirst());
    }

    private List<Batch> batchesOf(Source source) {
        return persons.as(OFFICER, () -> intake.batches(new BatchTable.Filter(source.id(), null, ""), Optional.empty(), 10).rows());
    }

    private String csv(Batch batch, Locale locale) {
        var out = new ByteArrayOutputStream();
        persons.as(OFFICER, () -> download.csv(batch, out, locale));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path put(Source source, String name, String text) throws IOException {
        var folder = Files.createDirectories(data.folder("inbox").resolve(source.code()));
        var file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        return file;
    }

    private void owner(String sql) {
        JdbcClient.create(ownerSource()).sql(sql).update();
    }

    private DriverManagerDataSource ownerSource() {
        return new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password());
    }
}
