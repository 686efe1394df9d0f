package org.hengjian.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.law.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code goods.valuation}. */
@Repository
class ValuationTable {

    private static final String ADD =
            """
            insert into goods.valuation (item_id, n, kind, fen, on_day, basis, evidence, at, person_id, person)
            select :item, coalesce(max(n), 0) + 1, :kind, :fen, :on, :basis, :evidence, :at, :by, :person
              from goods.valuation
             where item_id = :item
            """;
    private static final String OF_CASE =
            """
            select v.item_id, v.n, v.kind, v.fen, v.on_day, v.basis, v.evidence, v.at, v.person
              from goods.valuation v
              join goods.item i on i.id = v.item_id
             where i.case_id = :case
             order by v.item_id, v.n
            """;
    private static final String OF_ITEM =
            """
            select item_id, n, kind, fen, on_day, basis, evidence, at, person
              from goods.valuation
             where item_id = :item
             order by n
            """;

    private final JdbcClient jdbc;

    ValuationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The item is locked by whoever adds. */
    void add(long item, Valuing valuing, Viewer by, Instant at) {
        jdbc.sql(ADD)
                .param("item", item)
                .param("kind", valuing.kind().name())
                .param("fen", valuing.price().map(Money::fen).orElse(null), java.sql.Types.BIGINT)
                .param("on", valuing.on())
                .param("basis", valuing.basis())
                .param("evidence", valuing.evidence())
                .param("at", Timestamp.from(at))
                .param("by", by.person())
                .param("person", by.name())
                .update();
    }

    /** Oldest first. */
    List<Valuation> of(long item) {
        return jdbc.sql(OF_ITEM).param("item", item).query((row, _) -> valuation(row)).list();
    }

    /** Those of all items of the case, oldest first. */
    Map<Long, List<Valuation>> ofCase(long caseId) {
        var byItem = new HashMap<Long, List<Valuation>>();
        jdbc.sql(OF_CASE).param("case", caseId).query(row -> {
            byItem.computeIfAbsent(row.getLong("item_id"), _ -> new ArrayList<>()).add(valuation(row));
        });
        return byItem;
    }

    private static Valuation valuation(ResultSet row) throws SQLException {
        return new Valuation(
                row.getInt("n"),
                Price.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("fen", Long.class)).map(Money::ofFen),
                row.getObject("on_day", LocalDate.class),
                row.getString("basis"),
                row.getString("evidence"),
                row.getTimestamp("at").toInstant(),
                row.getString("person"));
    }
}
