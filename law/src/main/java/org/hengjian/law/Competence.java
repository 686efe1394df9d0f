package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which agency is competent (管辖): by right, product, channel, and by the places of act, seller and platform. Built from
 * the rules as they stand in the data; ask through {@link Law#competence}.
 */
public final class Competence {

    /**
     * Who is competent?
     *
     * @param right what is infringed; none where it is about the product alone
     * @param product what kind of goods; none where that is not known
     * @param act where the act took place
     * @param seller where the seller does business
     * @param platform where the platform has its seat
     */
    public record Question(
            @Nullable String right,
            @Nullable String object,
            @Nullable String product,
            @Nullable String channel,
            @Nullable RegionCode act,
            @Nullable RegionCode seller,
            @Nullable RegionCode platform,
            LocalDate on) {}

    /** An agency that may act, and where. */
    public record Agency(
            String type,
            String zh,
            String en,
            RegionCode.@Nullable Level level,
            @Nullable RegionCode region,
            boolean lead,
            List<Source> sources,
            @Nullable Said note) {}

    /** Where several agencies of one kind may act: who acts first, and who decides when they disagree. */
    public record Conflict(List<RegionCode> between, RegionCode superior, Said rule, List<Source> sources) {}

    /** The answer. */
    public record Answer(
            List<Agency> agencies,
            @Nullable Conflict conflict,
            Doubt uncertain) {}

    private static final String MARKET = "market-regulation";

    private record Rule(
            Node when,
            LocalDate from,
            @Nullable LocalDate to,
            String agency,
            boolean lead,
            @Nullable String level,
            Source source,
            boolean verified,
            @Nullable Said note) {

        boolean fits(Question question, String product) {
            boolean dated = !question.on().isBefore(from)
                    && (to == null || !question.on().isAfter(to));
            return dated
                    && among("right", question.right() == null ? "none" : question.right())
                    && among("product", product)
                    && among("channel", question.channel() == null ? "other" : question.channel());
        }

        private boolean among(String key, String value) {
            return !when.at(key).isPresent() || when.at(key).texts().contains(value);
        }
    }

    private final List<Rule> rules;
    private final Map<String, Node> agencies;
    private final Map<String, List<Node>> places = new LinkedHashMap<>();
    private final Source first;
    private final Set<String> rights;
    private final Set<String> products;
    private final Set<String> channels;

    Competence(Node file) {
        agencies = file.need("agencies").entries();
        rules = file.need("rules").list().stream()
                .map(node -> {
                    Node to = node.at("to");
                    Node level = node.at("level");
                    Node note = node.at("note");
                    return new Rule(
                            node.need("when"),
                            node.need("from").date(),
                            to.isPresent() ? to.date() : null,
                            node.need("agency").text(),
                            node.need("lead").isTrue(),
                            level.isPresent() ? level.text() : null,
                            Source.of(node.need("source")),
                            !node.at("status").textOr("VERIFIED").equals("FROM_MEMORY"),
                            note.isPresent() ? Said.of(note) : null);
                })
                .toList();
        file.need("places").entries().forEach((id, node) -> places.put(id, List.of(node)));
        first = Source.of(file.need("conflict").need("first"));
        rights = new LinkedHashSet<>(file.need("rights").texts());
        products = new LinkedHashSet<>(file.need("products").texts());
        channels = new LinkedHashSet<>(file.need("channels").texts());
    }

    Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        rules.stream()
                .filter(Rule::verified)
                .forEach(rule -> sources.put(
                        "competence/" + rule.source().article() + rule.agency() + rule.from(), rule.source()));
        places.forEach((id, nodes) -> sources.put(
                "competence/places/" + id, Source.of(nodes.getFirst().need("source"))));
        sources.put("competence/conflict", first);
        return sources;
    }

    /** The words that a question's right may be. */
    public Set<String> rights() {
        return Set.copyOf(rights);
    }

    public Set<String> products() {
        return Set.copyOf(products);
    }

    public Set<String> channels() {
        return Set.copyOf(channels);
    }

    Answer answer(Question question) {
        String asked = question.product() == null ? "none" : question.product();
        boolean known = asked.equals("none") || products.contains(asked);
        boolean general =
                !known || asked.equals("goods") || asked.equals("publication") || asked.equals("software");
        String product = general ? "other" : asked;
        List<Agency> found = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        boolean led = false;
        Doubt uncertain = Doubt.NONE;
        Conflict conflict = null;
        for (Rule rule : rules) {
            if (!rule.fits(question, product) || !types.add(rule.agency())) {
                continue;
            }
            boolean lead = rule.lead() && !led;
            led |= lead;
            List<Placed> where = where(question, rule);
            if (rule.agency().equals(MARKET) && "online".equals(question.channel()) && question.seller() == null) {
                uncertain = uncertain.and(
                        "the seller's actual place of business decides and is not known", "由卖家的实际经营地决定，而经营地不清楚");
            }
            if (where.isEmpty()) {
                uncertain = uncertain.and("the region is not known", "地区不清楚");
                found.add(agency(rule, lead, null, null, List.of(rule.source())));
            }
            boolean main = true;
            for (Placed place : where) {
                List<Source> sources = new ArrayList<>(List.of(rule.source()));
                sources.addAll(place.sources());
                found.add(agency(rule, lead && main, place.region(), place.note(), sources));
                main = false;
            }
            if (where.size() > 1 && conflict == null) {
                conflict = conflict(where);
            }
            if (!rule.verified()) {
                Node agency = agencies(rule.agency());
                uncertain = uncertain.and(
                        Doubt.Kind.NOT_VERIFIED,
                        new Said(
                                agency.need("en").text() + ": not verified, the text was not available",
                                agency.need("zh").text() + "：未核对，未取得条文"));
            }
        }
        if (found.isEmpty()) {
            uncertain = uncertain.and(
                    "no rule in these data fits right, product, channel and day", "没有一条规则合于这样的权利、产品、渠道和日期");
        }
        if (!known) {
            uncertain = uncertain.and(
                    "no rule speaks of this product in particular: " + asked, "没有专门针对这种产品的规则：" + asked);
        }
        return new Answer(List.copyOf(found), conflict, uncertain);
    }

    private Node agencies(String type) {
        Node node = agencies.get(type);
        if (node == null) {
            throw new Node.Malformed("competence.yaml", "names an unknown agency " + type);
        }
        return node;
    }

    private Agency agency(
            Rule rule, boolean lead, @Nullable RegionCode region, @Nullable Said note, List<Source> sources) {
        RegionCode lifted = region;
        if (region != null && "city".equals(rule.level()) && region.level() == RegionCode.Level.COUNTY) {
            lifted = region.city();
        } else if (region != null && "province".equals(rule.level())) {
            lifted = region.province();
        }
        Said text = rule.note();
        if (note != null) {
            text = text == null ? note : text.and(note);
        }
        return new Agency(
                rule.agency(),
                agencies(rule.agency()).need("zh").text(),
                agencies(rule.agency()).need("en").text(),
                lifted == null ? null : lifted.level(),
                lifted,
                lead,
                sources,
                text);
    }

    private record Placed(
            RegionCode region,
            List<Source> sources,
            @Nullable Said note) {}

    private List<Placed> where(Question question, Rule rule) {
        RegionCode act = question.act();
        RegionCode seller = question.seller();
        RegionCode platform = question.platform();
        boolean online = "online".equals(question.channel());
        List<Placed> where = new ArrayList<>();
        if (rule.agency().equals("intellectual-property") && "patent-dispute".equals(question.right())) {
            if (seller != null) {
                where.add(new Placed(seller, place("dispute", question.on()), null));
            }
            if (act != null && !act.equals(seller)) {
                where.add(new Placed(act, place("dispute", question.on()), null));
            }
            return where;
        }
        if (rule.agency().equals(MARKET) && online && (seller != null || platform != null)) {
            if (seller != null) {
                where.add(new Placed(
                        seller,
                        place("market-online-seller", question.on()),
                        act == null || act.equals(seller)
                                ? null
                                : new Said(
                                        "the place of business decides, not " + act
                                                + ", unless the business is done there",
                                        "由经营地决定，不由" + act + "决定，除非在那里经营")));
            } else if (act != null) {
                where.add(new Placed(
                        act,
                        place("market", question.on()),
                        new Said("the seller's place of business is not known", "卖家的经营地不清楚")));
            }
            if (platform != null && !platform.equals(seller)) {
                where.add(new Placed(
                        platform,
                        place("market-online-platform", question.on()),
                        new Said("only if it found the lead or received the complaint first", "限于由它先发现线索或者收到投诉举报的")));
            }
            return where;
        }
        RegionCode region = act != null ? act : seller;
        if (region == null) {
            return where;
        }
        String rules = rule.agency().equals(MARKET) ? "market" : "general";
        where.add(new Placed(
                region,
                place(rules, question.on()),
                act == null ? new Said("the place of the act is not known", "行为地不清楚") : null));
        return where;
    }

    private List<Source> place(String id, LocalDate on) {
        for (String key : List.of(id, id + "-2018", "general", "general-2018")) {
            for (Node node : places.getOrDefault(key, List.of())) {
                Optional<LocalDate> to = node.at("to").dateIfPresent();
                boolean dated = !on.isBefore(node.need("from").date()) && (to.isEmpty() || !on.isAfter(to.get()));
                if (dated) {
                    return List.of(Source.of(node.need("source")));
                }
            }
        }
        return List.of();
    }

    private Conflict conflict(List<Placed> where) {
        RegionCode superior = where.getFirst().region();
        List<RegionCode> between = new ArrayList<>();
        for (Placed placed : where) {
            superior = superior.common(placed.region());
            between.add(placed.region());
        }
        return new Conflict(
                between,
                superior,
                new Said(
                        "the first to file acts; a dispute is negotiated, else the common superior designates",
                        "由最先立案的管辖；有争议的协商，协商不成的报请共同的上一级机关指定"),
                List.of(first));
    }
}
