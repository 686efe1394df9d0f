package org.hengjian.agencies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys with which a person's programs come in; each can do what the person can, until it is revoked. */
@Service
class ApiKeys {

    private static final int KEY_BYTES = 32;
    private static final String PREFIX = "hj_"; // tells a scanner of leaked secrets what it found

    private static final String MINE =
            """
            select id, name, created_at, used_at
              from agencies.api_key
             where person_id = :person
               and revoked_at is null
             order by id
            """;
    private static final String ISSUE =
            """
            insert into agencies.api_key (person_id, name, hash, created_at)
            values (:person, :name, :hash, :at)
            returning id
            """;
    private static final String REVOKE =
            "update agencies.api_key set revoked_at = :at where id = :id and person_id = :person and revoked_at is null";
    private static final String USE =
            """
            update agencies.api_key k
               set used_at = :at
              from agencies.person p
             where k.hash = :hash
               and k.revoked_at is null
               and p.id = k.person_id
               and p.active
            returning p.sign_in
            """;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, Viewers viewers, Audit audit) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    record Key(long id, String name, Timestamp createdAt, @Nullable Timestamp usedAt) {}

    @Transactional(readOnly = true)
    public List<Key> mine() {
        return jdbc.sql(MINE)
                .param("person", viewers.require().person())
                .query(Key.class)
                .list();
    }

    /** The key, told this once. */
    @Transactional
    public String issue(String name) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long id = jdbc.sql(ISSUE)
                .param("person", viewers.require().person())
                .param("name", name)
                .param("hash", hash(key))
                .param("at", Timestamp.from(Instant.now()))
                .query(Long.class)
                .single();
        audit.enter(Deed.of("agencies.issue-key", "api-key", Long.toString(id)));
        return key;
    }

    @Transactional
    public void revoke(long id) {
        int revoked = jdbc.sql(REVOKE)
                .param("id", id)
                .param("person", viewers.require().person())
                .param("at", Timestamp.from(Instant.now()))
                .update();
        if (revoked > 0) {
            audit.enter(Deed.of("agencies.revoke-key", "api-key", Long.toString(id)));
        }
    }

    /** Sign-in name of the person whose key this is. */
    @Transactional
    public Optional<String> ownerOf(String key) {
        return jdbc.sql(USE)
                .param("hash", hash(key))
                .param("at", Timestamp.from(Instant.now()))
                .query(String.class)
                .optional();
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
