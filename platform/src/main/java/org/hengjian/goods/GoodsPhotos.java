package org.hengjian.goods;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.evidence.Evidence;
import org.hengjian.shell.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photographs of goods (物品照片): pieces of evidence of the case, tied to the items that they show. */
@Service
@Transactional
public class GoodsPhotos {

    private static final String ADD =
            """
            insert into goods.photo (item_id, evidence_id, n, at, person_id, person)
            select :item, :evidence, coalesce(max(n), 0) + 1, :at, :personId, :person
              from goods.photo
             where item_id = :item
            on conflict (item_id, evidence_id) do nothing
            """;
    private static final String OF_CASE =
            """
            select p.item_id, p.evidence_id
              from goods.photo p
              join goods.item i on i.id = p.item_id
             where i.case_id = :case
             order by p.item_id, p.n
            """;

    private final JdbcClient jdbc;
    private final GoodsTable table;
    private final Evidence evidence;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    GoodsPhotos(
            JdbcClient jdbc, GoodsTable table, Evidence evidence, Viewers viewers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.evidence = evidence;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says that a picture among the evidence of the case shows an item; saying it twice does no harm.
     *
     * @param evidenceId a picture of the same case that was not withdrawn
     */
    public Answer tie(long itemId, long evidenceId) {
        var viewer = viewers.require("goods.photograph", Role.OFFICER);
        var item = table.lock(itemId).orElseThrow(() -> new NotFound("item " + itemId));
        var photo = evidence.find(evidenceId).orElseThrow(() -> new NotFound("evidence " + evidenceId));
        if (photo.receipt().caseId() != item.caseId()) {
            return new Answer.Refused(List.of(Ground.of("PHOTO_ELSEWHERE", photo.receipt().name(), item.code())));
        }
        if (!photo.type().isPicture() || photo.isWithdrawn()) {
            return new Answer.Refused(List.of(Ground.of("NO_PICTURE", photo.receipt().name())));
        }
        int added = jdbc.sql(ADD)
                .param("item", itemId)
                .param("evidence", evidenceId)
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("personId", viewer.person())
                .param("person", viewer.name())
                .update();
        if (added == 1) {
            audit.enter(Deed.of("goods.photograph", "goods", item.code())
                    .with(Map.of("case", item.caseNumber(), "evidence", photo.n(), "sha256", photo.sha256())));
        }
        return new Answer.Done(item);
    }

    /** The photographs of each item of a case that has any, in the order in which they were tied. */
    @Transactional(readOnly = true)
    public Map<Long, List<org.hengjian.evidence.Item>> ofCase(long caseId) {
        var pictures = evidence.ofCase(caseId).stream()
                .filter(one -> !one.isWithdrawn())
                .collect(Collectors.toMap(org.hengjian.evidence.Item::id, Function.identity()));
        record Tie(long itemId, long evidenceId) {}
        var photos = new HashMap<Long, List<org.hengjian.evidence.Item>>();
        for (var tie : jdbc.sql(OF_CASE).param("case", caseId).query(Tie.class).list()) {
            Optional.ofNullable(pictures.get(tie.evidenceId()))
                    .ifPresent(picture ->
                            photos.computeIfAbsent(tie.itemId(), _ -> new ArrayList<>()).add(picture));
        }
        return photos;
    }

    /** Those of one item. */
    @Transactional(readOnly = true)
    public List<org.hengjian.evidence.Item> of(Item item) {
        return ofCase(item.caseId()).getOrDefault(item.id(), List.of());
    }
}
