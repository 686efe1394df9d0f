package org.hengjian.rights;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code rights.picture}. */
@Repository
class PictureTable {

    private static final String SELECT =
            """
            select p.id, p.registration_id as registration, r.reference as right,
                   case when r.name <> '' then r.name else r.latin[1] end as right_name, p.name, p.media_type,
                   p.sha256, p.added_at, p.added_by, p.agency, p.removed_at, p.removed_by, p.removed_why
              from rights.picture p
              join rights.registration r on r.id = p.registration_id
            """;
    private static final String BY_ID = SELECT + " where p.id = :id";
    private static final String OF_RIGHT =
            SELECT + " where p.registration_id = :registration order by p.removed_at is not null, p.id desc limit 200";
    private static final String IN_USE = SELECT + " where p.removed_at is null and p.id > :after order by p.id limit 500";
    private static final String COUNT =
            "select count(*) from rights.picture where registration_id = :registration and removed_at is null";
    private static final String CONTENT = "select content from rights.picture where id = :id";
    private static final String FINGERPRINT = "select fingerprint from rights.picture where id = :id and removed_at is null";
    private static final String ADD =
            """
            insert into rights.picture
                   (registration_id, name, media_type, sha256, content, fingerprint, added_at, added_by, agency)
            values (:registration, :name, :type, :sha256, :content, :fingerprint, :at, :by, :agency)
            on conflict (registration_id, sha256) where removed_at is null do nothing
            returning id
            """;
    private static final String REMOVE =
            """
            update rights.picture
               set removed_at = :at,
                   removed_by = :by,
                   removed_why = :why
             where id = :id
               and removed_at is null
            """;

    private final JdbcClient jdbc;

    PictureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RightPicture> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(RightPicture.class).optional();
    }

    /** Those in use first, the newest first. */
    List<RightPicture> of(long registration) {
        return jdbc.sql(OF_RIGHT)
                .param("registration", registration)
                .query(RightPicture.class)
                .list();
    }

    List<RightPicture> inUse(long after) {
        return jdbc.sql(IN_USE).param("after", after).query(RightPicture.class).list();
    }

    int count(long registration) {
        return jdbc.sql(COUNT).param("registration", registration).query(Integer.class).single();
    }

    Optional<byte[]> content(long id) {
        return jdbc.sql(CONTENT).param("id", id).query(byte[].class).optional();
    }

    Optional<byte[]> fingerprint(long id) {
        return jdbc.sql(FINGERPRINT).param("id", id).query(byte[].class).optional();
    }

    /** Empty where the right has the same picture already. */
    Optional<Long> add(
            long registration,
            String name,
            String mediaType,
            String sha256,
            byte[] content,
            byte[] fingerprint,
            Instant at,
            String by,
            String agency) {
        return jdbc.sql(ADD)
                .param("registration", registration)
                .param("name", name)
                .param("type", mediaType)
                .param("sha256", sha256)
                .param("content", content)
                .param("fingerprint", fingerprint)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("agency", agency)
                .query(Long.class)
                .optional();
    }

    boolean remove(long id, Instant at, String by, String why) {
        return jdbc.sql(REMOVE)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("why", why)
                        .update()
                == 1;
    }
}
