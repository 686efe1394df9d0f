package org.hengjian.leads;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leads that the viewer is to verify (待我核查的线索), for whoever goes there. */
@Service
@Transactional(readOnly = true)
public class AssignedLeads {

    private static final String OWN =
            """
            select number, title, seller, platform, due
              from leads.lead
             where assignee = :person
               and state in ('ASSIGNED', 'VERIFYING')
             order by due nulls last, id
             limit :most
            """;

    private final JdbcClient jdbc;
    private final Viewers viewers;

    AssignedLeads(JdbcClient jdbc, Viewers viewers) {
        this.jdbc = jdbc;
        this.viewers = viewers;
    }

    /** @param due last day for its verification; null where none runs */
    public record Assigned(String number, String title, String seller, String platform, @Nullable LocalDate due) {}

    /** Nearest due first. */
    public List<Assigned> own(int most) {
        return jdbc.sql(OWN)
                .param("person", viewers.require().person())
                .param("most", most)
                .query(Assigned.class)
                .list();
    }
}
