package org.hengjian.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            select id, file_name, media_type, sha256, width, height, findings, text_read, compared, person, added_at
              from leads.offer_picture where lead_id = :lead order by id
            """;
    private static final String CONTENT =
            "select content from leads.offer_picture where id = :id and lead_id = :lead";
    private static final String ADD =
            """
            insert into leads.offer_picture (lead_id, file_name, media_type, sha256, content, width, height, findings,
                   text_read, compared, person, added_at)
            values (:lead, :name, :type, :sha256, :content, :width, :height, cast(:findings as jsonb), :read, :compared,
                   :person, :at)
            on conflict (lead_id, sha256) do nothing
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
                row.getTimestamp("added_at").toInstant());
    }

    Optional<byte[]> content(long lead, long id) {
        return jdbc.sql(CONTENT).param("id", id).param("lead", lead).query(byte[].class).optional();
    }

    /** False where the lead has the same picture already. */
    boolean add(
            long lead,
            String name,
            String mediaType,
            String sha256,
            byte[] content,
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
