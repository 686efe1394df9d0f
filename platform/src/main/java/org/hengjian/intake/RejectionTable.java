package org.hengjian.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class RejectionTable {

    private static final int STREAMED_ROWS = 1_000;

    private static final String COLUMNS = "select id, row_number, faults, cells, raw from intake.rejection";
    private static final String LIST =
            COLUMNS + " where batch_id = :batch and id > :after order by id limit :size";
    private static final String INSERT =
            """
            insert into intake.rejection (batch_id, row_number, faults, cells, raw)
            select :batch, r.row_number, cast(r.faults as jsonb),
                   array(select jsonb_array_elements_text(cast(r.cells as jsonb))), r.raw
              from unnest(cast(:rowNumbers as bigint[]), cast(:faults as text[]), cast(:cells as text[]),
                          cast(:raws as text[])) as r (row_number, faults, cells, raw)
            """;
    private static final String BY_REASON =
            """
            select f ->> 'field' as field, f ->> 'key' as key, count(*) as count
              from intake.rejection r, jsonb_array_elements(r.faults) as f
             where r.batch_id = :batch
             group by 1, 2
             order by 3 desc, 1, 2
             limit 30
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RejectionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A row that was not taken. */
    record Rejection(long id, long rowNumber, List<Fault> faults, List<String> cells, String raw) {}

    /** How many rows have this fault. */
    record Reason(String field, String key, long count) {}

    void add(long batch, List<Rejection> rejections) {
        jdbc.sql(INSERT)
                .param("batch", batch)
                .param("rowNumbers", rejections.stream().map(Rejection::rowNumber).toArray(Long[]::new))
                .param("faults", rejections.stream().map(one -> json.writeValueAsString(one.faults())).toArray(String[]::new))
                .param("cells", rejections.stream().map(one -> json.writeValueAsString(one.cells())).toArray(String[]::new))
                .param("raws", rejections.stream().map(Rejection::raw).toArray(String[]::new))
                .update();
    }

    Page<Rejection> list(long batch, Optional<Cursor> after, int size) {
        var rows = rows(batch, after.flatMap(BatchTable::id).orElse(0L), size + 1);
        return Page.of(rows, size, one -> Cursor.of(one.id()));
    }

    /** All of a batch in the order of the rows, some at a time. */
    void each(long batch, Consumer<Rejection> reader) {
        long after = 0;
        while (true) {
            var rows = rows(batch, after, STREAMED_ROWS);
            rows.forEach(reader);
            if (rows.size() < STREAMED_ROWS) {
                return;
            }
            after = rows.getLast().id();
        }
    }

    List<Reason> reasons(long batch) {
        return jdbc.sql(BY_REASON).param("batch", batch).query(Reason.class).list();
    }

    private List<Rejection> rows(long batch, long after, int size) {
        return jdbc.sql(LIST)
                .param("batch", batch)
                .param("after", after)
                .param("size", size)
                .query(this::rejection)
                .list();
    }

    private Rejection rejection(ResultSet row, int number) throws SQLException {
        return new Rejection(
                row.getLong("id"),
                row.getLong("row_number"),
                json.readValue(row.getString("faults"), new TypeReference<List<Fault>>() {}),
                List.of((String[]) row.getArray("cells").getArray()),
                row.getString("raw"));
    }
}
