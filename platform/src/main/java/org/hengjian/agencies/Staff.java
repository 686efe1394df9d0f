package org.hengjian.agencies;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of an administrator's agencies: enter, change, put to rest, unlock, give a new password. */
@Service
@Transactional
class Staff {

    static final int PAGE = 50;

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none look alike
    private static final int TEMPORARY_LENGTH = 14;

    private static final String SELECT =
            """
            select p.id, p.sign_in, p.name, p.name_latin, p.licence, p.active, p.agency_id as agency, p.version,
                   p.legal_certificate, p.legal_certified_on, p.legal_review_since,
                   (select r.name from agencies.agency_record r where r.agency_id = p.agency_id and r.to_day is null)
                       as agency_name,
                   coalesce((select string_agg(role, ',' order by role)
                               from agencies.person_role where person_id = p.id), '') as roles,
                   coalesce(c.locked_until > now(), false) as locked
              from agencies.person p
              left join agencies.credential c on c.person_id = p.id
            """;
    private static final String LIST = SELECT
            + """
             where (:q = '' or p.name ilike '%' || :q || '%' or p.sign_in ilike '%' || :q || '%' or p.licence = :q)
               and (:role = '' or exists (select from agencies.person_role r where r.person_id = p.id and r.role = :role))
               and (:resting or p.active)
               and p.id > :after
             order by p.id
             limit :limit
            """;
    private static final String ONE = SELECT + " where p.id = :id";
    private static final String ENTER =
            """
            insert into agencies.person (sign_in, name, name_latin, licence, legal_certificate, legal_certified_on,
                   legal_review_since, agency_id, line, region)
            select :signIn, :name, :nameLatin, :licence, :certificate, :certifiedOn, :since, a.id, t.line, r.region
              from agencies.agency a
              join agencies.agency_type t on t.code = a.type
              join agencies.agency_record r on r.agency_id = a.id and r.to_day is null
             where a.code = :agency
            returning id
            """;
    private static final String CHANGE =
            """
            update agencies.person
               set name = :name, name_latin = :nameLatin, licence = :licence, active = :active,
                   legal_certificate = :certificate, legal_certified_on = :certifiedOn, legal_review_since = :since,
                   version = version + 1
             where id = :id
               and version = :version
            """;
    private static final String NO_ROLES = "delete from agencies.person_role where person_id = :id";
    private static final String ROLE = "insert into agencies.person_role (person_id, role) values (:id, :role)";
    private static final String PASSWORD =
            """
            insert into agencies.credential (person_id, hash, must_change, changed_at)
            values (:id, :hash, :mustChange, :at)
            on conflict (person_id) do update
               set hash = excluded.hash, must_change = excluded.must_change, changed_at = excluded.changed_at,
                   failures = 0, locked_until = null
            """;
    private static final String UNLOCK =
            "update agencies.credential set failures = 0, locked_until = null where person_id = :id";
    private static final String SIGN_IN = "select sign_in from agencies.person where id = :id";
    private static final String HASH = "select hash from agencies.credential where person_id = :id";

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecureRandom random = new SecureRandom();

