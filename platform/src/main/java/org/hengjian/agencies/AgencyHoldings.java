package org.hengjian.agencies;

import java.util.Map;
import org.hengjian.shell.HoldingSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AgencyHoldings implements HoldingSource {

    private final JdbcClient jdbc;

    AgencyHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> holdings() {
        return Map.of(
                "agencies", count("select count(*) from agencies.agency"),
                "people", count("select count(*) from agencies.person"),
                "regions", count("select count(*) from agencies.region"));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
