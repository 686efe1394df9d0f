package org.hengjian.leads;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.agencies.Agencies;
import org.hengjian.law.Competence;
import org.hengjian.law.Law;
import org.hengjian.law.RegionCode;
import org.hengjian.screening.Right;
import org.hengjian.tables.RuleTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose a lead is (管辖). The law says which agency is competent for that right and those goods, and its sentence is
 * shown; the place is where the seller is, else where the platform has its seat, else where the lead was received.
 */
@Component
class Routing {

    /** No right is named: it is about what the goods claim to be. */
    private static final String QUALITY = "quality";

    private static final String NO_PRODUCT = "other";
    private static final String CHANNEL = "online";

    private final List<Product> products = RuleTable.of("leads/products.csv").stream()
            .map(row -> new Product(row.get("product"), Arrays.asList(row.get("words").split("\\|"))))
            .toList();
    private final Map<String, String> lines = RuleTable.of("leads/lines.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get("competent"), row -> row.get("line")));
    private final Map<String, Integer> seats = RuleTable.of("leads/platforms.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get("name"), row -> Integer.valueOf(row.get("region"))));
    private final Agencies agencies;
    private final Law law;

    Routing(Agencies agencies, Law law) {
        this.agencies = agencies;
        this.law = law;
    }

    private record Product(String code, List<String> words) {}

    record Way(Lead.Routed routed, Agencies.Agency agency) {}

    private record Question(String right, String product, @Nullable Integer seller, @Nullable Integer seat, long receiver) {}

    /** Routes many offers of one day, asking the law and the register once for each kind and place. */
    final class Pass {

        private final LocalDate day;
        private final Map<Question, Way> asked = new HashMap<>();

        private Pass(LocalDate day) {
            this.day = day;
        }

        Way route(Received offer, Lead.Claimed right) {
            return asked.computeIfAbsent(
                    new Question(
                            right.isNamed() ? right.kind() : QUALITY,
                            product(offer),
                            offer.sellerRegion(),
                            seats.get(offer.platform()),
                            offer.agency()),
                    question -> way(question, offer.region(), day));
        }
    }

    Pass on(LocalDate day) {
        return new Pass(day);
    }

    private Way way(Question question, int receiverRegion, LocalDate day) {
        String rule = question.right() + "|" + question.product();
        Lead.Basis basis = question.seller() != null
                ? Lead.Basis.SELLER
                : question.seat() != null ? Lead.Basis.PLATFORM : Lead.Basis.RECEIVER;
        int region = question.seller() != null
                ? question.seller()
                : question.seat() != null ? question.seat() : receiverRegion;
        return competent(rule, day)
                .map(agency -> lines.getOrDefault(agency.type(), ""))
                .flatMap(line -> agencies.competent(line, region, day))
                .map(agency -> new Way(new Lead.Routed(rule, basis), agency))
                // No such agency is on the register: who received it keeps it, so that it is nobody's orphan.
                .orElseGet(() -> new Way(
                        new Lead.Routed(rule, Lead.Basis.RECEIVER),
                        agencies.on(question.receiver(), day).orElseThrow()));
    }

    /** What the law says of a rule on a day: the agency that leads, with its sentence. */
    Optional<Competence.Agency> competent(String rule, LocalDate day) {
        String[] parts = rule.split("\\|", 2);
        return law
                .competence(new Competence.Question(
                        parts[0], null, parts[1], CHANNEL, null, RegionCode.NATION, null, day))
                .agencies()
                .stream()
                .filter(Competence.Agency::lead)
                .findFirst();
    }

    private String product(Received offer) {
        String words = offer.category().isEmpty() ? offer.title() : offer.category();
        return products.stream()
                .filter(product -> product.words().stream().anyMatch(words::contains))
                .map(Product::code)
                .findFirst()
                .orElse(NO_PRODUCT);
    }

    /** The right with its kind, which the first part of its reference tells: {@code trademark:90000001}, {@code ship:adidas}. */
    static Lead.Claimed claimed(Optional<Right> right) {
        return right.map(one -> new Lead.Claimed(one.id(), one.name(), one.holder(), kind(one.id())))
                .orElse(Lead.Claimed.NONE);
    }

    private static String kind(String reference) {
        int colon = reference.indexOf(':');
        String kind = colon < 0 ? "ship" : reference.substring(0, colon).replace('_', '-');
        return kind.equals("ship") ? "trademark" : kind;
    }
}
