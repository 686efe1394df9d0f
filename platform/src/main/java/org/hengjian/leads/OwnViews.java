package org.hengjian.leads;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One person's own views and columns (常用查询、列). */
@Component
class OwnViews {

    /** Columns that can be chosen, in the order shown; score and title always stand. */
    static final List<String> COLUMNS =
            List.of("number", "right", "kind", "stage", "assignee", "place", "received", "due");

    private static final List<String> USUAL = List.of("kind", "stage", "due");
    static final int VIEWS_MAX = 30;

    private static final String SAVE =
            """
            insert into leads.saved_view (person_id, name, query) values (:person, :name, :query)
                on conflict (person_id, name) do update set query = excluded.query
            """;
    private static final String VIEWS =
            "select id, name, query from leads.saved_view where person_id = :person order by name limit 30";
    private static final String FORGET = "delete from leads.saved_view where id = :id and person_id = :person";
    private static final String CHOOSE =
            """
            insert into leads.preference (person_id, columns) values (:person, :columns)
                on conflict (person_id) do update set columns = excluded.columns
            """;
    private static final String CHOSEN = "select columns from leads.preference where person_id = :person";

    private final JdbcClient jdbc;

    OwnViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record View(long id, String name, String query) {}

    List<View> views(long person) {
        return jdbc.sql(VIEWS).param("person", person).query(View.class).list();
    }

    void save(long person, String name, String query) {
        jdbc.sql(SAVE).param("person", person).param("name", name).param("query", query).update();
    }

    void forget(long person, long id) {
        jdbc.sql(FORGET).param("person", person).param("id", id).update();
    }

    Set<String> columns(long person) {
        return jdbc.sql(CHOSEN)
                .param("person", person)
                .query((row, _) -> Set.copyOf(Arrays.asList((String[]) row.getArray(1).getArray())))
                .optional()
                .orElse(Set.copyOf(USUAL));
    }

    void choose(long person, List<String> columns) {
        jdbc.sql(CHOOSE)
                .param("person", person)
                .param("columns", columns.stream().filter(COLUMNS::contains).distinct().toArray(String[]::new))
                .update();
    }
}
