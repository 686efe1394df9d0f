package org.hengjian.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Viewer;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@code evidence.item}. */
@Repository
class EvidenceTable {

    static final int SIZE = 50;

    private static final String SELECT =
            """
            select id, case_id, n, name, kind, media_type, bytes, sha256, sm3, is_sealed, origin, proves, obtained_on,
                   taken_at, device, measure, place_sealed is not null as has_place, received_at, received_by, receiver,
                   stamp, stamped_at, authority, withdrawn_at, withdrawer, withdrawn_for
              from evidence.item
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String OF_CASE = SELECT + " where case_id = :case order by n";
    private static final String SAME = SELECT + " where case_id = :case and sha256 = :sha256 and withdrawn_at is null";
    /** %s: where the page begins, and the order; both are among the constants of {@link Sort}. */
    private static final String PAGE = SELECT
            + """
             where case_id = :case
               and %s
               and (:words = '' or name ilike '%%' || :words || '%%' or proves ilike '%%' || :words || '%%'
                    or origin ilike '%%' || :words || '%%')
               and (:kind = '' or kind = :kind)
             order by %s
             limit :most
            """;
    private static final String COUNT =
            "select count(*) from evidence.item where case_id = :case and withdrawn_at is null";
    // Two who bring something to one case at once get their numbers one after the other.
    private static final String QUEUE = "select pg_advisory_xact_lock(hashtextextended('evidence', :case))";
    private static final String ADD =
            """
            insert into evidence.item (case_id, n, name, kind, media_type, bytes, sha256, sm3, is_sealed, origin, proves,
                   obtained_on, taken_at, device, measure, place_sealed, received_at, received_by, receiver, stamp,
                   stamped_at, authority)
            values (:case, (select coalesce(max(n), 0) + 1 from evidence.item where case_id = :case), :name, :kind,
                   :mediaType, :bytes, :sha256, :sm3, :isSealed, :origin, :proves, :obtainedOn, :takenAt, :device,
                   :measure, :place, :at, :by, :receiver, :stamp, :stampedAt, :authority)
            returning id
            """;
    private static final String STAMP =
            """
            update evidence.item
               set stamp = :stamp, stamped_at = :at, authority = :authority
             where id = :id
               and stamp is null
            """;
    private static final String WAITING = "select id, sha256 from evidence.item where stamp is null order by id limit 100";
    private static final String WITHDRAW =
            """
            update evidence.item
               set withdrawn_at = :at, withdrawn_by = :by, withdrawer = :person, withdrawn_for = :ground
             where id = :id
               and withdrawn_at is null
            """;
    private static final String PLACE = "select place_sealed from evidence.item where id = :id and place_sealed is not null";
    private static final String KNOWN =
            "select encode(sha256, 'hex') from evidence.item where sha256 = any (array(select decode(unnest(:hashes), 'hex')))";

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The order of the list; a page begins behind the key and the number of the last row before it. */
    enum Sort {
        NUMBER("n > :n", "n", "", 0),
        NEWEST("n < :n", "n desc", "", Integer.MAX_VALUE),
        NAME("(name, n) > (:key, :n)", "name, n", "", 0);

        private final String behind;
        private final String order;
        private final String startKey;
        private final int start;

        Sort(String behind, String order, String startKey, int start) {
            this.behind = behind;
            this.order = order;
            this.startKey = startKey;
            this.start = start;
        }

        static Sort of(String word) {
            for (Sort sort : values()) {
                if (sort.name().equalsIgnoreCase(word)) {
                    return sort;
                }
            }
            return NUMBER;
        }
    }

    /** Empty texts look for all. @param kind name of a {@link Kind} */
    record Filter(String words, String kind, Sort sort) {}

    @Transactional(readOnly = true)
    Page<Item> page(long caseId, Filter filter, @Nullable String after) {
        var sort = filter.sort();
        var cursor = Cursor.parse(after, 2).filter(keys -> keys.key(1).matches("\\d{1,9}"));
        var rows = jdbc.sql(PAGE.formatted(sort.behind, sort.order))
                .param("case", caseId)
                .param("key", cursor.map(keys -> keys.key(0)).orElse(sort.startKey))
                .param("n", cursor.map(keys -> Integer.parseInt(keys.key(1))).orElse(sort.start))
                .param("words", filter.words())
                .param("kind", filter.kind())
                .param("most", SIZE + 1)
                .query(EvidenceTable::item)
                .list();
        return Page.of(rows, SIZE, item -> Cursor.of(sort == Sort.NAME ? item.receipt().name() : "", item.n()));
    }

    Optional<Item> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(EvidenceTable::item).optional();
    }

    List<Item> ofCase(long caseId) {
        return jdbc.sql(OF_CASE).param("case", caseId).query(EvidenceTable::item).list();
    }

    Optional<Item> same(long caseId, String sha256) {
        return jdbc.sql(SAME)
                .param("case", caseId)
                .param("sha256", HexFormat.of().parseHex(sha256))
                .query(EvidenceTable::item)
                .optional();
    }

    int count(long caseId) {
        return jdbc.sql(COUNT).param("case", caseId).query(Integer.class).single();
    }

    void queue(long caseId) {
        jdbc.sql(QUEUE).param("case", caseId).query((_, _) -> true).list();
    }

    /** What is entered of a file; its number is given here. */
    record New(
            Receipt receipt, MediaType type, Vault.Staged file, Metadata metadata, byte @Nullable [] placeSealed,
            Optional<Item.Stamp> stamp) {}

    long add(New fresh, Viewer by, Instant at) {
        var receipt = fresh.receipt();
        return jdbc.sql(ADD)
                .param("case", receipt.caseId())
                .param("name", receipt.name())
                .param("kind", receipt.kind().name())
                .param("mediaType", fresh.type().name())
                .param("bytes", fresh.file().bytes())
                .param("sha256", HexFormat.of().parseHex(fresh.file().sha256()))
                .param("sm3", HexFormat.of().parseHex(fresh.file().sm3()))
                .param("isSealed", receipt.isSealed())
                .param("origin", receipt.origin())
                .param("proves", receipt.proves())
                .param("obtainedOn", receipt.obtainedOn())
                .param("takenAt", fresh.metadata().takenAt())
                .param("device", fresh.metadata().device())
                .param("measure", fresh.metadata().measure())
                .param("place", fresh.placeSealed(), java.sql.Types.BINARY)
                .param("at", Timestamp.from(at))
                .param("by", by.person())
                .param("receiver", by.name())
                .param("stamp", fresh.stamp().map(Item.Stamp::token).orElse(null), java.sql.Types.BINARY)
                .param("stampedAt", fresh.stamp().map(stamp -> Timestamp.from(stamp.at())).orElse(null), java.sql.Types.TIMESTAMP)
                .param("authority", fresh.stamp().map(Item.Stamp::authority).orElse(""))
                .query(Long.class)
                .single();
    }

    boolean stamp(long id, Item.Stamp stamp) {
        return jdbc.sql(STAMP)
                        .param("id", id)
                        .param("stamp", stamp.token())
                        .param("at", Timestamp.from(stamp.at()))
                        .param("authority", stamp.authority())
                        .update()
                == 1;
    }

    /** An item that has no stamp yet. */
    record Waiting(long id, byte[] sha256) {}

    List<Waiting> waiting() {
        return jdbc.sql(WAITING)
                .query((row, _) -> new Waiting(row.getLong("id"), row.getBytes("sha256")))
                .list();
    }

    boolean withdraw(long id, String ground, Viewer by, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("ground", ground)
                        .param("by", by.person())
                        .param("person", by.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<byte[]> place(long id) {
        return jdbc.sql(PLACE).param("id", id).query((row, _) -> row.getBytes(1)).optional();
    }

    Set<String> known(Collection<String> hashes) {
        return jdbc.sql(KNOWN).param("hashes", hashes.toArray(String[]::new)).query(String.class).stream()
                .collect(Collectors.toSet());
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        var stamped = row.getTimestamp("stamped_at");
        return new Item(
                row.getLong("id"),
                new Receipt(
                        row.getLong("case_id"),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("origin"),
                        row.getString("proves"),
                        row.getObject("obtained_on", LocalDate.class),
                        row.getBoolean("is_sealed")),
                row.getInt("n"),
                new MediaType(row.getString("media_type")),
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                HexFormat.of().formatHex(row.getBytes("sm3")),
                new Metadata(
                        row.getString("taken_at"),
                        row.getString("device"),
                        row.getString("measure"),
                        row.getBoolean("has_place")),
                row.getTimestamp("received_at").toInstant(),
                row.getLong("received_by"),
                row.getString("receiver"),
                stamped == null
                        ? Optional.empty()
                        : Optional.of(new Item.Stamp(row.getBytes("stamp"), stamped.toInstant(), row.getString("authority"))),
                withdrawn == null
                        ? Optional.empty()
                        : Optional.of(new Item.Withdrawal(
                                withdrawn.toInstant(), row.getString("withdrawer"), row.getString("withdrawn_for"))));
    }
}