    Staff(
            JdbcClient jdbc,
            Viewers viewers,
            Audit audit,
            PasswordEncoder passwords,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    record Member(
            long id,
            String signIn,
            String name,
            String nameLatin,
            String licence,
            boolean active,
            long agency,
            int version,
            String legalCertificate,
            @Nullable LocalDate legalCertifiedOn,
            @Nullable LocalDate legalReviewSince,
            @Nullable String agencyName,
            String roles,
            boolean locked) {

        LegalQualification review() {
            return new LegalQualification(
                    legalCertificate, Optional.ofNullable(legalCertifiedOn), Optional.ofNullable(legalReviewSince));
        }

        public List<String> roleList() {
            return roles.isEmpty() ? List.of() : List.of(roles.split(","));
        }
    }

    /** What an administrator enters of a person. */
    record Entered(
            String signIn,
            String name,
            String nameLatin,
            String licence,
            String agency,
            Set<Role> roles,
            boolean active,
            int version,
            LegalQualification review) {}

    /** A lawful no. */
    enum Refusal {
        TAKEN,
        AGENCY,
        WRONG_PASSWORD
    }

    /** @param password the temporary password, shown once */
    record Hired(Optional<Refusal> refusal, long id, String password) {}

    @Transactional(readOnly = true)
    Page<Member> list(String q, String role, boolean resting, Optional<Cursor> after) {
        viewers.require("agencies.list-people", Role.ADMINISTRATOR);
        var rows = jdbc.sql(LIST)
                .param("q", q)
                .param("role", role)
                .param("resting", resting)
                .param("after", after.map(c -> Long.valueOf(c.key(0))).orElse(0L))
                .param("limit", PAGE + 1)
                .query(Member.class)
                .list();
        return Page.of(rows, PAGE, member -> Cursor.of(member.id()));
    }

    @Transactional(readOnly = true)
    Member member(long id) {
        viewers.require("agencies.see-person", Role.ADMINISTRATOR);
        return jdbc.sql(ONE)
                .param("id", id)
                .query(Member.class)
                .optional()
                .orElseThrow(() -> new NotFound("person " + id));
    }

    Hired enter(Entered entered) {
        viewers.require("agencies.enter-person", Role.ADMINISTRATOR);
        Optional<Long> id;
        try {
            id = jdbc.sql(ENTER)
                    .param("signIn", entered.signIn())
                    .param("name", entered.name())
                    .param("nameLatin", entered.nameLatin())
                    .param("licence", entered.licence())
                    .param("certificate", entered.review().certificate())
                    .param("certifiedOn", entered.review().certifiedOn().orElse(null), Types.DATE)
                    .param("since", entered.review().since().orElse(null), Types.DATE)
                    .param("agency", entered.agency())
                    .query(Long.class)
                    .optional();
        } catch (DuplicateKeyException e) {
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                    .setRollbackOnly();
            return new Hired(Optional.of(Refusal.TAKEN), 0, "");
        }
        if (id.isEmpty()) {
            return new Hired(Optional.of(Refusal.AGENCY), 0, "");
        }
        roles(id.get(), entered.roles());
        String password = temporary();
        password(id.get(), password, true);
        audit.enter(Deed.of("agencies.enter-person", "person", Long.toString(id.get()))
                .with(Map.of("agency", entered.agency(), "roles", names(entered.roles()))));
        qualified(id.get(), LegalQualification.NONE, entered.review());
        return new Hired(Optional.empty(), id.get(), password);
    }

    /** Takes effect at once: a changed or resting person's sessions end. */
    void change(long id, Entered entered) {
        Member before = member(id);
        int changed = jdbc.sql(CHANGE)
                .param("id", id)
                .param("version", entered.version())
                .param("name", entered.name())
                .param("nameLatin", entered.nameLatin())
                .param("licence", entered.licence())
                .param("certificate", entered.review().certificate())
                .param("certifiedOn", entered.review().certifiedOn().orElse(null), Types.DATE)
                .param("since", entered.review().since().orElse(null), Types.DATE)
                .param("active", entered.active())
                .update();
        if (changed == 0) {
            throw new Conflict(before.name(), "—", "—");
        }
        roles(id, entered.roles());
        audit.enter(Deed.of("agencies.change-person", "person", Long.toString(id))
                .with(Map.of("before", before.roles(), "roles", names(entered.roles()), "active", entered.active())));
        qualified(id, before.review(), entered.review());
        endSessions(before.signIn());
    }

    String newPassword(long id) {
        Member member = member(id);
        String password = temporary();
        password(id, password, true);
        audit.enter(Deed.of("agencies.reset-password", "person", Long.toString(id)));
        endSessions(member.signIn());
        return password;
    }

    void unlock(long id) {
        member(id);
        jdbc.sql(UNLOCK).param("id", id).update();
        audit.enter(Deed.of("agencies.unlock", "person", Long.toString(id)));
    }

    /** The viewer's own password. */
    Optional<Refusal> changeOwnPassword(String current, String fresh) {
        long me = viewers.require().person();
        String hash = jdbc.sql(HASH).param("id", me).query(String.class).single();
        if (!passwords.matches(current, hash)) {
            return Optional.of(Refusal.WRONG_PASSWORD);
        }
        password(me, fresh, false);
        audit.enter(Deed.of("agencies.change-password", "person", Long.toString(me)));
        endSessions(jdbc.sql(SIGN_IN).param("id", me).query(String.class).single());
        return Optional.empty();
    }

    /** What fits somebody for legal review is asked in court: each change of it is a deed of its own. */
    private void qualified(long id, LegalQualification before, LegalQualification after) {
        if (!before.equals(after)) {
            audit.enter(Deed.of("agencies.qualify-for-review", "person", Long.toString(id))
                    .with(Map.of(
                            "certificateBefore", before.certificate(),
                            "certificate", after.certificate(),
                            "certifiedOn", after.certifiedOn().map(LocalDate::toString).orElse(""),
                            "since", after.since().map(LocalDate::toString).orElse(""))));
        }
    }

    private void password(long id, String password, boolean mustChange) {
        jdbc.sql(PASSWORD)
                .param("id", id)
                .param("hash", java.util.Objects.requireNonNull(passwords.encode(password)))
                .param("mustChange", mustChange)
                .param("at", Timestamp.from(Instant.now()))
                .update();
    }

    private void roles(long id, Set<Role> roles) {
        jdbc.sql(NO_ROLES).param("id", id).update();
        roles.forEach(role ->
                jdbc.sql(ROLE).param("id", id).param("role", role.name()).update());
    }

    private void endSessions(String signIn) {
        sessions.findByPrincipalName(signIn).keySet().forEach(sessions::deleteById);
    }

    private static String names(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }

    private String temporary() {
        return random.ints(TEMPORARY_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
