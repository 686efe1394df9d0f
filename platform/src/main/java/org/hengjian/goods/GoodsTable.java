package org.hengjian.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code goods.item} with its ledger and its chain of custody. */
@Repository
class GoodsTable {

    static final String COLUMNS =
            """
            i.id, i.code, i.case_id, i.case_number, i.lot, i.name, i.brand, i.model, i.unit, i.scale, i.measure,
                   i.measure_number, i.taken_on, i.taken_at_place, i.note, i.place, i.seal, i.keeper, i.registrar,
                   i.registered_at, i.agency_id, b.movements, b.seized, b.custody, b.sampled, b.returned, b.transferred,
                   b.destroyed, b.disposed
            """;
    private static final String SELECT = "select " + COLUMNS
            + """
              from goods.item i
              join goods.balance b on b.item_id = i.id
            """;
    private static final String BY_ID = SELECT + " where i.id = :id";
    private static final String BY_CODE = SELECT + " where i.code = :code";
    private static final String OF_CASE = SELECT + " where i.case_id = :case order by i.id";
    // The item is locked, not its balance, which nobody may write; whoever moves goods comes by here.
    private static final String LOCK = "select id from goods.item where id = :id for no key update";
    private static final String SERIAL = "select nextval('goods.serial')";
    private static final String ADD =
            """
            insert into goods.item (code, case_id, case_number, lot, name, brand, model, unit, scale, measure,
                   measure_number, taken_on, taken_at_place, note, place, seal, keeper, registered_by, registrar,
                   registered_at, agency_id, line, region, list_measure, list_line)
            values (:code, :case, :caseNumber, :lot, :name, :brand, :model, :unit, :scale, :measure,
                   :measureNumber, :takenOn, :takenAtPlace, :note, :place, :seal, :keeper, :by, :registrar,
                   :at, :agency, :line, :region, :listMeasure, :listLine)
            returning id
            """;
    private static final String MOVE =
            """
            insert into goods.movement (item_id, n, kind, from_account, to_account, quantity, on_day, counterpart,
                   document, note, at, person_id, person, destruction_id)
            values (:item, 1, :kind, :from, :to, :quantity, :on, :counterpart, :document, :note, :at, :by, :person, :destruction)
            returning n
            """;
    private static final String MOVEMENTS =
            """
            select n, kind, quantity, on_day, counterpart, document, note, at, person
              from goods.movement
             where item_id = :item
             order by n desc
            """;
    private static final String LAST_MOVE =
            """
            select person, at
              from goods.movement
             where item_id = :item
             order by n desc
             limit 1
            """;
    private static final String PLACE =
            """
            update goods.item
               set place = :place,
                   seal = :seal,
                   keeper = :keeper
             where id = :item
            """;
    private static final String ADD_PLACING =
            """
            insert into goods.placing (item_id, n, place, seal, keeper, note, by_scan, at, person_id, person)
            select :item, coalesce(max(n), 0) + 1, :place, :seal, :keeper, :note, :byScan, :at, :by, :person
              from goods.placing
             where item_id = :item
            """;
    private static final String PLACINGS =
            """
            select n, place, seal, keeper, note, by_scan, at, person
              from goods.placing
             where item_id = :item
             order by n desc
            """;
    private static final String LISTED =
            """
            select id, list_measure, list_line
              from goods.item
             where case_id = :case
               and list_line > 0
            """;
    private static final String LOCK_LISTS = "select pg_advisory_xact_lock(hashtextextended('goods.list', :case))";
    private static final String RENAME_CASE =
            "update goods.item set case_number = :number where case_id = :case and case_number <> :number";
    private static final String SHARED = "select unnest(shared_with) from goods.item where id = :item order by 1";
    private static final String SHARE =
            """
            update goods.item
               set shared_with = array_append(shared_with, :agency)
             where id = :item
               and not :agency = any (shared_with)
            """;

    private final JdbcClient jdbc;

    GoodsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who moved the item last, and when. */
    record Last(String person, Instant at) {}

