package org.hengjian.leads;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At whose leads hangs what an office brought in, and who brought in what hangs at a lead; the database tells no more of it. */
@Component
class JoiningTable {

    private static final String LISTING = "select number, agency_id, joined_on from leads.joined_by_listing(:id)";
    private static final String PARCEL = "select number, agency_id, joined_on from leads.joined_by_parcel(:id)";
    private static final String BATCH = "select agency_id, leads from leads.joined_of_batch(:id)";
    private static final String BROUGHT_BY = "select agency_id from leads.brought_by(:number)";

    private final JdbcClient jdbc;

    JoiningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number of the lead, which the viewer may see or not @param agencyId whose it is now */
    record Joining(String number, long agencyId, LocalDate joinedOn) {}

    record Count(long agencyId, long leads) {}

    List<Joining> ofListing(long listing) {
        return jdbc.sql(LISTING).param("id", listing).query(Joining.class).list();
    }

    /** @param first id of the parcel's first version */
    List<Joining> ofParcel(long first) {
        return jdbc.sql(PARCEL).param("id", first).query(Joining.class).list();
    }

    /** Leads of other agencies, most first. */
    List<Count> ofBatch(long batch) {
        return jdbc.sql(BATCH).param("id", batch).query(Count.class).list();
    }

    /** Ids of the other agencies; empty for whoever does not have the lead. */
    List<Long> broughtBy(String number) {
        return jdbc.sql(BROUGHT_BY).param("number", number).query(Long.class).list();
    }
}
