package org.hengjian.screening;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Adds up the evidence on an offer (结论): which right, which kind, what score, and on which side of the thresholds. */
final class Conclusion {

    private static final double GRAVE = 3.0;
    private static final double CLAIM_STANDING_ALONE = 2.5;
    private static final double SEVERAL = 2.8;
    /** A claim with no name beside it, and not strong enough without one. */
    private static final double NAMELESS = 0.4;

    /** Several such claims: whose the goods are is left out on purpose. */
    private static final double NAMELESS_AMONG_SEVERAL = 0.75;

    /** On goods that are sold for their brand, a strong claim is worth a look. */
    private static final double NAMELESS_ON_GOODS = 0.85;

    /** Cosmetics, electronics, watches, bags, clothes and shoes, spirits, tobacco. */
    private static final long GOODS_OF_BRANDS =
            1L << 3 | 1L << 9 | 1L << 14 | 1L << 18 | 1L << 25 | 1L << 33 | 1L << 34;

    private static final Set<String> SPEAKS_FOR_THE_SELLER = Set.of(
            Feature.AUTHORISED_SELLER.code,
            Feature.OFFICIAL_SHOP.code,
            Feature.RESALE.code,
            Feature.FITS_THE_NAME.code,
            Feature.SELLER_DISMISSED.code);

    private final Evidence evidence;
    private final Thresholds thresholds;
    private final SellerHistory history;
    private final Circumstances circumstances;
    private double sum;
    private Kind kind = Kind.NONE;
    private double gravest;

    Conclusion(Evidence evidence, Thresholds thresholds, SellerHistory history) {
        this.evidence = evidence;
        this.thresholds = thresholds;
        this.history = history;
        circumstances = new Circumstances(evidence);
        sum = evidence.model.start();
    }

    /** @param title asked for its manner where all else says too little */
    Verdict draw(Reading title) {
        Optional<Accused> worst = worst();
        claims(worst.isPresent());
        worst.ifPresent(this::name);
        double resale = circumstances.resale(gravest);
        sum += resale;
        if (resale < 0 && gravest < GRAVE) {
            worst.ifPresent(circumstances::resaleClearing);
        }
        Standing standing = thresholds.standing(Model.score(sum));
        if (standing == Standing.CLEAR && !isExplained()) {
            standing = manner(title);
        }
        double score = Model.score(sum);
        Optional<Right> right = worst.map(one -> one.right);
        if (standing == Standing.CLEAR) {
            kind = reasonForClear();
            right = right.or(() -> kind == Kind.GENERIC_WORD ? Optional.empty() : rightSetAside());
        }
        evidence.findings.sort(Comparator.comparingInt((Finding f) -> f.field().equals("title") ? 0 : 1)
                .thenComparingInt(Finding::start));
        evidence.contributions.sort(Comparator.comparingDouble(c -> -c.weight()));
        return new Verdict(standing, score, right, kind, evidence.findings, evidence.contributions, evidence.clearings);
    }

    private Standing manner(Reading title) {
        Optional<Finding> found = Manner.shipped().of(title, sum, thresholds);
        found.ifPresent(finding -> {
            evidence.findings.add(finding);
            evidence.contributions.add(Manner.contribution(finding.weight()));
            sum += finding.weight();
            kind = Kind.MANNER;
        });
        return found.isPresent() ? Standing.REVIEW : Standing.CLEAR;
    }

    /** Whether an honest reason was found, or something speaks for the seller: the manner does not outweigh that. */
    private boolean isExplained() {
        if (evidence.claimWeight > 0 && evidence.claimsSaid.isEmpty()) {
            return true; // labels are the goods here, and their trade talks so
        }
        for (Clearing clearing : evidence.clearings) {
            if (clearing.kind() != Kind.GENERIC_WORD) {
                return true;
            }
        }
        for (Contribution part : evidence.contributions) {
            if (SPEAKS_FOR_THE_SELLER.contains(part.feature())) {
                return true;
            }
        }
        return false;
    }

