package org.hengjian.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hengjian.access.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pending cases that the viewer handles (我承办的未结案件), for whoever works on them away from the desk. */
@Service
@Transactional(readOnly = true)
public class HandledCases {

    private static final String OWN =
            """
            select c.id, coalesce(c.case_number, c.proposal_number) as number, c.title, c.party_name as party, c.place,
                   c.state as stage
              from cases.case_file c
              join cases.case_officer o on o.case_id = c.id
             where o.person_id = :person
               and o.left_on is null
               and c.state not in ('REFUSED', 'CLOSED')
             order by c.id desc
             limit :most
            """;
    private static final String OFFICERS =
            """
            select case_id, person_id as id, name, licence
              from cases.case_officer
             where case_id = any (:cases)
               and left_on is null
             order by case_id, person_id
            """;

    private final JdbcClient jdbc;
    private final Viewers viewers;

    HandledCases(JdbcClient jdbc, Viewers viewers) {
        this.jdbc = jdbc;
        this.viewers = viewers;
    }

    /**
     * @param number   of the case, of its proposal while it is not filed
     * @param party    masked where it is a person
     * @param officers all who handle it now
     */
    public record Handled(
            long id, String number, String title, String party, String place, Stage stage, List<Officer> officers) {

        public Handled {
            officers = List.copyOf(officers);
        }
    }

    private record Row(long id, String number, String title, String party, String place, Stage stage) {}

    private record Handling(long caseId, long id, String name, String licence) {}

    /** Newest first. */
    public List<Handled> own(int most) {
        var rows = jdbc.sql(OWN)
                .param("person", viewers.require().person())
                .param("most", most)
                .query(Row.class)
                .list();
        Map<Long, List<Officer>> officers = jdbc.sql(OFFICERS)
                .param("cases", rows.stream().map(Row::id).toArray(Long[]::new))
                .query(Handling.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Handling::caseId,
                        Collectors.mapping(
                                one -> new Officer(one.id(), one.name(), one.licence()), Collectors.toList())));
        return rows.stream()
                .map(row -> new Handled(
                        row.id(), row.number(), row.title(), row.party(), row.place(), row.stage(),
                        officers.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
