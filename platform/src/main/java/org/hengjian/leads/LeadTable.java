package org.hengjian.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class LeadTable {

    static final String COLUMNS =
            """
            select id, number, state, standing, kind, score, right_id, right_name, right_holder, right_kind, title,
                   description, category, price_fen, currency, seller, seller_code, platform, url, seller_region,
                   listing_id, batch_id, row_number, external_id, explanation::text as explanation, snapshot, route_rule,
                   route_basis, received_on, received_at, clock_from, due, extensions, assignee, assignee_name, transferred_from,
                   merged_into, ground, case_number, version, changed_by, changed_at, agency_id, line, region,
                   shared_with
              from leads.lead
            """;
    private static final String BY_NUMBER = COLUMNS + " where number = :number";
    private static final String BY_ID = COLUMNS + " where id = :id";
    private static final String BY_NUMBERS = COLUMNS + " where number = any (:numbers) order by id";
    private static final String BY_LISTING = COLUMNS + " where listing_id = :listing";
    private static final String MERGED_INTO = COLUMNS + " where merged_into = :number order by id";
    private static final String OF_SELLER = COLUMNS
            + """
             where seller = :seller
               and seller <> ''
               and state <> 'CLEARED'
               and id <> :id
             order by id desc
             limit :most
            """;
    private static final String OF_SHOPS = COLUMNS
            + """
             where (platform, seller) in (select * from unnest(cast(:platforms as text[]), cast(:sellers as text[])))
               and seller <> ''
               and state <> 'CLEARED'
             order by id desc
             limit :most
            """;
    private static final String NUMBERS =
            """
            insert into leads.numbering (year, last) values (:year, :many)
                on conflict (year) do update set last = numbering.last + excluded.last
            returning last
            """;
    // One statement a chunk: arrays go over in binary, and the plan is made once.
    private static final String INSERT =
            """
            insert into leads.lead
                   (number, state, standing, kind, score, right_id, right_name, right_holder, right_kind, title,
                    description, category, price_fen, currency, seller, seller_code, platform, url, seller_region,
                    listing_id, batch_id, row_number, external_id, explanation, snapshot, route_rule, route_basis,
                    received_on, received_at, clock_from, due, changed_by, changed_at, agency_id, line, region, shared_with)
            select n.number, n.state, n.standing, n.kind, n.score, n.right_id, n.right_name, n.right_holder,
                   n.right_kind, n.title, n.description, n.category, n.price_fen, n.currency, n.seller, n.seller_code,
                   n.platform, n.url, n.seller_region, n.listing_id, n.batch_id, n.row_number, n.external_id,
                   n.explanation::jsonb, :snapshot, n.route_rule, n.route_basis, :day, :at, :day,
                   case when n.state = 'CLEARED' then null else cast(:due as date) end, :by, :at, n.agency_id, n.line,
                   n.region,
                   -- Why its listing was let go is for whom brought it in; a lead is its agency's. What a person wrote down
                   -- by hand their own office goes on seeing.
                   case when n.agency_id <> n.receiver and (n.batch_id is null or n.state = 'CLEARED')
                        then array[n.receiver]
                        else '{}' end
              from unnest(cast(:number as text[]), cast(:state as text[]), cast(:standing as text[]),
                          cast(:kind as text[]), cast(:score as integer[]), cast(:rightId as text[]),
                          cast(:rightName as text[]), cast(:rightHolder as text[]), cast(:rightKind as text[]),
                          cast(:title as text[]), cast(:description as text[]), cast(:category as text[]),
                          cast(:priceFen as bigint[]), cast(:currency as text[]), cast(:seller as text[]),
                          cast(:sellerCode as text[]), cast(:platform as text[]), cast(:url as text[]),
                          cast(:sellerRegion as integer[]), cast(:listing as bigint[]), cast(:batch as bigint[]),
                          cast(:row as bigint[]), cast(:externalId as text[]), cast(:explanation as text[]),
                          cast(:routeRule as text[]), cast(:routeBasis as text[]), cast(:agency as bigint[]),
                          cast(:line as text[]), cast(:region as integer[]), cast(:receiver as bigint[]))
                   as n (number, state, standing, kind, score, right_id, right_name, right_holder, right_kind, title,
                         description, category, price_fen, currency, seller, seller_code, platform, url, seller_region,
                         listing_id, batch_id, row_number, external_id, explanation, route_rule, route_basis, agency_id,
                         line, region, receiver)
                on conflict (listing_id) do nothing
            """;
    private static final String MOVE =
            """
            update leads.lead
               set state = :state,
                   state_before = :before,
                   assignee = :assignee,
                   assignee_name = :assigneeName,
                   transferred_from = coalesce(:from, transferred_from),
                   merged_into = :into,
                   ground = :ground,
                   case_number = :caseNumber,
                   clock_from = :clockFrom,
                   due = :due,
                   extensions = :extensions,
                   route_basis = :basis,
                   agency_id = :agency,
                   line = :line,
                   region = :region,
                   shared_with = :sharedWith,
                   version = version + 1,
                   changed_by = :by,
                   changed_at = :at
             where id = :id
               and version = :version
            """;
    private static final String BEFORE = "select state_before from leads.lead where id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LeadTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A row to be; everything of a lead that is known when it is found. */
    record Fresh(Received offer, Stage stage, Explanation explanation, Lead.Claimed right, Routing.Way way) {

        boolean isSuspected() {
            return !(stage instanceof Stage.Cleared);
        }

        /** The description is kept only where a finding points into it; intake has it whole. */
        String description() {
            boolean pointed = explanation.findings().stream().anyMatch(one -> one.field().equals("description"))
                    || explanation.clearings().stream().anyMatch(one -> one.field().equals("description"));
            return pointed || offer.listing() == null ? offer.description() : "";
        }
    }

    /** The last of so many new numbers; the others lie before it. Gaps are allowed. */
    long takeNumbers(int year, int many) {
        return jdbc.sql(NUMBERS)
                .param("year", year)
                .param("many", many)
                .query(Long.class)
                .single();
    }

    /** How many were new; {@code numbers} stand beside {@code fresh}. */
    int add(List<Fresh> fresh, List<String> numbers, LocalDate day, Instant at, @Nullable LocalDate due, String by) {
        return jdbc.sql(INSERT)
                .param("snapshot", fresh.getFirst().explanation().snapshot())
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("due", due)
                .param("by", by)
                .param("number", numbers.toArray(String[]::new))
                .param("state", texts(fresh, one -> one.stage().code()))
                .param("standing", texts(fresh, one -> one.explanation().standing().name()))
                .param("kind", texts(fresh, one -> one.explanation().kind().code()))
                .param("score", whole(fresh, one -> tenThousandths(one.explanation().score())))
                .param("rightId", texts(fresh, one -> one.right().id()))
                .param("rightName", texts(fresh, one -> one.right().name()))
                .param("rightHolder", texts(fresh, one -> one.right().holder()))
                .param("rightKind", texts(fresh, one -> one.right().kind()))
                .param("title", texts(fresh, one -> one.offer().title()))
                .param("description", texts(fresh, Fresh::description))
                .param("category", texts(fresh, one -> one.offer().category()))
                .param("priceFen", longs(fresh, one -> one.offer().priceFen()))
                .param("currency", texts(fresh, one -> one.offer().currency()))
                .param("seller", texts(fresh, one -> one.offer().seller()))
                .param("sellerCode", texts(fresh, one -> one.offer().sellerCode()))
                .param("platform", texts(fresh, one -> one.offer().platform()))
                .param("url", texts(fresh, one -> one.offer().url()))
                .param("sellerRegion", whole(fresh, one -> one.offer().sellerRegion()))
                .param("listing", longs(fresh, one -> one.offer().listing()))
                .param("batch", longs(fresh, one -> one.offer().batch()))
                .param("row", longs(fresh, one -> one.offer().row()))
                .param("externalId", texts(fresh, one -> one.offer().externalId()))
                .param("explanation", texts(fresh, one -> json.writeValueAsString(one.explanation().reasons())))
                .param("routeRule", texts(fresh, one -> one.way().routed().rule()))
                .param("routeBasis", texts(fresh, one -> one.way().routed().basis().name()))
                .param("agency", longs(fresh, one -> one.way().agency().id()))
                .param("line", texts(fresh, one -> one.way().agency().line()))
                .param("region", whole(fresh, one -> one.way().agency().region()))
                .param("receiver", longs(fresh, one -> one.offer().agency()))
                .update();
    }

    Optional<Lead> find(String number) {
        return jdbc.sql(BY_NUMBER).param("number", number).query(this::lead).optional();
    }

    Optional<Lead> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::lead).optional();
    }

    List<Lead> find(List<String> numbers) {
        return jdbc.sql(BY_NUMBERS)
                .param("numbers", numbers.toArray(String[]::new))
                .query(this::lead)
                .list();
    }

    Optional<Lead> ofListing(long listing) {
        return jdbc.sql(BY_LISTING).param("listing", listing).query(this::lead).optional();
    }

    List<Lead> mergedInto(String number) {
        return jdbc.sql(MERGED_INTO).param("number", number).query(this::lead).list();
    }

    /** Other leads of the same seller, newest first. */
    List<Lead> ofSeller(Lead lead, int most) {
        return jdbc.sql(OF_SELLER)
                .param("seller", lead.subject().seller())
                .param("id", lead.id())
                .param("most", most)
                .query(this::lead)
                .list();
    }

    /** Leads about what these sellers offer, newest first; a platform and a name stand at the same place of both. */
    List<Lead> ofShops(String[] platforms, String[] sellers, int most) {
        return jdbc.sql(OF_SHOPS)
                .param("platforms", platforms)
                .param("sellers", sellers)
                .param("most", most)
                .query(this::lead)
                .list();
    }

    /** Where it stood before it was merged or dismissed. */
    Optional<String> before(Lead lead) {
        return jdbc.sql(BEFORE)
                .param("id", lead.id())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Saves how the lead stands now over the version it was read with; false when someone was first. */
    boolean move(Lead lead, @Nullable String before, String by, Instant at) {
        Stage stage = lead.stage();
        return jdbc.sql(MOVE)
                        .param("id", lead.id())
                        .param("version", lead.version())
                        .param("state", stage.code())
                        .param("before", before)
                        .param("assignee", lead.assignee())
                        .param("assigneeName", lead.assigneeName())
                        .param("from", stage instanceof Stage.Transferred moved ? moved.from() : null)
                        .param("into", stage instanceof Stage.Merged merged ? merged.into() : null)
                        .param("ground", stage instanceof Stage.Dismissed dismissed ? dismissed.ground() : "")
                        .param("caseNumber", stage instanceof Stage.Filed filed ? filed.caseNumber() : null)
                        .param("clockFrom", lead.clockFrom())
                        .param("due", lead.due())
                        .param("extensions", lead.extensions())
                        .param("basis", lead.routed().basis().name())
                        .param("agency", lead.agency())
                        .param("line", lead.line())
                        .param("region", lead.region())
                        .param("sharedWith", lead.sharedWith().toArray(Long[]::new))
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Lead lead(ResultSet row, int number) throws SQLException {
        var reasons = json.readValue(row.getString("explanation"), Explanation.Reasons.class);
        Long assignee = row.getObject("assignee", Long.class);
        String assigneeName = row.getString("assignee_name");
        return new Lead(
                row.getLong("id"),
                row.getString("number"),
                stage(row, assignee, assigneeName),
                new Explanation(
                        Standing.valueOf(row.getString("standing")),
                        Kind.of(row.getString("kind")),
                        row.getInt("score") / 10_000.0,
                        reasons.findings(),
                        reasons.contributions(),
                        reasons.clearings(),
                        reasons.start() == null
                                ? Explanation.start(row.getInt("score") / 10_000.0, reasons.contributions())
                                : reasons.start(),
                        row.getString("snapshot"),
                        reasons.judgedBy() == null ? JudgedBy.STANDARD : reasons.judgedBy(),
                        reasons.judgedBy() != null),
                new Lead.Claimed(
                        row.getString("right_id"),
                        row.getString("right_name"),
                        row.getString("right_holder"),
                        row.getString("right_kind")),
                new Lead.Goods(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("category"),
                        row.getObject("price_fen", Long.class),
                        row.getString("currency"),
                        row.getString("url")),
                new Lead.Subject(
                        row.getString("seller"),
                        row.getString("seller_code"),
                        row.getString("platform"),
                        row.getObject("seller_region", Integer.class)),
                new Lead.Origin(
                        row.getObject("listing_id", Long.class),
                        row.getObject("batch_id", Long.class),
                        row.getObject("row_number", Long.class),
                        row.getString("external_id")),
                new Lead.Routed(row.getString("route_rule"), Lead.Basis.valueOf(row.getString("route_basis"))),
                row.getObject("received_on", LocalDate.class),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("clock_from", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getInt("extensions"),
                assignee,
                assigneeName,
                row.getInt("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("agency_id"),
                row.getString("line"),
                row.getInt("region"),
                Arrays.asList((Long[]) row.getArray("shared_with").getArray()));
    }

    private static Stage stage(ResultSet row, @Nullable Long assignee, String name) throws SQLException {
        return switch (row.getString("state")) {
            case "FILED" -> new Stage.Filed(row.getString("case_number"));
            case "MERGED" -> new Stage.Merged(row.getString("merged_into"));
            case "DISMISSED" -> new Stage.Dismissed(row.getString("ground"));
            case "CLEARED" -> new Stage.Cleared();
            case String open -> Stage.open(open, assignee == null ? 0 : assignee, name, row.getLong("transferred_from"));
        };
    }

    static int tenThousandths(double score) {
        return (int) Math.round(score * 10_000);
    }

    private static String[] texts(List<Fresh> fresh, Function<Fresh, String> part) {
        return fresh.stream().map(part).toArray(String[]::new);
    }

    private static Long[] longs(List<Fresh> fresh, Function<Fresh, @Nullable Long> part) {
        return fresh.stream().map(part).toArray(Long[]::new);
    }

    private static Integer[] whole(List<Fresh> fresh, Function<Fresh, @Nullable Integer> part) {
        return fresh.stream().map(part).toArray(Integer[]::new);
    }
}
