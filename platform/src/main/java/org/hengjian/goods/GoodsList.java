package org.hengjian.goods;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.HoldingSource;
import org.hengjian.shell.Page;
import org.hengjian.shell.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The list of all goods, newest first unless asked otherwise, and what the pages over all rooms ask. */
@Repository
@Transactional(readOnly = true)
class GoodsList implements SearchSource, HoldingSource {

    static final int SIZE = 50;

    /** %s: where the page begins, and the order; both are among the constants of {@link Sort}. */
    private static final String ROWS = "select " + GoodsTable.COLUMNS
            + """
              from goods.item i
              join goods.balance b on b.item_id = i.id
             where %s
               and (:words = '' or i.name like '%%' || :words || '%%' or i.brand like '%%' || :words || '%%'
                    or i.code = :code or i.case_number like '%%' || :words || '%%' or i.lot = :words or i.seal = :words)
               and (:place = '' or i.place like :place || '%%')
               and case :where
                     when 'CUSTODY' then b.custody > 0
                     when 'SAMPLED' then b.sampled > 0
                     when 'RETURNED' then b.returned > 0
                     when 'TRANSFERRED' then b.transferred > 0
                     when 'DESTROYED' then b.destroyed > 0
                     when 'DISPOSED' then b.disposed > 0
                     else true
                   end
             order by %s
             limit :most
            """;
    private static final String FOUND =
            """
            select id, code, name, case_number
              from goods.item
             where code = :code or seal = :query
             order by id desc
             limit :most
            """;
    private static final String COUNTS =
            """
            select case when custody + sampled > 0 then 'held' else 'settled' end as state, count(*) as held
              from goods.balance
             group by 1
            """;

    private final JdbcClient jdbc;

    GoodsList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is looked for; empty texts look for all. @param where name of an {@link Account} */
    record Filter(String words, String where, String place, Sort sort) {

        /** From what was typed; an unknown account or order is as if none was named. */
        static Filter of(String words, String where, String place, String sort) {
            String account =
                    Arrays.stream(Account.values()).map(Account::name).filter(where::equals).findFirst().orElse("");
            return new Filter(words.strip(), account, place.strip(), Sort.of(sort));
        }
    }

    /** The order of the list; a page begins behind the key and the id of the last row before it. */
    enum Sort {
        NEWEST("i.id < :id", "i.id desc", "", Long.MAX_VALUE),
        NAME("(i.name, i.id) > (:key, :id)", "i.name, i.id", "", -1),
        PLACE("(i.place, i.id) > (:key, :id)", "i.place, i.id", "", -1),
        OLDEST("i.id > :id", "i.id", "", -1);

        private final String behind;
        private final String order;
        private final String startKey;
        private final long startId;

        Sort(String behind, String order, String startKey, long startId) {
            this.behind = behind;
            this.order = order;
            this.startKey = startKey;
            this.startId = startId;
        }

        static Sort of(String word) {
            for (Sort sort : values()) {
                if (sort.name().equalsIgnoreCase(word)) {
                    return sort;
                }
            }
            return NEWEST;
        }

        private String key(Item item) {
            return switch (this) {
                case NEWEST, OLDEST -> "";
                case NAME -> item.name();
                case PLACE -> item.custody().place();
            };
        }
    }

    Page<Item> page(Filter filter, @Nullable String after) {
        var cursor = Cursor.parse(after, 2).filter(keys -> keys.key(1).matches("\\d{1,18}"));
        var rows = rows(
                filter,
                cursor.map(keys -> keys.key(0)).orElse(filter.sort().startKey),
                cursor.map(keys -> Long.parseLong(keys.key(1))).orElse(filter.sort().startId),
                SIZE + 1);
        return Page.of(rows, SIZE, item -> Cursor.of(filter.sort().key(item), item.id()));
    }

    /** The first rows, up to a limit. */
    List<Item> rows(Filter filter, int most) {
        return rows(filter, filter.sort().startKey, filter.sort().startId, most);
    }

    private List<Item> rows(Filter filter, String key, long id, int most) {
        return jdbc.sql(ROWS.formatted(filter.sort().behind, filter.sort().order))
                .param("key", key)
                .param("id", id)
                .param("words", filter.words())
                .param("code", ItemCode.parse(filter.words()).map(ItemCode::text).orElse(""))
                .param("place", filter.place())
                .param("where", filter.where())
                .param("most", most)
                .query(GoodsTable::item)
                .list();
    }

    @Override
    public List<Found> find(String query, int most) {
        return jdbc.sql(FOUND)
                .param("code", ItemCode.parse(query).map(ItemCode::text).orElse(""))
                .param("query", query)
                .param("most", most)
                .query((row, _) -> new Found(
                        "goods.title",
                        row.getString("code"),
                        row.getString("name") + " · " + row.getString("case_number"),
                        "/goods/" + row.getLong("id")))
                .list();
    }

    @Override
    public Map<String, Long> holdings() {
        var counts = new HashMap<String, Long>();
        jdbc.sql(COUNTS).query(row -> {
            counts.put("goods." + row.getString("state").toLowerCase(Locale.ROOT), row.getLong("held"));
        });
        return counts;
    }
}
