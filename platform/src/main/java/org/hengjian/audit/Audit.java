package org.hengjian.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.access.LastWrites;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to the log: write what was done, read what was done to a thing. */
@Service
public class Audit {

    static final String COLUMNS =
            """
            id, written_in::text::bigint as written_in, at, day, person_id, person, agency_id, line, region,
            deed, object, object_id, reason, facts::text as facts
            """;

    private static final String ENTER =
            """
            insert into audit.entry
                   (at, day, person_id, person, agency_id, line, region, deed, object, object_id, reason, facts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
            """;
    private static final String OF_OBJECT =
            "select " + COLUMNS
                    + """
                      from audit.entry
                     where object = :object
                       and object_id = :objectId
                     order by id desc
                     limit 500
                    """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Viewers viewers;
    private final JsonMapper json;

    Audit(JdbcClient jdbc, Clock clock, Viewers viewers, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.viewers = viewers;
        this.json = json;
    }

    /** Writes in the transaction of the deed, with its commit: both stand or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Deed deed) {
        enter(deed, viewers.require());
    }

    /** A refusal or a sign-in has no transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void enterAlone(Deed deed) {
        enter(deed, viewers.require());
    }

    /** What was done to a thing, newest first; as far as the viewer may know. */
    @Transactional(readOnly = true)
    public List<Entry> of(String object, String objectId) {
        return jdbc.sql(OF_OBJECT)
                .param("object", object)
                .param("objectId", objectId)
                .query(Entry.class)
                .list();
    }

    private void enter(Deed deed, Viewer viewer) {
        LastWrites.add(
                ENTER, Timestamp.from(Instant.now(clock)), LocalDate.now(clock), viewer.person(), viewer.name(), viewer.agency(),
                viewer.line(), viewer.region(), deed.verb(), deed.object(), deed.objectId(), deed.reason(),
                json.writeValueAsString(deed.facts()));
    }
}
