package org.hengjian.agencies;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds who signs in, counts failures, locks and unlocks. Runs as the machine: nobody is signed in yet. */
@Service
class SignIn implements UserDetailsService {

    /** After so many wrong passwords in a row the account rests; enough for a person, too few for a guesser. */
    private static final int FAILURES_MOST = 5;

    private static final Duration REST = Duration.ofMinutes(15);

    private static final String WHO =
            """
            select p.id, p.sign_in, p.name, p.agency_id, r.name as agency_name, p.line, p.region, t.scope,
                   c.hash, c.must_change, c.locked_until,
                   array(select role from agencies.person_role where person_id = p.id)::text as roles
              from agencies.person p
              join agencies.agency a on a.id = p.agency_id
              join agencies.agency_type t on t.code = a.type
              join agencies.credential c on c.person_id = p.id
              left join agencies.agency_record r
                on r.agency_id = a.id
               and daterange(r.from_day, r.to_day, '[]') @> cast(:today as date)
             where p.sign_in = :signIn
               and p.active
            """;
    private static final String FAILED =
            """
            update agencies.credential
               set failures = failures + 1,
                   locked_until = case when failures + 1 >= :most then cast(:until as timestamptz) else locked_until end
             where person_id = (select id from agencies.person where sign_in = :signIn)
            returning person_id, failures
            """;
    private static final String SUCCEEDED =
            "update agencies.credential set failures = 0, locked_until = null where person_id = :person and failures > 0";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    SignIn(JdbcClient jdbc, TransactionTemplate transaction, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    private record Who(
            long id,
            String signIn,
            String name,
            long agencyId,
            @Nullable String agencyName,
            String line,
            int region,
            Scope scope,
            String hash,
            boolean mustChange,
            @Nullable Timestamp lockedUntil,
            String roles) {}

    @Override
    public SignedInPerson loadUserByUsername(String signIn) {
        var who = viewers.as(Viewer.machine(), () -> transaction.execute(_ -> jdbc.sql(WHO)
                        .param("signIn", signIn.strip().toLowerCase(java.util.Locale.ROOT))
                        .param("today", java.time.LocalDate.now(clock))
                        .query(Who.class)
                        .optional()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
        boolean locked = who.lockedUntil() != null && who.lockedUntil().toInstant().isAfter(Instant.now());
        String agencyName = who.agencyName() == null ? who.line() : who.agencyName();
        var viewer = new Viewer(
                who.id(), who.name(), who.agencyId(), agencyName, who.line(), who.region(), who.scope(), roles(who));
        return new SignedInPerson(who.signIn(), who.hash(), viewer, who.mustChange(), locked);
    }

    @EventListener
    void on(AuthenticationFailureBadCredentialsEvent failure) {
        String signIn = failure.getAuthentication().getName();
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(FAILED)
                .param("signIn", signIn)
                .param("most", FAILURES_MOST)
                // Real time: a shifted business clock must not open a locked account.
                .param("until", Timestamp.from(Instant.now().plus(REST)))
                .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .optional()
                .ifPresent(counted -> audit.enter(Deed.of("agencies.refuse-sign-in", "person", Long.toString(counted[0]))
                        .with(Map.of("failures", counted[1], "locked", counted[1] >= FAILURES_MOST))))));
    }

    @EventListener
    void on(AuthenticationSuccessEvent success) {
        if (!(success.getAuthentication().getPrincipal() instanceof SignedInPerson person)) {
            return;
        }
        viewers.as(person.viewer(), () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql(SUCCEEDED).param("person", person.viewer().person()).update();
            audit.enter(Deed.of(
                    "agencies.sign-in", "person", Long.toString(person.viewer().person())));
        }));
    }

    private static Set<Role> roles(Who who) {
        String list = who.roles().substring(1, who.roles().length() - 1);
        return list.isEmpty()
                ? Set.of()
                : Arrays.stream(list.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }
}
