package org.hengjian.networks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code networks.contact}. */
@Component
class ContactTable {

    private static final String DROP =
            """
            delete from networks.contact
             where lead = any(cast(:leads as text[]))
            returning shop
            """;
    private static final String ADD =
            """
            insert into networks.contact (lead, shop, kind, trace, sealed, masked, agency_id)
            select said.*
              from unnest(cast(:leads as text[]), cast(:shops as text[]), cast(:kinds as text[]), cast(:traces as bytea[]),
                          cast(:sealed as bytea[]), cast(:masked as text[]), cast(:agencies as bigint[])) as said
            on conflict (lead, kind, trace) do nothing
            """;
    private static final String OF_SHOPS =
            """
            select distinct on (shop, kind, trace) shop, kind, sealed
              from networks.contact
             where shop = any(cast(:shops as text[]))
             order by shop, kind, trace
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    ContactTable(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** What one lead says of one shop. */
    record Told(String lead, String shop, long agency, Contacts contacts) {}

    private record Row(String lead, String shop, String kind, String value, long agency) {}

    /** The shops of which the leads had told something. */
    List<String> drop(Collection<String> leads) {
        return jdbc.sql(DROP)
                .param("leads", leads.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void add(List<Told> told) {
        var rows = told.stream()
                .flatMap(one -> java.util.stream.Stream.concat(
                        one.contacts.phones().stream().map(value -> new Row(one.lead, one.shop, "PHONE", value, one.agency)),
                        one.contacts.accounts().stream().map(value -> new Row(one.lead, one.shop, "ACCOUNT", value, one.agency))))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("leads", rows.stream().map(Row::lead).toArray(String[]::new))
                .param("shops", rows.stream().map(Row::shop).toArray(String[]::new))
                .param("kinds", rows.stream().map(Row::kind).toArray(String[]::new))
                .param("traces", rows.stream().map(row -> trace(row.kind, row.value)).toArray(byte[][]::new))
                .param("sealed", rows.stream().map(row -> seal.seal(row.value)).toArray(byte[][]::new))
                .param("masked", rows.stream().map(row -> Contacts.masked(row.value)).toArray(String[]::new))
                .param("agencies", rows.stream().map(Row::agency).toArray(Long[]::new))
                .update();
    }

    byte[] trace(String kind, String value) {
        return seal.trace("contact " + kind + " " + value);
    }

    Map<String, Contacts> ofShops(Collection<String> shops) {
        Map<String, Contacts> found = new HashMap<>();
        jdbc.sql(OF_SHOPS).param("shops", shops.toArray(String[]::new)).query(row -> {
            var value = List.of(seal.open(row.getBytes("sealed")));
            var one = row.getString("kind").equals("PHONE")
                    ? new Contacts(value, List.of())
                    : new Contacts(List.of(), value);
            found.merge(row.getString("shop"), one, Contacts::and);
        });
        return found;
    }
}
