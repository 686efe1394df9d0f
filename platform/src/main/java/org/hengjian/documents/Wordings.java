package org.hengjian.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people worded otherwise, sealed: before the issue of the document, and with it afterwards. */
@Component
class Wordings {

    private static final String COLUMNS = "id, object, object_id, name, address, kind, title, passages, sealed, person, at";
    private static final String OPEN = "select " + COLUMNS
            + """
              from documents.wording
             where object = :object
               and object_id = :objectId
               and kind = :kind
               and title = :title
               and document_id is null
            """;
    private static final String WAITING = "select " + COLUMNS
            + """
              from documents.wording
             where document_id is null
               and passages > 0
               and id < :before
             order by id desc
             limit :most
            """;
    private static final String OF_OBJECT = "select " + COLUMNS
            + """
              from documents.wording
             where object = :object
               and object_id = :objectId
               and document_id is null
               and passages > 0
             order by id
            """;
    private static final String OF_DOCUMENT = "select " + COLUMNS + " from documents.wording where document_id = :document";
    private static final String KEEP =
            """
            insert into documents.wording (object, object_id, name, address, kind, title, passages, sealed,
                   person_id, person, at, agency_id, line, region)
            values (:object, :objectId, :name, :address, :kind, :title, :passages, :sealed,
                   :person, :personName, :at, :agency, :line, :region)
            on conflict (object, object_id, kind, title) where document_id is null
            do update set name = excluded.name, address = excluded.address, passages = excluded.passages,
                   sealed = excluded.sealed, person_id = excluded.person_id, person = excluded.person, at = excluded.at
            returning id
            """;
    private static final String DROP =
            "update documents.wording set passages = 0, sealed = :nothing, at = :at where id = :id and document_id is null";
    private static final String BY_ID = "select " + COLUMNS + " from documents.wording where id = :id and document_id is null";
    private static final String ISSUE = "update documents.wording set document_id = :document where id = :id";
    private static final TypeReference<List<Revision>> REVISIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json;
    private final Viewers viewers;
    private final Clock clock;

    Wordings(JdbcClient jdbc, Seal seal, JsonMapper json, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** @param passages worded otherwise
     *  @param person   who worded last */
    record Row(
            long id,
            String object,
            long objectId,
            String name,
            String address,
            String kind,
            String title,
            int passages,
            byte[] sealed,
            String person,
            Instant at) {

        /** Changes with each time that it is kept. */
        String version() {
            return id + "." + at.toEpochMilli();
        }
    }

    Optional<Row> open(Documents.Draft draft) {
        return jdbc.sql(OPEN)
                .param("object", draft.object())
                .param("objectId", draft.objectId())
                .param("kind", draft.kind())
                .param("title", draft.title())
                .query(Row.class)
                .optional();
    }

    List<Row> waiting(long before, int most) {
        return jdbc.sql(WAITING).param("before", before).param("most", most).query(Row.class).list();
    }

    List<Row> waiting(String object, long objectId) {
        return jdbc.sql(OF_OBJECT).param("object", object).param("objectId", objectId).query(Row.class).list();
    }

    Optional<Row> of(long document) {
        return jdbc.sql(OF_DOCUMENT).param("document", document).query(Row.class).optional();
    }

    List<Revision> revisions(Row row) {
        return json.readValue(seal.open(row.sealed()), REVISIONS);
    }

    /** Instead of what was kept for the same document before. */
    long keep(Documents.Draft draft, Documents.Place place, List<Revision> revisions) {
        var viewer = viewers.require();
        return jdbc.sql(KEEP)
                .param("object", draft.object())
                .param("objectId", draft.objectId())
                .param("name", place.name())
                .param("address", place.address())
                .param("kind", draft.kind())
                .param("title", draft.title())
                .param("passages", revisions.size())
                .param("sealed", seal.seal(json.writeValueAsString(revisions)))
                .param("person", viewer.person())
                .param("personName", viewer.name())
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
    }

    /** @return what was given up */
    Optional<Row> drop(long id) {
        var row = jdbc.sql(BY_ID).param("id", id).query(Row.class).optional();
        boolean dropped = row.isPresent()
                && jdbc.sql(DROP)
                                .param("id", id)
                                .param("nothing", seal.seal(json.writeValueAsString(List.of())))
                                .param("at", Timestamp.from(Instant.now(clock)))
                                .update()
                        == 1;
        return dropped ? row : Optional.empty();
    }

    void issued(long wording, long document) {
        jdbc.sql(ISSUE).param("id", wording).param("document", document).update();
    }
}
