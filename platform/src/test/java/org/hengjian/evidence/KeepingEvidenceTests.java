package org.hengjian.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Entry;
import org.hengjian.cases.CaseWork;
import org.hengjian.evidence.Verification.Fault;
import org.hengjian.postgres.DataFolder;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files come to a case, are seen by those who see it, and stay as they came; whoever changes one is found out. */
@OnThePlatform
class KeepingEvidenceTests {

    @LocalServerPort
    int port;

    @Autowired
    Evidence evidence;

    @Autowired
    EvidenceWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    Vault vault;

    @Autowired
    DataFolder folder;

    @Autowired
    DatabaseAddress address;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_file_is_hashed_stamped_entered_and_comes_back_the_same() throws Exception {
        long id = cases.proposedId();
        byte[] picture = EvidenceWork.picture(id);

        var item = work.received(id, "现场.jpg", picture);

        assertThat(item.n()).isEqualTo(1);
        assertThat(item.type().name()).as("its name says otherwise").isEqualTo("image/png");
        assertThat(item.metadata().measure()).isEqualTo("320 × 200");
        assertThat(TimeStamps.verify(item.stamp().orElseThrow().token(), item.sha256())).isNotNull();
        assertThat(persons.as(EvidenceWork.OFFICER, () -> audit.of("evidence", Long.toString(item.id()))))
                .extracting(Entry::deed)
                .containsExactly("evidence.receive");
        try (var content = evidence.open(item)) {
            assertThat(content.in().readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    void the_same_file_twice_is_there_once() {
        long id = cases.proposedId();
        var first = work.received(id, "a.txt", "聊天记录 " + id);

        var again = EvidenceWork.done(work.bring(
                EvidenceWork.OFFICER, work.receipt(id, "b.txt"), ("聊天记录 " + id).getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(again.again()).isTrue();
        assertThat(again.item().id()).isEqualTo(first.id());
        assertThat(persons.as(EvidenceWork.OFFICER, () -> evidence.ofCase(id))).hasSize(1);
        var elsewhere = work.received(cases.proposedId(), "a.txt", "聊天记录 " + id);
        assertThat(elsewhere.id()).as("another case has an entry of its own").isNotEqualTo(first.id());
        assertThat(elsewhere.sha256()).isEqualTo(first.sha256());
    }

    @Test
    void eight_at_once_get_eight_numbers_and_one_file_sent_by_eight_is_one() throws Exception {
        long id = cases.proposedId();
        try (var crowd = Executors.newFixedThreadPool(8)) {
            crowd.invokeAll(IntStream.range(0, 8)
                    .<Callable<Item>>mapToObj(i -> () -> work.received(id, i + ".txt", "number " + i + " of " + id))
                    .toList());
            crowd.invokeAll(IntStream.range(0, 8)
                    .<Callable<Item>>mapToObj(i -> () -> work.received(id, i + ".txt", "the same for all of " + id))
                    .toList());
        }

        assertThat(persons.as(EvidenceWork.OFFICER, () -> evidence.ofCase(id)))
                .extracting(Item::n)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void who_does_not_handle_the_case_or_comes_late_is_refused() {
        long id = cases.proposedId();
        byte[] text = "x".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(grounds(work.bring(EvidenceWork.ABOVE, work.receipt(id, "a"), text))).containsExactly("NOT_YOURS");
        assertThat(grounds(work.bring(EvidenceWork.OFFICER, work.receipt(id, "a"), new byte[0]))).containsExactly("EMPTY");
        assertThat(grounds(work.bring(EvidenceWork.OFFICER, work.receipt(cases.closedId(), "a"), text)))
                .containsExactly("CASE_ENDED");
        assertThatThrownBy(() -> work.bring(EvidenceWork.REVIEWER, work.receipt(id, "a"), text)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> work.bring(EvidenceWork.OTHER_LINE, work.receipt(id, "a"), text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> work.bring(EvidenceWork.FOREIGN, work.receipt(id, "a"), text)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_foreign_officer_sees_nothing_even_by_number_or_by_sql() {
        var item = work.received(cases.proposedId(), "a.txt", "fremd " + System.nanoTime());

        assertThat(persons.as(EvidenceWork.FOREIGN, () -> evidence.find(item.id()))).isEmpty();
        assertThat(count(EvidenceWork.FOREIGN, item.id())).isZero();
        assertThat(count(EvidenceWork.OFFICER, item.id())).isOne();
        try (var stranger = Visitor.signedIn(port, EvidenceWork.FOREIGN)) {
            assertThat(stranger.get("/evidence/" + item.id()).statusCode()).isEqualTo(404);
            assertThat(stranger.get("/evidence/" + item.id() + "/download").statusCode()).isEqualTo(404);
            assertThat(stranger.get("/evidence/case/" + item.receipt().caseId()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void withdrawn_is_not_deleted() {
        long id = cases.proposedId();
        var item = work.received(id, "a.txt", "to be withdrawn " + id);

        assertThat(grounds(persons.as(EvidenceWork.OFFICER, () -> evidence.withdraw(item.id(), " "))))
                .containsExactly("NO_GROUND");
        EvidenceWork.done(persons.as(EvidenceWork.OFFICER, () -> evidence.withdraw(item.id(), "与本案无关")));

        var kept = persons.as(EvidenceWork.OFFICER, () -> evidence.find(item.id())).orElseThrow();
        assertThat(kept.withdrawal().orElseThrow().ground()).isEqualTo("与本案无关");
        assertThat(vault.place(item.sha256())).exists();
        assertThat(work.received(id, "a.txt", "to be withdrawn " + id).n()).as("it may come again").isEqualTo(2);
        assertThatThrownBy(() -> execute("delete from evidence.item where id = " + item.id()))
                .hasMessageContaining("never deleted");
        assertThatThrownBy(() -> execute("update evidence.item set name = 'b' where id = " + item.id()))
                .hasMessageContaining("stays as it was received");
    }

    @Test
    void a_page_is_never_run_and_ranges_are_answered() {
        long id = cases.proposedId();
        var page = work.received(id, "证据.html", "<html><script>alert(" + id + ")</script></html>");
        var picture = work.received(id, "a.png", EvidenceWork.picture(id));
        try (var officer = Visitor.signedIn(port, EvidenceWork.OFFICER)) {
            assertThat(officer.get("/evidence/" + page.id() + "/content").statusCode()).isEqualTo(404);
            var download = officer.get("/evidence/" + page.id() + "/download");
            assertThat(download.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(download.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
            assertThat(download.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            var shown = officer.get("/evidence/" + picture.id() + "/content");
            assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/png");
            assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
            assertThat(shown.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        }
    }

    @Test
    void a_sealed_item_asks_for_a_purpose_first() {
        long id = cases.proposedId();
        var open = work.receipt(id, "举报人.txt");
        var item = EvidenceWork.done(work.bring(
                        EvidenceWork.OFFICER,
                        new Receipt(id, open.name(), Kind.WITNESS, open.origin(), "", open.obtainedOn(), true),
                        ("举报人的话 " + id).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .item();
        try (var officer = Visitor.signedIn(port, EvidenceWork.OFFICER)) {
            String there = "/evidence/" + item.id();
            assertThat(text(officer.get(there).body())).doesNotContain("举报人的话");
            assertThat(officer.get(there + "/download").statusCode()).isEqualTo(403);
            officer.post(there + "/open", java.util.Map.of("purpose", " "));
            assertThat(officer.get(there + "/download").statusCode()).isEqualTo(403);
            officer.post(there + "/open", java.util.Map.of("purpose", "核对证言"));
            assertThat(text(officer.get(there).body())).contains("举报人的话", "核对证言");
        }
    }

    @Test
    void lost_and_altered_files_and_changed_entries_are_found() throws Exception {
        long id = cases.proposedId();
        var lost = work.received(id, "lost.txt", "lost " + id);
        var altered = work.received(id, "altered.txt", "altered " + id);
        var sound = work.received(id, "sound.txt", "sound " + id);
        assertThat(faults(lost, altered, sound)).isEmpty();
        byte[] before = Files.readAllBytes(vault.place(lost.sha256()));
        byte[] unaltered = Files.readAllBytes(vault.place(altered.sha256()));

        Files.delete(vault.place(lost.sha256()));
        byte[] changed = unaltered.clone();
        changed[changed.length - 20] ^= 1;
        Files.write(vault.place(altered.sha256()), changed);

        assertThat(faults(lost, altered, sound)).containsExactlyInAnyOrder(Fault.LOST, Fault.ALTERED);
        try (var officer = Visitor.signedIn(port, EvidenceWork.OFFICER)) {
            var page = officer.get("/evidence/" + lost.id());
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(text(page.body())).contains("已经丢失或者被改动").doesNotContain(">E-");
        }

        Files.write(vault.place(lost.sha256()), before);
        Files.write(vault.place(altered.sha256()), unaltered);
        execute("alter table evidence.item disable trigger kept; update evidence.item set sm3 = sha256 where id = "
                + sound.id() + "; alter table evidence.item enable trigger kept");
        assertThat(faults(lost, altered, sound)).containsExactlyInAnyOrder(Fault.ALTERED, Fault.ENTRY_CHANGED);
        execute("alter table evidence.item disable trigger kept; update evidence.item set sm3 = decode('" + sound.sm3()
                + "', 'hex') where id = " + sound.id() + "; alter table evidence.item enable trigger kept");
        assertThat(faults(lost, altered, sound)).isEmpty();
    }

    @Test
    void a_stamp_of_another_file_is_no_stamp() {
        long id = cases.proposedId();
        var one = work.received(id, "1.txt", "one " + id);
        var other = work.received(id, "2.txt", "other " + id);

        assertThatThrownBy(() -> TimeStamps.verify(one.stamp().orElseThrow().token(), other.sha256()))
                .isInstanceOf(TimeStamps.Unsound.class);
    }

    private java.util.List<Fault> faults(Item... items) throws SQLException {
        var ids = java.util.Arrays.stream(items).map(Item::id).toList();
        try (var connection = DriverManager.getConnection(
                address.url(), address.owner().role(), address.owner().password())) {
            return new Verification(folder.path()).verify(connection).faults().stream()
                    .filter(found -> ids.contains(found.item()))
                    .map(Verification.Found::fault)
                    .toList();
        }
    }

    private long count(String who, long id) {
        return persons.as(who, () -> transaction.execute(_ -> jdbc.sql("select count(*) from evidence.item where id = :id")
                .param("id", id)
                .query(Long.class)
                .single()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        address.url(), address.owner().role(), address.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static java.util.List<String> grounds(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused -> refused.grounds().stream().map(Ground::code).toList();
            case Answer.Done done -> throw new AssertionError("taken: " + done.item());
        };
    }

    private static String text(byte[] body) {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
