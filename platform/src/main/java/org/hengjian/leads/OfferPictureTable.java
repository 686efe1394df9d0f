package org.hengjian.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.PictureScreening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code leads.offer_picture}. */
@Component
class OfferPictureTable {

    private static final String OF_LEAD =
            """
            select id, file_name, media_type, sha256, width, height, findings, text_read, compared, person, added_at,
                   later
              from leads.offer_picture where lead_id = :lead order by id
            """;
    private static final String CONTENT =
            "select content from leads.offer_picture where id = :id and lead_id = :lead";
    private static final String ADD =
            """
            insert into leads.offer_picture (lead_id, file_name, media_type, sha256, content, sketch, width, height, findings,
                   text_read, compared, person, added_at)
            values (:lead, :name, :type, :sha256, :content, :sketch, :width, :height, cast(:findings as jsonb), :read, :compared,
                   :person, :at)
            on conflict (lead_id, sha256) do nothing
            """;
    private static final String KEPT =
            """
            select p.id, p.lead_id, l.number, p.sha256, p.sketch
              from leads.offer_picture p join leads.lead l on l.id = p.lead_id
             where p.id > :after and p.id <= :last
             order by p.id
             limit :most
            """;
    private static final String ELSEWHERE =
            """
            select sha256, number, seller, leads
              from (select p.sha256, l.number, l.seller,
                           count(*) over (partition by p.sha256) as leads,
                           row_number() over (partition by p.sha256 order by l.id desc) as place
                      from leads.offer_picture p join leads.lead l on l.id = p.lead_id
                     where p.sha256 in (select sha256 from leads.offer_picture where lead_id = :lead)
                       and p.lead_id <> :lead) same
             where place <= :most
             order by sha256, place
            """;
    private static final String KEEP_SKETCH =
            "update leads.offer_picture set sketch = :sketch where id = :id and sketch is null";
    private static final String ADD_LATER =
            """
            update leads.offer_picture
               set findings = findings || cast(:finding as jsonb),
                   later = later || jsonb_build_object(cast(:reference as text), cast(:at as text))
             where id = :id
               and not findings @> jsonb_build_array(jsonb_build_object(
                       'kind', cast(:kind as text), 'matched', cast(:reference as text)))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OfferPictureTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<OfferPicture> of(long lead) {
        return jdbc.sql(OF_LEAD).param("lead", lead).query(this::picture).list();
    }

    private OfferPicture picture(ResultSet row, int number) throws SQLException {
        return new OfferPicture(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getInt("width"),
                row.getInt("height"),
                json.readValue(row.getString("findings"), new TypeReference<List<PictureFinding>>() {}),
                row.getBoolean("text_read"),
                row.getInt("compared"),
                row.getString("person"),
                row.getTimestamp("added_at").toInstant(),
                json.readValue(row.getString("later"), new TypeReference<Map<String, Instant>>() {}));
    }

    Optional<byte[]> content(long lead, long id) {
        return jdbc.sql(CONTENT).param("id", id).param("lead", lead).query(byte[].class).optional();
    }

    /** A picture as whoever looks back at it needs it. @param sketch empty where it came before they were kept */
    record Kept(long id, long leadId, String leadNumber, String sha256, Optional<byte[]> sketch) {}

    List<Kept> kept(long after, long last, int most) {
        return jdbc.sql(KEPT)
                .param("after", after)
                .param("last", last)
                .param("most", most)
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        row.getLong("lead_id"),
                        row.getString("number"),
                        row.getString("sha256"),
                        Optional.ofNullable(row.getBytes("sketch"))))
                .list();
    }

    /**
     * The same file with another lead that the viewer sees.
     *
     * @param leads that it is with, this one not counted
     */
    record Elsewhere(String sha256, String number, String seller, int leads) {}

    /** By file, the newest leads first. @param most leads of one file */
    Map<String, List<Elsewhere>> elsewhere(long lead, int most) {
        return jdbc.sql(ELSEWHERE).param("lead", lead).param("most", most).query(Elsewhere.class).list().stream()
                .collect(Collectors.groupingBy(Elsewhere::sha256));
    }

    void keepSketch(long id, byte[] sketch) {
        jdbc.sql(KEEP_SKETCH).param("id", id).param("sketch", sketch).update();
    }

    /** False where the picture has the finding already. */
    boolean addLater(long id, PictureFinding finding, Instant at) {
        return jdbc.sql(ADD_LATER)
                        .param("id", id)
                        .param("finding", json.writeValueAsString(List.of(finding)))
                        .param("kind", finding.kind().name())
                        .param("reference", finding.matched())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** False where the lead has the same picture already. */
    boolean add(
            long lead,
            String name,
            String mediaType,
            String sha256,
            byte[] content,
            byte[] sketch,
            PictureScreening.Said said,
            int compared,
            String person,
            Instant at) {
        return jdbc.sql(ADD)
                        .param("lead", lead)
                        .param("name", name)
                        .param("type", mediaType)
                        .param("sha256", sha256)
                        .param("content", content)
                        .param("sketch", sketch)
                        .param("width", said.width())
                        .param("height", said.height())
                        .param("findings", json.writeValueAsString(said.findings()))
                        .param("read", said.textRead())
                        .param("compared", compared)
                        .param("person", person)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
