package org.hengjian.parties;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that several shops are one subject's (归并), and takes it back: each shop then stands where it stood. */
@Service
@Transactional
public class Joinings {

    private static final Role[] JOINERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE};

    private static final String OF_SUBJECT =
            """
            select j.id, j.subject_id as subject, j.reason, j.joined_at, j.joined_by, j.parted_at, j.parted_by,
                   (select string_agg(s.name, '、' order by s.name)
                      from parties.joined_shop g
                      join parties.shop s on s.id = g.shop_id
                     where g.joining_id = j.id) as shops
              from parties.joining j
             where j.subject_id = :subject
             order by j.id desc
             limit 100
            """;
    private static final String ADD =
            """
            insert into parties.joining (subject_id, reason, joined_at, joined_by)
            values (:subject, :reason, :at, :by)
            returning id
            """;
    private static final String ADD_SHOPS =
            """
            insert into parties.joined_shop (joining_id, shop_id, subject_before)
            select :joining, id, subject_id
              from parties.shop
             where id = any(cast(:shops as bigint[]))
            """;
    private static final String PART =
            """
            update parties.joining
               set parted_at = :at,
                   parted_by = :by,
                   parted_why = :why
             where id = :id
               and parted_at is null
            returning subject_id
            """;
    // Only those that a later joining did not take elsewhere.
    private static final String PUT_BACK =
            """
            update parties.shop s
               set subject_id = g.subject_before,
                   version = version + 1,
                   changed_at = :at,
                   changed_by = :by
              from parties.joined_shop g
             where g.joining_id = :id
               and g.shop_id = s.id
               and s.subject_id = :subject
               and not exists (select from parties.joined_shop later
                                 join parties.joining j on j.id = later.joining_id
                                where later.shop_id = s.id
                                  and later.joining_id > :id
                                  and j.parted_at is null)
            """;

    private final JdbcClient jdbc;
    private final ShopTable shops;
    private final SubjectTable subjects;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Joinings(
            JdbcClient jdbc,
            ShopTable shops,
            SubjectTable subjects,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.shops = shops;
        this.subjects = subjects;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param shops names of the shops joined */
    public record Joining(
            long id,
            long subject,
            String reason,
            Instant joinedAt,
            String joinedBy,
            @Nullable Instant partedAt,
            @Nullable String partedBy,
            @Nullable String shops) {}

    @Transactional(readOnly = true)
    public List<Joining> of(long subject) {
        return jdbc.sql(OF_SUBJECT).param("subject", subject).query(Joining.class).list();
    }

    /** Puts the shops under the subject and remembers where each stood. Those that stand there already are passed over. */
    public long join(List<Long> shopIds, long subject, String reason) {
        var viewer = viewers.require("parties.join", JOINERS);
        var into = subjects.find(subject).orElseThrow(() -> new NotFound("subject " + subject));
        var moved = shops.find(shopIds).stream()
                .filter(shop -> !Long.valueOf(subject).equals(shop.subject()))
                .map(Shop::id)
                .toList();
        var now = Instant.now(clock);
        long id = jdbc.sql(ADD)
                .param("subject", subject)
                .param("reason", reason)
                .param("at", Timestamp.from(now))
                .param("by", viewer.name())
                .query(Long.class)
                .single();
        jdbc.sql(ADD_SHOPS)
                .param("joining", id)
                .param("shops", moved.toArray(Long[]::new))
                .update();
        shops.assign(moved, subject, now, viewer.name());
        audit.enter(Deed.of("parties.join", "subject", Long.toString(subject))
                .because(reason)
                .with(Map.of("name", into.name(), "shops", moved)));
        events.publishEvent(new PartiesNoted(List.of(subject), moved, List.of()));
        return id;
    }

    private List<Long> shopsOf(long joining) {
        return jdbc.sql("select shop_id from parties.joined_shop where joining_id = :id order by shop_id")
                .param("id", joining)
                .query(Long.class)
                .list();
    }

    /** Takes a joining back; empty where that was done before. */
    public Optional<Long> part(long joining, String why) {
        var viewer = viewers.require("parties.part", JOINERS);
        var now = Instant.now(clock);
        Optional<Long> subject = jdbc.sql(PART)
                .param("id", joining)
                .param("at", Timestamp.from(now))
                .param("by", viewer.name())
                .param("why", why)
                .query(Long.class)
                .optional();
        subject.ifPresent(from -> {
            jdbc.sql(PUT_BACK)
                    .param("id", joining)
                    .param("subject", from)
                    .param("at", Timestamp.from(now))
                    .param("by", viewer.name())
                    .update();
            events.publishEvent(new PartiesNoted(List.of(from), shopsOf(joining), List.of()));
            audit.enter(Deed.of("parties.part", "subject", Long.toString(from)).because(why));
        });
        return subject;
    }
}
