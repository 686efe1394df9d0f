package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures, when asked by {@code -Dhengjian.leads.rows=1000000}: screening to rows a second, and the plans of the list.
 * Skipped otherwise; asserts only what does not depend on the machine: that no plan reads the whole table.
 */
@OnThePlatform
class LeadsAtAMillionTests {

    private static final String FILL =
            """
            insert into leads.lead
                   (number, state, standing, kind, score, right_id, right_name, right_holder, right_kind, title,
                    description, category, price_fen, currency, seller, seller_code, platform, url, seller_region,
                    external_id, explanation, snapshot, route_rule, route_basis, received_on, received_at, clock_from,
                    due, changed_by, changed_at, agency_id, line, region, ground)
            select 'X-2025-' || lpad(i::text, 7, '0'),
                   case when i % 20 < 12 then 'DISMISSED' when i % 20 < 14 then 'VERIFYING' else 'SCREENED' end,
                   'SUSPECT', 'counterfeit-claim', 3500 + (i::bigint * 7919 % 6500)::integer, 'trademark:' || i % 500, '权利' || i % 500,
                   '权利人', 'trademark', '商品' || i || ' 高仿 ' || chr(20000 + i % 4000) || chr(21000 + i % 3000), '', '服装',
                   6900, 'CNY', '卖家' || i % 50000, '', '平台' || i % 12, '', a.region, '', '{"findings":[],"contributions":[],"clearings":[]}',
                   '', 'trademark|other', 'SELLER', date '2025-01-01' + i % 330, timestamptz '2025-01-01' + i * interval '20 seconds',
                   date '2025-01-01' + i % 330, date '2025-01-22' + i % 330, '衡鉴', now(), a.id, 'market', a.region,
                   case when i % 20 < 12 then 'slight' else '' end
              from generate_series(1, :rows) as i
              join (select a.id, r.region, row_number() over (order by a.id) - 1 as place, count(*) over () as all
                      from agencies.agency a
                      join agencies.agency_record r on r.agency_id = a.id and r.to_day is null
                     where a.type = 'market') as a
                on a.place = case when i % 4 = 0 then :xihu else i % a.all end
            """;
    private static final String OPEN =
            "state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED')";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    Leads leads;

    @Autowired
    DatabaseAddress address;

    @Test
    void no_list_reads_the_whole_table() throws IOException {
        int rows = Integer.getInteger("hengjian.leads.rows", 0);
        assumeTrue(rows > 0, "asked for by -Dhengjian.leads.rows");
        var report = new StringBuilder("rows " + rows + "\n");

        measureScreening(report);
        fill(rows);
        Viewer officer = persons.viewer("shen.zhiyao");
        for (var query : queries(officer).entrySet()) {
            String plan = explained(officer, query.getValue());
            report.append("\n## ").append(query.getKey()).append("\n\n```\n").append(plan).append("\n```\n");
            assertThat(plan).as(query.getKey()).doesNotContain("Seq Scan on lead");
        }

        Files.writeString(Path.of("target", "leads-performance.txt"), report);
    }

    private void measureScreening(StringBuilder report) {
        long agency = persons.viewer("shen.zhiyao").agency();
        var titles = List.of(
                "HΕNGXI 卫衣男 1:1复刻 代购级", "纯棉短袖T恤男夏季宽松圆领", "适用于耐克鞋 替换鞋垫 透气", "阿迪达丝 运动鞋 微商一手",
                "不锈钢保温杯 500ml 家用", "小米手环8 替换腕带", "新款连衣裙女 法式复古", "衡溪A货 羽绒服 支持验货");
        for (int round = 0; round < 3; round++) {
            long batch = Offers.batch();
            int chunks = 20;
            int size = 1_000;
            long start = System.nanoTime();
            for (int chunk = 0; chunk < chunks; chunk++) {
                var offers = new ArrayList<Received>(size);
                for (int i = 0; i < size; i++) {
                    offers.add(Offers.of(batch, agency, titles.get(i % titles.size()) + " " + chunk + i, "卖家" + i % 300));
                }
                viewers.as(Viewer.machine(), () -> {
                    leads.receive(offers);
                });
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            report.append("screened and written: %.0f listings/s%n".formatted(chunks * size / seconds));
        }
    }

    private void fill(int rows) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            long xihu = jdbc.sql("select count(*) from agencies.agency where type = 'market' and id < :id")
                    .param("id", persons.viewer("shen.zhiyao").agency())
                    .query(Long.class)
                    .single();
            jdbc.sql(FILL).param("rows", rows).param("xihu", xihu).update();
        }));
        var owner = JdbcClient.create(new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password()));
        owner.sql("vacuum analyze leads.lead").update();
    }

    private static Map<String, String> queries(Viewer officer) {
        String own = " from leads.lead where agency_id = " + officer.agency() + " and " + OPEN;
        var queries = new LinkedHashMap<String, String>();
        queries.put("own, by score, first page", "select *" + own + " order by score desc, id desc limit 51");
        queries.put(
                "own, by score, deep",
                "select *" + own + " and (score, id) < (5000, 500000) order by score desc, id desc limit 51");
        queries.put("own, by due day", "select *" + own + " and due is not null order by due, id limit 51");
        queries.put("own, by arrival", "select *" + own + " order by id desc limit 51");
        queries.put(
                "own, a word",
                "select *" + own + " and id in (select leads.saying('卖家4711')) order by score desc, id desc limit 51");
        queries.put(
                "all that are seen, by score",
                "select * from leads.lead where " + OPEN + " order by score desc, id desc limit 51");
        queries.put(
                "counts of the navigation", "select count(*) from (select" + own + " limit 10000) as found");
        return queries;
    }

    private String explained(Viewer viewer, String query) {
        return viewers.as(viewer, () -> transaction.execute(_ -> String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers, costs off) " + query)
                        .query(String.class)
                        .list())));
    }
}
