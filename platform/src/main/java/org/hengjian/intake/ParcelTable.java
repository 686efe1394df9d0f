package org.hengjian.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.access.Seal;
import org.hengjian.intake.Version.Fresh;
import org.hengjian.intake.Version.Known;
import org.hengjian.intake.Version.Span;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code intake.parcel}; who sends is under seal. */
@Component
class ParcelTable {

    private static final int SENDER_BYTES = 12; // of the trace: enough that no two meet by chance

    private static final String COLUMNS =
            """
            select p.id, p.version,
                   (select f.id
                      from intake.parcel f
                     where f.source_id = p.source_id and f.waybill_trace = p.waybill_trace and f.version = 1) as first_id,
                   p.batch_id, p.row_number, p.waybill, p.courier, p.outlet, p.sender_trace,
                   p.sender_name, p.sender_phone, p.sender_code, p.sender_region, p.recipient_region, p.goods, p.quantity,
                   p.grams, p.value_fen, p.sent_on, p.hs_code, p.declaration, p.platform, p.shop, p.inspected, p.real_name,
                   p.xrayed, p.agency_id, p.line, p.region
              from intake.parcel p
            """;
    private static final String OF_CHUNK =
            COLUMNS + " where p.batch_id = :batch and p.id between :from and :to order by p.id";
    private static final String OF_BATCH =
            COLUMNS + " where p.batch_id = :batch and p.id > :after order by p.id limit :size";
    private static final String BY_IDS = COLUMNS + " where p.id = any (cast(:ids as bigint[])) order by p.id";
    private static final String HISTORY = COLUMNS
            + """
              join intake.parcel o on o.source_id = p.source_id and o.waybill_trace = p.waybill_trace
             where o.id = :first
             order by p.version desc
            """;
    private static final String LATEST_OF = COLUMNS
            + """
             where p.id in (select l.id
                              from intake.parcel f
                             cross join lateral (
                                   select v.id
                                     from intake.parcel v
                                    where v.source_id = f.source_id
                                      and v.waybill_trace = f.waybill_trace
                                    order by v.version desc
                                    limit 1) l
                             where f.id = any (cast(:firsts as bigint[])))
             order by p.id
            """;
    private static final String SENDERS =
            """
            select id, waybill, sender_name, sender_phone, sender_address
              from intake.parcel
             where id = any (cast(:ids as bigint[]))
            """;
    private static final String SYSTEMS =
            """
            select count(*) as parcels,
                   count(inspected) as inspected_told, count(*) filter (where inspected) as inspected,
                   count(real_name) as real_name_told, count(*) filter (where real_name) as real_name,
                   count(xrayed) as xrayed_told, count(*) filter (where xrayed) as xrayed
              from intake.parcel
             where batch_id = :batch
            """;
    // One look into the index for each, as for listings.
    private static final String KNOWN =
            """
            select w.trace, l.version, l.content_hash
              from unnest(cast(:traces as bytea[])) as w (trace)
             cross join lateral (
                   select version, content_hash
                     from intake.parcel
                    where source_id = :source
                      and waybill_trace = w.trace
                    order by version desc
                    limit 1) l
             order by w.trace
            """;
    private static final String INSERT =
            """
            with added as (
                insert into intake.parcel
                       (source_id, batch_id, seen_at, agency_id, line, region, waybill_trace, version, row_number,
                        content_hash, waybill, sender_trace, sender_name, sender_phone, sender_address, sender_code,
                        sender_region, recipient_region, courier, outlet, goods, quantity, grams, value_fen, sent_on, hs_code,
                        declaration, platform, shop, inspected, real_name, xrayed)
                select :source, :batch, :at, :agency, :line, :region, o.*
                  from unnest(cast(:traces as bytea[]), cast(:versions as integer[]), cast(:rowNumbers as bigint[]),
                              cast(:hashes as bytea[]), cast(:waybills as bytea[]), cast(:senderTraces as bytea[]),
                              cast(:senderNames as bytea[]), cast(:senderPhones as bytea[]),
                              cast(:senderAddresses as bytea[]), cast(:senderCodes as text[]),
                              cast(:senderRegions as integer[]), cast(:recipientRegions as integer[]),
                              cast(:couriers as text[]), cast(:outlets as text[]), cast(:goods as text[]),
                              cast(:quantities as integer[]), cast(:grams as bigint[]), cast(:values as bigint[]),
                              cast(:days as date[]), cast(:hsCodes as text[]), cast(:declarations as text[]),
                              cast(:platforms as text[]), cast(:shops as text[]), cast(:inspected as boolean[]),
                              cast(:realNames as boolean[]), cast(:xrayed as boolean[])) as o
                returning id)
            select min(id) as "from", max(id) as "to" from added
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    ParcelTable(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    String traceOf(String waybill) {
        return HexFormat.of().formatHex(seal.trace("waybill " + waybill));
    }

    byte[] hashOf(Posting posting) {
        return posting.hash(seal);
    }

    /** By trace of the waybill. */
    Map<String, Known> latest(long source, List<String> traces) {
        var known = new HashMap<String, Known>();
        jdbc.sql(KNOWN)
                .param("source", source)
                .param("traces", traces.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query(row -> {
                    known.put(
                            HexFormat.of().formatHex(row.getBytes("trace")),
                            new Known(row.getInt("version"), row.getBytes("content_hash")));
                });
        return known;
    }

    /** All of a chunk in one statement; {@code fresh} is not empty. */
    Span add(List<Fresh<Posting>> fresh, Batch batch, Instant at) {
        return jdbc.sql(INSERT)
                .param("source", batch.source())
                .param("batch", batch.id())
                .param("at", Timestamp.from(at))
                .param("agency", batch.agency())
                .param("line", batch.line())
                .param("region", batch.region())
                .param("traces", bytes(fresh, one -> seal.trace("waybill " + one.waybill())))
                .param("versions", fresh.stream().map(Fresh::version).toArray(Integer[]::new))
                .param("rowNumbers", fresh.stream().map(Fresh::rowNumber).toArray(Long[]::new))
                .param("hashes", fresh.stream().map(Fresh::hash).toArray(byte[][]::new))
                .param("waybills", bytes(fresh, one -> seal.seal(one.waybill())))
                .param("senderTraces", bytes(fresh, one -> seal.trace("sender " + one.senderPhone())))
                .param("senderNames", bytes(fresh, one -> seal.seal(one.senderName())))
                .param("senderPhones", bytes(fresh, one -> seal.seal(one.senderPhone())))
                .param("senderAddresses", bytes(fresh, one -> seal.seal(one.senderAddress())))
                .param("senderCodes", texts(fresh, Posting::senderCode))
                .param("senderRegions", whole(fresh, Posting::senderRegion))
                .param("recipientRegions", whole(fresh, Posting::recipientRegion))
                .param("couriers", texts(fresh, Posting::courier))
                .param("outlets", texts(fresh, Posting::outlet))
                .param("goods", texts(fresh, Posting::goods))
                .param("quantities", whole(fresh, Posting::quantity))
                .param("grams", fresh.stream().map(one -> one.thing().grams()).toArray(Long[]::new))
                .param("values", fresh.stream().map(one -> one.thing().valueFen()).toArray(Long[]::new))
                .param(
                        "days",
                        fresh.stream()
                                .map(one -> java.sql.Date.valueOf(one.thing().sentOn()))
                                .toArray(java.sql.Date[]::new))
                .param("hsCodes", texts(fresh, Posting::hsCode))
                .param("declarations", texts(fresh, Posting::declaration))
                .param("platforms", texts(fresh, Posting::platform))
                .param("shops", texts(fresh, Posting::shop))
                .param("inspected", flags(fresh, Posting::inspected))
                .param("realNames", flags(fresh, Posting::realName))
                .param("xrayed", flags(fresh, Posting::xrayed))
                .query(Span.class)
                .single();
    }

    List<Parcel> ofChunk(long batch, long from, long to) {
        return jdbc.sql(OF_CHUNK)
                .param("batch", batch)
                .param("from", from)
                .param("to", to)
                .query(this::parcel)
                .list();
    }

    List<Parcel> find(List<Long> ids) {
        return jdbc.sql(BY_IDS).param("ids", ids.toArray(Long[]::new)).query(this::parcel).list();
    }

    List<Parcel> history(long first) {
        return jdbc.sql(HISTORY).param("first", first).query(this::parcel).list();
    }

    List<Parcel> latestOf(List<Long> firsts) {
        return jdbc.sql(LATEST_OF)
                .param("firsts", firsts.toArray(Long[]::new))
                .query(this::parcel)
                .list();
    }

    Page<Parcel> ofBatch(long batch, Optional<Cursor> after, int size) {
        var rows = jdbc.sql(OF_BATCH)
                .param("batch", batch)
                .param("after", after.flatMap(BatchTable::id).orElse(0L))
                .param("size", size + 1)
                .query(this::parcel)
                .list();
        return Page.of(rows, size, parcel -> Cursor.of(parcel.id()));
    }

    Parcel.Systems systems(long batch) {
        return jdbc.sql(SYSTEMS).param("batch", batch).query(Parcel.Systems.class).single();
    }

    Map<Long, Parcel.Sender> senders(List<Long> ids) {
        var senders = new HashMap<Long, Parcel.Sender>();
        jdbc.sql(SENDERS).param("ids", ids.toArray(Long[]::new)).query(row -> {
            senders.put(
                    row.getLong("id"),
                    new Parcel.Sender(
                            seal.open(row.getBytes("waybill")),
                            seal.open(row.getBytes("sender_name")),
                            seal.open(row.getBytes("sender_phone")),
                            seal.open(row.getBytes("sender_address"))));
        });
        return senders;
    }

    private Parcel parcel(ResultSet row, int number) throws SQLException {
        String name = seal.open(row.getBytes("sender_name"));
        String code = row.getString("sender_code");
        return new Parcel(
                row.getLong("id"),
                row.getLong("first_id"),
                row.getInt("version"),
                row.getLong("batch_id"),
                row.getLong("row_number"),
                Parcel.maskedWaybill(seal.open(row.getBytes("waybill"))),
                row.getString("courier"),
                row.getString("outlet"),
                HexFormat.of().formatHex(row.getBytes("sender_trace"), 0, SENDER_BYTES),
                Parcel.isFirm(name, code) ? name : Parcel.maskedName(name),
                Parcel.maskedPhone(seal.open(row.getBytes("sender_phone"))),
                code,
                row.getObject("sender_region", Integer.class),
                row.getObject("recipient_region", Integer.class),
                row.getString("goods"),
                row.getObject("quantity", Integer.class),
                row.getLong("grams"),
                row.getObject("value_fen", Long.class),
                row.getObject("sent_on", LocalDate.class),
                row.getString("hs_code"),
                row.getString("declaration"),
                row.getString("platform"),
                row.getString("shop"),
                row.getObject("inspected", Boolean.class),
                row.getObject("real_name", Boolean.class),
                row.getObject("xrayed", Boolean.class),
                row.getLong("agency_id"),
                row.getString("line"),
                row.getInt("region"));
    }

    private static String[] texts(List<Fresh<Posting>> fresh, Function<Posting, String> part) {
        return fresh.stream().map(one -> part.apply(one.thing())).toArray(String[]::new);
    }

    private static Integer[] whole(List<Fresh<Posting>> fresh, Function<Posting, @Nullable Integer> part) {
        return fresh.stream().map(one -> part.apply(one.thing())).toArray(Integer[]::new);
    }

    private static Boolean[] flags(List<Fresh<Posting>> fresh, Function<Posting, @Nullable Boolean> part) {
        return fresh.stream().map(one -> part.apply(one.thing())).toArray(Boolean[]::new);
    }

    private static byte[][] bytes(List<Fresh<Posting>> fresh, Function<Posting, byte[]> part) {
        return fresh.stream().map(one -> part.apply(one.thing())).toArray(byte[][]::new);
    }
}
