package org.hengjian.leads;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.screening.SellerHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people found of a seller's earlier offers (卖家历史), as {@code leads.lead} keeps it. */
@Repository
class SellerPast {

    private static final String OF_SELLERS =
            """
            select seller, platform,
                   count(*) filter (where state <> 'DISMISSED' or ground = any (:for))::int as confirmed,
                   count(*) filter (where state = 'DISMISSED' and ground = any (:against))::int as dismissed
              from leads.lead
             where seller = any (:sellers)
               and seller <> ''
               and state in ('VERIFIED', 'FILED', 'DISMISSED')
             group by seller, platform
            """;

    private final JdbcClient jdbc;
    private final Grounds grounds;

    SellerPast(JdbcClient jdbc, Grounds grounds) {
        this.jdbc = jdbc;
        this.grounds = grounds;
    }

    private record Row(String seller, String platform, int confirmed, int dismissed) {}

    /** One look for a whole chunk. */
    Histories of(Collection<Received> offers) {
        String[] sellers = offers.stream()
                .map(Received::seller)
                .filter(seller -> !seller.isEmpty())
                .distinct()
                .toArray(String[]::new);
        if (sellers.length == 0) {
            return new Histories(Map.of());
        }
        var histories = new HashMap<List<String>, SellerHistory>();
        jdbc.sql(OF_SELLERS)
                .param("sellers", sellers)
                .param("for", grounds.saying(Grounds.Says.FOR).toArray(String[]::new))
                .param("against", grounds.saying(Grounds.Says.AGAINST).toArray(String[]::new))
                .query(Row.class)
                .list()
                .forEach(row -> histories.put(
                        List.of(row.platform(), row.seller()), new SellerHistory(row.confirmed(), row.dismissed())));
        return new Histories(histories);
    }

    /** By platform and seller. */
    record Histories(Map<List<String>, SellerHistory> bySeller) {

        SellerHistory of(Received offer) {
            return bySeller.isEmpty() || offer.seller().isEmpty()
                    ? SellerHistory.UNKNOWN
                    : bySeller.getOrDefault(List.of(offer.platform(), offer.seller()), SellerHistory.UNKNOWN);
        }
    }
}
