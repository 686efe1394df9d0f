package org.hengjian.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which other agencies read a case with its evidence and its goods, without changing anything: those to whom the law
 * brings it, for as long as it does. The database lets them see the row and what belongs to it.
 */
@Service
public class CaseReaders {

    private static final String LOCK =
            """
            select coalesce(case_number, proposal_number) as name, shared_with, asked
              from cases.case_file
             where id = :id
               for update
            """;
    private static final String SET = "update cases.case_file set shared_with = :readers, asked = :asked where id = :id";
    private static final String OF = "select shared_with from cases.case_file where id = :id";

    private final JdbcClient jdbc;
    private final CaseTable table;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CaseReaders(JdbcClient jdbc, CaseTable table, Viewers viewers, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.table = table;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
    }

    private record Shared(String name, List<Long> readers, List<Long> asked) {}

    /** From here on these, those whom the question of jurisdiction concerns, and no others; the machine's work alone. @param readers ids of agencies */
    @Transactional(propagation = Propagation.MANDATORY)
    public void are(long caseId, Collection<Long> readers) {
        viewers.require("cases.let-read");
        var concerned = new TreeSet<>(readers);
        var docket = table.lock(caseId).orElseThrow().docket();
        concerned.addAll(Venue.readers(docket));
        set(caseId, concerned, Venue.asked(docket));
    }

    /** Those to whom the case goes, and those who are only asked who has it, beside those that the rooms which follow let read it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void concerned(CaseFile file) {
        viewers.require("cases.let-read");
        var readers = new TreeSet<>(of(file.docket().id()));
        readers.removeAll(Venue.concerned(file.docket()));
        readers.addAll(Venue.readers(file.docket()));
        set(file.docket().id(), readers, Venue.asked(file.docket()));
    }

    private void set(long caseId, Collection<Long> readers, Collection<Long> others) {
        var wanted = List.copyOf(readers);
        var asked = List.copyOf(new TreeSet<>(others));
        var now = jdbc.sql(LOCK)
                .param("id", caseId)
                .query((row, _) -> new Shared(
                        row.getString("name"),
                        Arrays.asList((Long[]) row.getArray("shared_with").getArray()),
                        Arrays.asList((Long[]) row.getArray("asked").getArray())))
                .single();
        if (!now.readers().equals(wanted) || !now.asked().equals(asked)) {
            jdbc.sql(SET)
                    .param("id", caseId)
                    .param("readers", wanted.toArray(Long[]::new))
                    .param("asked", asked.toArray(Long[]::new))
                    .update();
            audit.enter(Deed.of("cases.let-read", "case", now.name())
                    .with(Map.of("readers", wanted, "before", now.readers(), "asked", asked)));
            events.publishEvent(new CaseReadersChanged(caseId));
        }
    }

    /** Ids of the agencies that read it beside its own; none where the viewer may not see the case. */
    @Transactional(readOnly = true)
    public List<Long> of(long caseId) {
        return jdbc.sql(OF)
                .param("id", caseId)
                .query((row, _) -> List.of((Long[]) row.getArray("shared_with").getArray()))
                .optional()
                .orElse(List.of());
    }
}