    Optional<Item> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(GoodsTable::item).optional();
    }

    Optional<Item> byCode(ItemCode code) {
        return jdbc.sql(BY_CODE).param("code", code.text()).query(GoodsTable::item).optional();
    }

    List<Item> ofCase(long id) {
        return jdbc.sql(OF_CASE).param("case", id).query(GoodsTable::item).list();
    }

    /** The item, which nobody else moves until this transaction ends; empty if the viewer may not move it. */
    Optional<Item> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(Long.class).optional().flatMap(this::find);
    }

    ItemCode takeCode(int year) {
        return ItemCode.of(year, jdbc.sql(SERIAL).query(Long.class).single());
    }

    long add(Registration registration, ItemCode code, String caseNumber, Viewer by, Instant at) {
        long id = jdbc.sql(ADD)
                .param("code", code.text())
                .param("case", registration.caseId())
                .param("caseNumber", caseNumber)
                .param("lot", registration.lot())
                .param("name", registration.name())
                .param("brand", registration.brand())
                .param("model", registration.model())
                .param("unit", registration.unit().code())
                .param("scale", registration.unit().scale())
                .param("measure", registration.measure().name())
                .param("measureNumber", registration.measureNumber())
                .param("takenOn", registration.takenOn())
                .param("takenAtPlace", registration.takenAtPlace())
                .param("note", registration.note())
                .param("place", registration.custody().place())
                .param("seal", registration.custody().seal())
                .param("keeper", registration.custody().keeper())
                .param("by", by.person())
                .param("registrar", by.name())
                .param("at", Timestamp.from(at))
                .param("agency", by.agency())
                .param("line", by.line())
                .param("region", by.region())
                .param("listMeasure", registration.line().map(Registration.Line::measure).orElse(0))
                .param("listLine", registration.line().map(Registration.Line::line).orElse(0))
                .query(Long.class)
                .single();
        addPlacing(id, registration.custody(), "", false, by, at);
        return id;
    }

    /** The number that the ledger gave the movement. */
    int move(long item, Moving moving, Viewer by, Instant at) {
        return move(item, moving, null, by, at);
    }

    /** The same under an approval to destroy. */
    int destroy(long item, Moving moving, long destruction, Viewer by, Instant at) {
        return move(item, moving, destruction, by, at);
    }

    private int move(long item, Moving moving, @Nullable Long destruction, Viewer by, Instant at) {
        return jdbc.sql(MOVE)
                .param("item", item)
                .param("kind", moving.kind().name())
                .param("from", moving.kind().from().name())
                .param("to", moving.kind().to().name())
                .param("quantity", moving.quantity().steps())
                .param("on", moving.on())
                .param("counterpart", moving.counterpart())
                .param("document", moving.document())
                .param("note", moving.note())
                .param("at", Timestamp.from(at))
                .param("by", by.person())
                .param("person", by.name())
                .param("destruction", destruction, java.sql.Types.BIGINT)
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<Movement> movements(Item item) {
        return jdbc.sql(MOVEMENTS)
                .param("item", item.id())
                .query((row, _) -> new Movement(
                        row.getInt("n"),
                        Move.valueOf(row.getString("kind")),
                        new Quantity(row.getLong("quantity"), item.unit().scale()),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("counterpart"),
                        row.getString("document"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("person")))
                .list();
    }

    Last lastMove(long item) {
        return jdbc.sql(LAST_MOVE)
                .param("item", item)
                .query((row, _) -> new Last(row.getString("person"), row.getTimestamp("at").toInstant()))
                .single();
    }

    void place(long item, Item.Custody custody, String note, boolean byScan, Viewer by, Instant at) {
        jdbc.sql(PLACE)
                .param("item", item)
                .param("place", custody.place())
                .param("seal", custody.seal())
                .param("keeper", custody.keeper())
                .update();
        addPlacing(item, custody, note, byScan, by, at);
    }

    private void addPlacing(long item, Item.Custody custody, String note, boolean byScan, Viewer by, Instant at) {
        jdbc.sql(ADD_PLACING)
                .param("item", item)
                .param("place", custody.place())
                .param("seal", custody.seal())
                .param("keeper", custody.keeper())
                .param("note", note)
                .param("byScan", byScan)
                .param("at", Timestamp.from(at))
                .param("by", by.person())
                .param("person", by.name())
                .update();
    }

    /** Newest first. */
    List<Placing> placings(long item) {
        return jdbc.sql(PLACINGS)
                .param("item", item)
                .query((row, _) -> new Placing(
                        row.getInt("n"),
                        custody(row),
                        row.getString("note"),
                        row.getBoolean("by_scan"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("person")))
                .list();
    }

    /** An item and the line of a list that it was registered from. */
    record Listed(long item, Registration.Line line) {}

    List<Listed> listed(long caseId) {
        return jdbc.sql(LISTED)
                .param("case", caseId)
                .query((row, _) -> new Listed(
                        row.getLong("id"), new Registration.Line(row.getInt("list_measure"), row.getInt("list_line"))))
                .list();
    }

    /** Nobody else registers from the lists of that case until this transaction ends. */
    void lockLists(long caseId) {
        jdbc.sql(LOCK_LISTS).param("case", caseId).query((_, _) -> true).single();
    }

    void renameCase(long id, String number) {
        jdbc.sql(RENAME_CASE).param("case", id).param("number", number).update();
    }

    List<Long> sharedWith(long item) {
        return jdbc.sql(SHARED).param("item", item).query(Long.class).list();
    }

    void share(long item, long agency) {
        jdbc.sql(SHARE).param("item", item).param("agency", agency).update();
    }

    static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getString("code"),
                row.getLong("case_id"),
                row.getString("case_number"),
                row.getString("lot"),
                row.getString("name"),
                row.getString("brand"),
                row.getString("model"),
                Unit.named(row.getString("unit"), row.getInt("scale")),
                Item.Measure.valueOf(row.getString("measure")),
                row.getString("measure_number"),
                row.getObject("taken_on", LocalDate.class),
                row.getString("taken_at_place"),
                row.getString("note"),
                custody(row),
                row.getString("registrar"),
                row.getTimestamp("registered_at").toInstant(),
                row.getLong("agency_id"),
                new Balance(
                        row.getInt("movements"),
                        row.getLong("seized"),
                        row.getLong("custody"),
                        row.getLong("sampled"),
                        row.getLong("returned"),
                        row.getLong("transferred"),
                        row.getLong("destroyed"),
                        row.getLong("disposed")));
    }

    private static Item.Custody custody(ResultSet row) throws SQLException {
        return new Item.Custody(row.getString("place"), row.getString("seal"), row.getString("keeper"));
    }
}
