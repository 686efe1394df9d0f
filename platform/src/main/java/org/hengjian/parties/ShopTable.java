package org.hengjian.parties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code parties.shop}. */
@Repository
class ShopTable {

    private static final String SELECT = """
            select id, platform, account, name, url, region, opened_on, subject_id as subject, person_id as person,
                   first_seen, last_seen, version
              from parties.shop
            """;
    // In the order of the key, so that two batches that meet the same shops do not wait for each other in a ring.
    private static final String ADD_SEEN = """
            insert into parties.shop
                   (platform, platform_key, account, handle, name, url, region, subject_id, first_seen, last_seen,
                    changed_at, changed_by, sought)
            select distinct on (platform_key, handle)
                   platform, platform_key, account, handle, name, url, region, subject, :day, :day, cast(:at as timestamptz), :by, sought
              from unnest(cast(:platforms as text[]), cast(:keys as text[]), cast(:accounts as text[]),
                          cast(:handles as text[]), cast(:names as text[]), cast(:urls as text[]),
                          cast(:regions as integer[]), cast(:subjects as bigint[]), cast(:sought as text[]))
                   as seen (platform, platform_key, account, handle, name, url, region, subject, sought)
             order by platform_key, handle
            on conflict (platform_key, handle) do nothing
            """;
    // A later sighting fills gaps and never contradicts: that is a person's to decide.
    private static final String COMPLETE_SEEN = """
            update parties.shop s
               set last_seen = greatest(last_seen, :day),
                   url = case when s.url = '' then seen.url else s.url end,
                   region = coalesce(s.region, seen.region),
                   subject_id = case when s.person_id is null then coalesce(s.subject_id, seen.subject) end
              from (select distinct on (platform_key, handle) *
                      from unnest(cast(:keys as text[]), cast(:handles as text[]), cast(:urls as text[]),
                                  cast(:regions as integer[]), cast(:subjects as bigint[]))
                           as told (platform_key, handle, url, region, subject)
                     order by platform_key, handle, subject nulls last) seen
             where s.platform_key = seen.platform_key
               and s.handle = seen.handle
               and (s.last_seen < :day
                    or s.url = '' and seen.url <> ''
                    or s.region is null and seen.region is not null
                    or s.subject_id is null and s.person_id is null and seen.subject is not null)
            """;
    private static final String BY_HANDLE = """
            select s.id, s.platform, s.account, s.name, s.url, s.region, s.opened_on, s.subject_id as subject,
                   s.person_id as person, s.first_seen, s.last_seen, s.version
              from unnest(cast(:keys as text[]), cast(:handles as text[])) with ordinality
                   as wanted (platform_key, handle, place)
              join parties.shop s on s.platform_key = wanted.platform_key and s.handle = wanted.handle
             order by wanted.place
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String OF_SUBJECT = SELECT + " where subject_id = :subject order by name, id limit :most";
    private static final String OF_PERSON = SELECT + " where person_id = :person order by name, id limit :most";
    private static final String BY_IDS = SELECT + " where id = any(cast(:ids as bigint[])) order by name, id";
    private static final String LIST = SELECT + """
             where grams @> parties.grams_sought(:q)
               and strpos(sought, :q) > 0
               and (:platform = '' or platform = :platform)
               and region between :from and :to
               and (:unknown is false or subject_id is null and person_id is null)
               and (name, id) > (:afterName, :afterId)
             order by name, id
             limit :limit
            """;
    private static final String LIST_ANYWHERE = LIST.replace("region between :from and :to", "true");
    private static final String CALLED = SELECT + """
             where grams @> parties.grams_sought(:sought)
               and (name = :called or account = :called)
               and (:key = '' or platform_key = :key)
             order by id
             limit :most
            """;
    private static final String PLATFORMS =
            "select distinct platform from parties.shop order by platform limit 200"; // there are some tens
    private static final String ADD = """
            insert into parties.shop
                   (platform, platform_key, account, handle, name, url, region, opened_on, subject_id, person_id,
                    first_seen, last_seen, changed_at, changed_by, sought)
            values (:platform, :key, :account, :handle, :name, :url, :region, :openedOn, :subject, :person,
                    :day, :day, :at, :by, :sought)
            on conflict (platform_key, handle) do nothing
            returning id
            """;
    private static final String CHANGE = """
            update parties.shop
               set name = :name,
                   url = :url,
                   region = :region,
                   opened_on = :openedOn,
                   subject_id = :subject,
                   person_id = :person,
                   version = version + 1,
                   changed_at = :at,
                   changed_by = :by,
                   sought = :sought
             where id = :id
               and version = :version
            """;
    private static final String ASSIGN = """
            update parties.shop
               set subject_id = :subject,
                   version = version + 1,
                   changed_at = :at,
                   changed_by = :by
             where id = any(cast(:ids as bigint[]))
            """;
    // The deed names whom it parts the shop from, so that it cannot part it from somebody else.
    private static final String TIE = """
            update parties.shop
               set person_id = :after,
                   version = version + 1,
                   changed_at = :at,
                   changed_by = :by
             where id = :id
               and subject_id is null
               and person_id is not distinct from cast(:before as bigint)
            """;
    private static final String LAST_CHANGE =
            "select changed_by as by, changed_at as at from parties.shop where id = :id";

    private final JdbcClient jdbc;

    ShopTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Columns of many sightings, all of one length. */
    record Columns(
            String[] platforms,
            String[] keys,
            String[] accounts,
            String[] handles,
            String[] names,
            String[] urls,
            @Nullable Integer[] regions,
            @Nullable Long[] subjects,
            String[] sought) {}

    /** What a person wrote about a shop. */
    record Entry(
            String platform,
            String key,
            String account,
            String handle,
            String name,
            String url,
            @Nullable Integer region,
            @Nullable LocalDate openedOn,
            @Nullable Long subject,
            @Nullable Long person,
            String sought) {}

    record Change(String by, Instant at) {}

    /** @param from first of the region codes wanted; 0 for everywhere, unknown places included */
    record Filter(String q, String platform, int from, int to, boolean unknown) {}

    /** @param news whether anything was learnt from the sightings */
    record Seen(List<Shop> shops, boolean news) {}

    /** The shops of the sightings in their order, new ones added. */
    Seen seen(Columns columns, LocalDate day, Instant at, String by) {
        int news = jdbc.sql(ADD_SEEN)
                .param("platforms", columns.platforms())
                .param("keys", columns.keys())
                .param("accounts", columns.accounts())
                .param("handles", columns.handles())
                .param("names", columns.names())
                .param("urls", columns.urls())
                .param("regions", columns.regions())
                .param("subjects", columns.subjects())
                .param("sought", columns.sought())
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        news += jdbc.sql(COMPLETE_SEEN)
                .param("keys", columns.keys())
                .param("handles", columns.handles())
                .param("urls", columns.urls())
                .param("regions", columns.regions())
                .param("subjects", columns.subjects())
                .param("day", day)
                .update();
        var shops = jdbc.sql(BY_HANDLE)
                .param("keys", columns.keys())
                .param("handles", columns.handles())
                .query(Shop.class)
                .list();
        return new Seen(shops, news > 0);
    }

    Optional<Shop> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(Shop.class).optional();
    }

    List<Shop> find(List<Long> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .query(Shop.class)
                .list();
    }

    Optional<Shop> find(String key, String handle) {
        return jdbc.sql(BY_HANDLE)
                .param("keys", new String[] {key})
                .param("handles", new String[] {handle})
                .query(Shop.class)
                .optional();
    }

    List<Shop> ofSubject(long subject, int most) {
        return jdbc.sql(OF_SUBJECT)
                .param("subject", subject)
                .param("most", most)
                .query(Shop.class)
                .list();
    }

    List<Shop> ofPerson(long person, int most) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("most", most)
                .query(Shop.class)
                .list();
    }

    List<Shop> list(Filter filter, String afterName, long afterId, int limit) {
        return jdbc.sql(filter.from() == 0 ? LIST_ANYWHERE : LIST)
                .param("q", filter.q())
                .param("platform", filter.platform())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("unknown", filter.unknown())
                .param("afterName", afterName)
                .param("afterId", afterId)
                .param("limit", limit)
                .query(Shop.class)
                .list();
    }

    List<Shop> called(String key, String nameOrAccount, int most) {
        return jdbc.sql(CALLED)
                .param("sought", SearchText.sought(nameOrAccount))
                .param("called", nameOrAccount)
                .param("key", key)
                .param("most", most)
                .query(Shop.class)
                .list();
    }

    List<String> platforms() {
        return jdbc.sql(PLATFORMS).query(String.class).list();
    }

    /** Empty where a shop with that handle is there already. */
    Optional<Long> add(Entry entry, LocalDate day, Instant at, String by) {
        return jdbc.sql(ADD)
                .param("platform", entry.platform())
                .param("key", entry.key())
                .param("account", entry.account())
                .param("handle", entry.handle())
                .param("name", entry.name())
                .param("url", entry.url())
                .param("region", entry.region(), java.sql.Types.INTEGER)
                .param("openedOn", entry.openedOn(), java.sql.Types.DATE)
                .param("subject", entry.subject(), java.sql.Types.BIGINT)
                .param("person", entry.person(), java.sql.Types.BIGINT)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("sought", entry.sought())
                .query(Long.class)
                .optional();
    }

    /** Whether the row was still at that version. */
    boolean change(long id, int version, Entry entry, Instant at, String by) {
        return jdbc.sql(CHANGE)
                        .param("id", id)
                        .param("version", version)
                        .param("name", entry.name())
                        .param("url", entry.url())
                        .param("region", entry.region(), java.sql.Types.INTEGER)
                        .param("openedOn", entry.openedOn(), java.sql.Types.DATE)
                        .param("subject", entry.subject(), java.sql.Types.BIGINT)
                        .param("person", entry.person(), java.sql.Types.BIGINT)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("sought", entry.sought())
                        .update()
                == 1;
    }

    void assign(List<Long> shops, @Nullable Long subject, Instant at, String by) {
        jdbc.sql(ASSIGN)
                .param("ids", shops.toArray(Long[]::new))
                .param("subject", subject, java.sql.Types.BIGINT)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /** Whether the shop was {@code before}'s, and no subject's. */
    boolean tie(long id, @Nullable Long before, @Nullable Long after, Instant at, String by) {
        return jdbc.sql(TIE)
                        .param("id", id)
                        .param("before", before, java.sql.Types.BIGINT)
                        .param("after", after, java.sql.Types.BIGINT)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Who changed the row last, and when, for the one who came second. */
    Change lastChange(long id) {
        return jdbc.sql(LAST_CHANGE).param("id", id).query(Change.class).single();
    }
}