    /** Beside a claim of imitation an openly written name is likelier meant than a doubtful altered one. */
    private Optional<Accused> worst() {
        double openly = evidence.claimWeight >= CLAIM_STANDING_ALONE ? 3.0 : 0;
        return evidence.accused.values().stream()
                .max(Comparator.comparing((Accused one) -> one.named)
                        .thenComparingDouble(one -> one.evasion + (one.plain ? openly : 0))
                        .thenComparing(one -> !one.nickname || one.plain)
                        .thenComparing(one -> one.match)
                        .thenComparingInt(one -> -one.first)
                        .thenComparingInt(one -> one.length));
    }

    private void claims(boolean named) {
        if (evidence.claimWeight == 0) {
            return;
        }
        boolean imitation = evidence.claimKind == Kind.COUNTERFEIT_CLAIM;
        boolean alone =
                named || evidence.claimStandsAlone && (evidence.claimWeight >= CLAIM_STANDING_ALONE || !imitation);
        double value = (evidence.claimWeight + Math.min(2.0, (evidence.claimsTotal - evidence.claimWeight) * 0.4))
                * (alone ? 1 : nameless());
        double weight = evidence.add(imitation ? Feature.CLAIM_OF_IMITATION : Feature.OTHER_CLAIM, value);
        sum += weight;
        if (named && imitation) {
            sum += evidence.add(Feature.CLAIM_BESIDE_NAME, 1);
        }
        boolean diversion = evidence.claimKind == Kind.DIVERSION;
        if (named || !diversion) {
            kind = evidence.claimKind;
            gravest = diversion ? 0.5 : weight;
        }
    }

    /** How far a claim that wants a name counts without one: the register does not know every brand that is copied. */
    private double nameless() {
        boolean several = evidence.claimsSaid.size() > 1 && evidence.claimsTotal >= evidence.claimWeight + SEVERAL;
        boolean onGoodsOfBrands = evidence.imitationWeight >= GRAVE && (evidence.goods & GOODS_OF_BRANDS) != 0;
        return onGoodsOfBrands ? NAMELESS_ON_GOODS : several ? NAMELESS_AMONG_SEVERAL : NAMELESS;
    }

    private void name(Accused one) {
        if (one.evasion > 0) {
            for (int i = 0; i < one.evasionParts.length; i++) {
                sum += evidence.add(i, one.evasionParts[i]);
            }
            if (evidence.claimKind != Kind.COUNTERFEIT_CLAIM
                    || evidence.claimWeight < 2
                    || one.evasion > gravest + 2.5) {
                kind = one.kind;
                gravest = one.evasion;
            }
        } else if (one.nickname && !one.plain) {
            sum += evidence.add(Feature.NICKNAME_ALONE, 1)
                    + evidence.add(Feature.NICKNAME_OWN_GOODS, one.match ? 1 : 0)
                    + evidence.add(Feature.NICKNAME_AS_NAME, one.nicknameAsName ? 1 : 0);
            if (kind == Kind.NONE) {
                kind = Kind.EVASIVE_SPELLING;
            }
        }
        sum += circumstances.seller(one, gravest);
        double origin = circumstances.origin(one);
        sum += origin;
        if (origin > gravest) {
            kind = Kind.GI_MISUSE;
            gravest = origin;
        }
        sum += circumstances.price(one);
        sum += circumstances.history(history, gravest);
        if (kind == Kind.NONE && sum > 0 && found(Kind.UNAUTHORISED_USE)) {
            kind = Kind.UNAUTHORISED_USE;
        } else if ((kind == Kind.NONE || kind == Kind.DIVERSION) && found(Kind.PRICE_FAR_BELOW)) {
            kind = Kind.PRICE_FAR_BELOW;
        }
    }

    private boolean found(Kind sought) {
        for (Finding finding : evidence.findings) {
            if (finding.kind() == sought) {
                return true;
            }
        }
        return false;
    }

    private Kind reasonForClear() {
        return evidence.clearings.stream()
                .map(Clearing::kind)
                .filter(reason -> reason != Kind.DENIAL)
                .findFirst()
                .or(() -> evidence.clearings.stream().map(Clearing::kind).findFirst())
                .orElse(Kind.NONE);
    }

    private Optional<Right> rightSetAside() {
        return evidence.clearings.stream()
                .filter(clearing -> !clearing.rightId().isEmpty() && clearing.kind() != Kind.GENERIC_WORD)
                .findFirst()
                .flatMap(clearing -> evidence.screening.right(clearing.rightId()));
    }
}
