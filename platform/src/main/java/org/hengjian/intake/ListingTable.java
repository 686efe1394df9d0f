package org.hengjian.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.intake.Version.Fresh;
import org.hengjian.intake.Version.Known;
import org.hengjian.intake.Version.Span;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ListingTable {

    private static final String COLUMNS =
            """
            select id, source_id, external_id, version, batch_id, row_number, title, description, price_fen, currency,
                   category, brand, seller, seller_code, platform, url, seller_region, images, seen_at, agency_id, line,
                   region
              from intake.listing
            """;
    private static final String BY_ID = COLUMNS + " where id = :id";
    private static final String OF_CHUNK = COLUMNS + " where batch_id = :batch and id between :from and :to order by id";
    private static final String OF_BATCH =
            COLUMNS + " where batch_id = :batch and id > :after order by id limit :size";
    private static final String NEWEST = COLUMNS + " order by id desc limit :most";
    private static final String BY_IDS = COLUMNS + " where id = any (:ids)";
    private static final String HISTORY =
            COLUMNS + " where source_id = :source and external_id = :externalId order by version desc limit 200";
    // One look into the index for each, whatever the planner believes of the table: its statistics are an hour old
    // when a million rows come in, and a plan made for an empty table reads all of it for every chunk.
    private static final String LATEST =
            """
            select o.external_id, l.version, l.content_hash
              from unnest(cast(:externalIds as text[])) as o (external_id)
             cross join lateral (
                   select version, content_hash
                     from intake.listing
                    where source_id = :source
                      and external_id = o.external_id
                    order by version desc
                    limit 1) l
             order by o.external_id
            """;
    private static final String INSERT =
            """
            with added as (
                insert into intake.listing
                       (source_id, external_id, version, batch_id, row_number, content_hash, title, description,
                        price_fen, currency, category, brand, seller, seller_code, platform, url, seller_region, images,
                        seen_at, agency_id, line, region)
                select :source, o.external_id, o.version, :batch, o.row_number, o.content_hash, o.title, o.description,
                       o.price_fen, o.currency, o.category, o.brand, o.seller, o.seller_code, o.platform, o.url,
                       o.seller_region, coalesce(string_to_array(nullif(o.images, ''), chr(10)), '{}'), :at, :agency,
                       :line, :region
                  from unnest(cast(:externalIds as text[]), cast(:versions as integer[]),
                              cast(:rowNumbers as bigint[]), cast(:hashes as bytea[]), cast(:titles as text[]),
                              cast(:descriptions as text[]), cast(:prices as bigint[]), cast(:currencies as text[]),
                              cast(:categories as text[]), cast(:brands as text[]), cast(:sellers as text[]),
                              cast(:sellerCodes as text[]), cast(:platforms as text[]), cast(:urls as text[]),
                              cast(:sellerRegions as integer[]), cast(:images as text[]))
                       as o (external_id, version, row_number, content_hash, title, description, price_fen, currency,
                             category, brand, seller, seller_code, platform, url, seller_region, images)
                returning id)
            select min(id) as "from", max(id) as "to" from added
            """;

    private final JdbcClient jdbc;

    ListingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Known> latest(long source, List<String> externalIds) {
        var known = new HashMap<String, Known>();
        jdbc.sql(LATEST)
                .param("source", source)
                .param("externalIds", externalIds.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("external_id"),
                            new Known(row.getInt("version"), row.getBytes("content_hash")));
                });
        return known;
    }

    /** All of a chunk in one statement; {@code fresh} is not empty. */
    Span add(List<Fresh<Offer>> fresh, Batch batch, Instant at) {
        return jdbc.sql(INSERT)
                .param("source", batch.source())
                .param("batch", batch.id())
                .param("at", Timestamp.from(at))
                .param("agency", batch.agency())
                .param("line", batch.line())
                .param("region", batch.region())
                .param("externalIds", texts(fresh, Offer::externalId))
                .param("versions", fresh.stream().map(Fresh::version).toArray(Integer[]::new))
                .param("rowNumbers", fresh.stream().map(Fresh::rowNumber).toArray(Long[]::new))
                .param("hashes", fresh.stream().map(Fresh::hash).toArray(byte[][]::new))
                .param("titles", texts(fresh, Offer::title))
                .param("descriptions", texts(fresh, Offer::description))
                .param("prices", fresh.stream().map(one -> one.thing().priceFen()).toArray(Long[]::new))
                .param("currencies", texts(fresh, Offer::currency))
                .param("categories", texts(fresh, Offer::category))
                .param("brands", texts(fresh, Offer::brand))
                .param("sellers", texts(fresh, Offer::seller))
                .param("sellerCodes", texts(fresh, Offer::sellerCode))
                .param("platforms", texts(fresh, Offer::platform))
                .param("urls", texts(fresh, Offer::url))
                .param(
                        "sellerRegions",
                        fresh.stream().map(one -> one.thing().sellerRegion()).toArray(Integer[]::new))
                .param("images", texts(fresh, offer -> String.join("\n", offer.images())))
                .query(Span.class)
                .single();
    }

    private static String[] texts(List<Fresh<Offer>> fresh, Function<Offer, String> part) {
        return fresh.stream().map(one -> part.apply(one.thing())).toArray(String[]::new);
    }

    Optional<Listing> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(ListingTable::listing).optional();
    }

    List<Listing> ofChunk(long batch, long from, long to) {
        return jdbc.sql(OF_CHUNK)
                .param("batch", batch)
                .param("from", from)
                .param("to", to)
                .query(ListingTable::listing)
                .list();
    }

    Page<Listing> ofBatch(long batch, Optional<Cursor> after, int size) {
        var rows = jdbc.sql(OF_BATCH)
                .param("batch", batch)
                .param("after", after.flatMap(BatchTable::id).orElse(0L))
                .param("size", size + 1)
                .query(ListingTable::listing)
                .list();
        return Page.of(rows, size, listing -> Cursor.of(listing.id()));
    }

    List<Listing> newest(int most) {
        return jdbc.sql(NEWEST).param("most", most).query(ListingTable::listing).list();
    }

    List<Listing> find(List<Long> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .query(ListingTable::listing)
                .list();
    }

    List<Listing> history(long source, String externalId) {
        return jdbc.sql(HISTORY)
                .param("source", source)
                .param("externalId", externalId)
                .query(ListingTable::listing)
                .list();
    }

    private static Listing listing(ResultSet row, int number) throws SQLException {
        return new Listing(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("external_id"),
                row.getInt("version"),
                row.getLong("batch_id"),
                row.getLong("row_number"),
                row.getString("title"),
                row.getString("description"),
                whole(row, "price_fen"),
                row.getString("currency"),
                row.getString("category"),
                row.getString("brand"),
                row.getString("seller"),
                row.getString("seller_code"),
                row.getString("platform"),
                row.getString("url"),
                row.getObject("seller_region", Integer.class),
                List.of((String[]) row.getArray("images").getArray()),
                row.getTimestamp("seen_at").toInstant(),
                row.getLong("agency_id"),
                row.getString("line"),
                row.getInt("region"));
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
