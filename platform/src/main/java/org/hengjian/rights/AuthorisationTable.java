package org.hengjian.rights;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code rights.authorisation}. */
@Repository
class AuthorisationTable {

    private static final String SELECT =
            """
            select id, registration_id as registration, shop_id as shop, subject_id as subject, seller, platform, from_day,
                   to_day, ground, withdrawn_on, withdrawn_why
              from rights.authorisation
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String OF_RIGHT =
            SELECT + " where registration_id = :registration order by from_day desc, id desc limit 500";
    private static final String IN_FORCE = SELECT
            + """
             where from_day <= :day
               and (to_day is null or to_day >= :day)
               and (withdrawn_on is null or withdrawn_on > :day)
               and (:registration = 0 or registration_id = :registration)
             order by registration_id, id
            """;
    private static final String OF_SELLER = SELECT
            + """
             where (shop_id = any(cast(:shops as bigint[])) or subject_id = any(cast(:subjects as bigint[])))
             order by from_day desc, id desc
             limit 200
            """;
    private static final String ADD =
            """
            insert into rights.authorisation
                   (registration_id, shop_id, subject_id, seller, platform, from_day, to_day, ground, written_at, written_by)
            select :registration, cast(:shop as bigint), cast(:subject as bigint), :seller, :platform,
                   cast(:from as date), cast(:to as date), :ground, cast(:at as timestamptz), :by
             where not exists (select from rights.authorisation
                                where registration_id = :registration
                                  and shop_id is not distinct from cast(:shop as bigint)
                                  and subject_id is not distinct from cast(:subject as bigint)
                                  and withdrawn_on is null
                                  and daterange(from_day, to_day, '[]')
                                      && daterange(cast(:from as date), cast(:to as date), '[]'))
            returning id
            """;
    private static final String WITHDRAW =
            """
            update rights.authorisation
               set withdrawn_on = :day,
                   withdrawn_why = :why
             where id = :id
               and withdrawn_on is null
            """;
    private static final String REINSTATE =
            """
            update rights.authorisation
               set withdrawn_on = null,
                   withdrawn_why = ''
             where id = :id
               and withdrawn_on = :day
            """;

    private final JdbcClient jdbc;

    AuthorisationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Authorisation> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(Authorisation.class).optional();
    }

    List<Authorisation> of(long registration) {
        return jdbc.sql(OF_RIGHT)
                .param("registration", registration)
                .query(Authorisation.class)
                .list();
    }

    /** @param registration 0 for all rights */
    List<Authorisation> inForce(LocalDate day, long registration) {
        return jdbc.sql(IN_FORCE)
                .param("day", day)
                .param("registration", registration)
                .query(Authorisation.class)
                .list();
    }

    List<Authorisation> ofSeller(List<Long> shops, List<Long> subjects) {
        return jdbc.sql(OF_SELLER)
                .param("shops", shops.toArray(Long[]::new))
                .param("subjects", subjects.toArray(Long[]::new))
                .query(Authorisation.class)
                .list();
    }

    /** Empty where the seller is authorised for some of these days already. */
    Optional<Long> add(
            long registration,
            @Nullable Long shop,
            @Nullable Long subject,
            String seller,
            String platform,
            LocalDate from,
            @Nullable LocalDate to,
            String ground,
            Instant at,
            String by) {
        return jdbc.sql(ADD)
                .param("registration", registration)
                .param("shop", shop, Types.BIGINT)
                .param("subject", subject, Types.BIGINT)
                .param("seller", seller)
                .param("platform", platform)
                .param("from", from)
                .param("to", to, Types.DATE)
                .param("ground", ground)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query(Long.class)
                .optional();
    }

    boolean withdraw(long id, LocalDate day, String why) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("day", day)
                        .param("why", why)
                        .update()
                == 1;
    }

    boolean reinstate(long id, LocalDate day) {
        return jdbc.sql(REINSTATE).param("id", id).param("day", day).update() == 1;
    }
}
