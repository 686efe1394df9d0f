package org.hengjian.parties;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Natural persons (自然人), sealed; each record is its agency's. */
@Service
@Transactional
public class NaturalPersons {

    /** Who keeps natural persons, and who runs what. */
    static final Role[] KEEPERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE};

    private static final int SHOWN = 200;

    private static final String SELECT = """
            select id, name, identity_number, phone is not null as has_phone, address is not null as has_address, note,
                   first_seen
              from parties.person
            """;
    private static final String KEPT = """
            select id, name, phone, identity_trace, first_seen, agency_id, line, region, shared_with
              from parties.person
             where id = any(cast(:ids as bigint[]))
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String LATEST = SELECT + """
             where cast(:trace as bytea) is null
                or name_trace = cast(:trace as bytea)
                or identity_trace = cast(:trace as bytea)
             order by id desc
             limit :most
            """;
    private static final String ADD = """
            insert into parties.person
                   (agency_id, line, region, name, identity_number, phone, address, identity_trace, name_trace, note,
                    first_seen, changed_at, changed_by)
            values (:agency, :line, :region, :name, :identity, :phone, :address, :identityTrace, :nameTrace, :note, :day,
                    :at, :by)
            returning id
            """;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NaturalPersons(
            JdbcClient jdbc, Seal seal, Viewers viewers, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** In clear, on its way under the seal; empty where not told. */
    public record Told(String name, String identityNumber, String phone, String address, String note) {

        @Override
        public String toString() {
            return "a person under seal";
        }
    }

    /**
     * A person as kept, for the machine that looks for what hangs together; never shown.
     *
     * @param phone in clear, empty where there is none
     * @param identityTrace in hex, equal for equal identity numbers; empty where there is none
     */
    public record Kept(
            long id, String maskedName, String phone, String identityTrace, LocalDate firstSeen, long agency,
            String line, int region, List<Long> sharedWith) {

        @Override
        public String toString() {
            return "a person under seal";
        }
    }

    /**
     * Those of the ids that there are.
     *
     * @throws Forbidden for anybody but the machine
     */
    @Transactional(readOnly = true)
    public Map<Long, Kept> kept(List<Long> ids) {
        if (!viewers.require().isMachine()) {
            throw new Forbidden("parties.kept");
        }
        var kept = new java.util.HashMap<Long, Kept>();
        if (ids.isEmpty()) {
            return kept;
        }
        jdbc.sql(KEPT).param("ids", ids.toArray(Long[]::new)).query(row -> {
            byte[] phone = row.getBytes("phone");
            byte[] identity = row.getBytes("identity_trace");
            kept.put(
                    row.getLong("id"),
                    new Kept(
                            row.getLong("id"),
                            NaturalPerson.masked(seal.open(row.getBytes("name"))),
                            phone == null ? "" : seal.open(phone),
                            identity == null ? "" : HexFormat.of().formatHex(identity),
                            row.getDate("first_seen").toLocalDate(),
                            row.getLong("agency_id"),
                            row.getString("line"),
                            row.getInt("region"),
                            List.of((Long[]) row.getArray("shared_with").getArray())));
        });
        return kept;
    }

    @Transactional(readOnly = true)
    public Optional<NaturalPerson> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::person).optional();
    }

    /** Newest first; with words, those of exactly that name or identity number: nothing else can be sought in a seal. */
    @Transactional(readOnly = true)
    List<NaturalPerson> called(String words) {
        return jdbc.sql(LATEST)
                .param("trace", words.isBlank() ? null : seal.trace(words.strip()), Types.BINARY)
                .param("most", SHOWN)
                .query(this::person)
                .list();
    }

    /** Seals and records; the record is the viewer's agency's. */
    public NaturalPerson register(Told told) {
        var viewer = viewers.require("parties.register-person", KEEPERS);
        long id = jdbc.sql(ADD)
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .param("name", seal.seal(told.name()))
                .param("identity", sealed(told.identityNumber()), Types.BINARY)
                .param("phone", sealed(told.phone()), Types.BINARY)
                .param("address", sealed(told.address()), Types.BINARY)
                .param(
                        "identityTrace",
                        told.identityNumber().isEmpty() ? null : seal.trace(told.identityNumber()),
                        Types.BINARY)
                .param("nameTrace", seal.trace(told.name()))
                .param("note", told.note())
                .param("day", LocalDate.now(clock))
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("by", viewer.name())
                .query(Long.class)
                .single();
        audit.enter(Deed.of("parties.register-person", "person", Long.toString(id))
                .with(Map.of("name", NaturalPerson.masked(told.name()))));
        events.publishEvent(new PartiesNoted(List.of(), List.of(), List.of(id)));
        return find(id).orElseThrow();
    }

    private byte @org.jspecify.annotations.Nullable [] sealed(String text) {
        return text.isEmpty() ? null : seal.seal(text);
    }

    private NaturalPerson person(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        byte[] identity = row.getBytes("identity_number");
        String clear = identity == null ? "" : seal.open(identity);
        return new NaturalPerson(
                row.getLong("id"),
                NaturalPerson.masked(seal.open(row.getBytes("name"))),
                clear.isEmpty() ? "" : clear.substring(clear.length() - 4),
                row.getBoolean("has_phone"),
                row.getBoolean("has_address"),
                row.getString("note"),
                row.getDate("first_seen").toLocalDate());
    }
}
