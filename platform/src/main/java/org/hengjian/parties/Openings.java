package org.hengjian.parties;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal data are masked; opened for one reader, for a purpose that is logged, and masked again after a while. */
@Service
@Transactional
class Openings {

    /** How long a reader sees in clear what was opened: long enough to copy a name into a document. */
    static final Duration OPEN = Duration.ofMinutes(15);

    private static final Role[] READERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE, Role.PROSECUTOR};
    private static final String UNTIL =
            """
            select closes_at
              from parties.opening
             where person_id = :reader
               and object = :object
               and object_id = :id
               and opened_at <= :now
               and closes_at > :now
             order by closes_at desc
             limit 1
            """;
    private static final String OPENED =
            """
            insert into parties.opening (person_id, object, object_id, purpose, opened_at, closes_at)
            values (:reader, :object, :id, :purpose, :now, :closes)
            """;
    private static final String REPRESENTATIVE = "select representative from parties.subject where id = :id";
    private static final String PERSON =
            "select name, identity_number, phone, address from parties.person where id = :id";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Openings(JdbcClient jdbc, Seal seal, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the reader sees.
     *
     * @param fields by field; masked unless {@code until} is there
     * @param until  when it is masked again
     */
    record Sight(Map<String, String> fields, Optional<Instant> until) {}

    /** What the viewer sees of it now. */
    @Transactional(readOnly = true)
    Sight sight(String object, long id) {
        var until = jdbc.sql(UNTIL)
                .param("reader", viewers.require().person())
                .param("object", object)
                .param("id", id)
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        var shown = new LinkedHashMap<String, String>();
        clear(object, id).forEach((field, text) -> shown.put(field, until.isPresent() ? text : masked(field, text)));
        return new Sight(shown, until);
    }

    /** Opens it for the viewer alone. Nothing is opened without an entry in the log. */
    void open(String object, long id, String purpose) {
        var viewer = viewers.require("parties.open", READERS);
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("personal data are opened for a purpose");
        }
        if (clear(object, id).isEmpty()) {
            throw new NotFound(object + " " + id);
        }
        var now = Instant.now(clock);
        jdbc.sql(OPENED)
                .param("reader", viewer.person())
                .param("object", object)
                .param("id", id)
                .param("purpose", purpose)
                .param("now", Timestamp.from(now))
                .param("closes", Timestamp.from(now.plus(OPEN)))
                .update();
        audit.enter(Deed.of("parties.open", object, Long.toString(id)).because(purpose));
    }

    boolean mayOpen() {
        return viewers.require().hasAny(READERS);
    }

    private Map<String, String> clear(String object, long id) {
        var fields = new LinkedHashMap<String, String>();
        if (object.equals("subject")) {
            jdbc.sql(REPRESENTATIVE).param("id", id).query(byte[].class).list().stream()
                    .filter(java.util.Objects::nonNull)
                    .forEach(kept -> fields.put("representative", seal.open(kept)));
        } else {
            jdbc.sql(PERSON).param("id", id).query(row -> {
                for (String column : new String[] {"name", "identity_number", "phone", "address"}) {
                    byte[] sealed = row.getBytes(column);
                    if (sealed != null) {
                        fields.put(column, seal.open(sealed));
                    }
                }
            });
        }
        return fields;
    }

    private static String masked(String field, String text) {
        return switch (field) {
            case "name", "representative" -> NaturalPerson.masked(text);
            case "address" -> "*".repeat(6); // its length would tell something
            default -> "*".repeat(Math.max(4, text.length() - 4)) + (text.length() > 8 ? text.substring(text.length() - 4) : "");
        };
    }
}
