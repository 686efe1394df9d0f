package org.hengjian.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code goods.stocktake} with its lines. */
@Repository
class StocktakeTable {

    private static final String COLUMNS = "id, version, place, starter, started_at, closer, closed_at, reason";
    private static final String FIND = "select " + COLUMNS + " from goods.stocktake where id = :id";
    private static final String LOCK = "select id from goods.stocktake where id = :id for no key update";
    private static final String NEWEST = "select " + COLUMNS + " from goods.stocktake order by id desc limit :most";
    private static final String START =
            """
            insert into goods.stocktake (place, started_by, starter, started_at, agency_id, line, region)
            values (:place, :by, :person, :at, :agency, :line, :region)
            returning id
            """;
    // Of the own agency alone: others' goods may be seen, but they lie in others' stores.
    private static final String EXPECT =
            """
            insert into goods.stocktake_line (stocktake_id, item_id, movements, expected, elsewhere)
            select :id, i.id, b.movements, b.custody, false
              from goods.item i
              join goods.balance b on b.item_id = i.id
             where starts_with(i.place, :place)
               and i.agency_id = :agency
               and b.custody > 0
            """;
    private static final String NOTE =
            """
            insert into goods.stocktake_line (stocktake_id, item_id, movements, expected, elsewhere)
            values (:id, :item, :movements, :expected, true)
            on conflict do nothing
            """;
    private static final String FOUND =
            """
            update goods.stocktake_line
               set found = :found,
                   found_at = :at,
                   person = :person
             where stocktake_id = :id
               and item_id = :item
            """;
    private static final String BOOKED =
            "update goods.stocktake_line set booked = true where stocktake_id = :id and item_id = :item";
    private static final String LINES = "select " + GoodsTable.COLUMNS
            + """
                   , l.movements as noted, l.expected, l.elsewhere, l.found, l.booked
              from goods.stocktake_line l
              join goods.item i on i.id = l.item_id
              join goods.balance b on b.item_id = i.id
             where l.stocktake_id = :id
             order by i.place, i.id
            """;
    private static final String CLOSE =
            """
            update goods.stocktake
               set version = version + 1,
                   state = 'DONE',
                   closed_by = :by,
                   closer = :person,
                   closed_at = :at,
                   reason = :reason
             where id = :id
            """;

    private final JdbcClient jdbc;

    StocktakeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stocktake> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> stocktake(row, lines(id))).optional();
    }

    Optional<Stocktake> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(Long.class).optional().flatMap(this::find);
    }

    /** Newest first, without their lines. */
    List<Stocktake> newest(int most) {
        return jdbc.sql(NEWEST).param("most", most).query((row, _) -> stocktake(row, List.of())).list();
    }

    long start(String place, Viewer by, Instant at) {
        long id = jdbc.sql(START)
                .param("place", place)
                .param("by", by.person())
                .param("person", by.name())
                .param("at", Timestamp.from(at))
                .param("agency", by.agency())
                .param("line", by.line())
                .param("region", by.region())
                .query(Long.class)
                .single();
        jdbc.sql(EXPECT).param("id", id).param("place", place).param("agency", by.agency()).update();
        return id;
    }

    /** Takes note of an item that should lie elsewhere; one that is in the count already stays as it is. */
    void note(long id, Item item) {
        jdbc.sql(NOTE)
                .param("id", id)
                .param("item", item.id())
                .param("movements", item.balance().movements())
                .param("expected", item.balance().custody())
                .update();
    }

    void found(long id, long item, Quantity quantity, Viewer by, Instant at) {
        jdbc.sql(FOUND)
                .param("id", id)
                .param("item", item)
                .param("found", quantity.steps())
                .param("at", Timestamp.from(at))
                .param("person", by.name())
                .update();
    }

    void booked(long id, long item) {
        jdbc.sql(BOOKED).param("id", id).param("item", item).update();
    }

    void close(long id, String reason, Viewer by, Instant at) {
        jdbc.sql(CLOSE)
                .param("id", id)
                .param("by", by.person())
                .param("person", by.name())
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .update();
    }

    private List<Stocktake.Line> lines(long id) {
        return jdbc.sql(LINES)
                .param("id", id)
                .query((row, number) -> {
                    var item = GoodsTable.item(row, number);
                    int scale = item.unit().scale();
                    return new Stocktake.Line(
                            item,
                            row.getInt("noted"),
                            new Quantity(row.getLong("expected"), scale),
                            row.getBoolean("elsewhere"),
                            Optional.ofNullable(row.getObject("found", Long.class)).map(steps -> new Quantity(steps, scale)),
                            row.getBoolean("booked"));
                })
                .list();
    }

    private static Stocktake stocktake(ResultSet row, List<Stocktake.Line> lines) throws SQLException {
        var closedAt = row.getTimestamp("closed_at");
        return new Stocktake(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("place"),
                row.getString("starter"),
                row.getTimestamp("started_at").toInstant(),
                closedAt == null
                        ? Optional.empty()
                        : Optional.of(new Stocktake.End(
                                row.getString("closer"), closedAt.toInstant(), row.getString("reason"))),
                lines);
    }
}
