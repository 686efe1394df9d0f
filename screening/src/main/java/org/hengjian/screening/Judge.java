package org.hengjian.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;

/**
 * Weighs what was read in an offer (研判): each name is asked whether its use is honest, each claim whether it is
 * denied or means something else, and what is left adds up to the score.
 */
final class Judge {

    /** From this score on we would put our name to it. */
    static final double SUSPECT_FROM = 0.70;
    /** From this score on a person should look. */
    static final double REVIEW_FROM = 0.35;

    private static final double STRONG_CLAIM = 3.0;
    private static final double CLAIM_STANDING_ALONE = 2.5;
    private static final int REPLACED = Trick.HOMOPHONE.bit() | Trick.FUZZY_HOMOPHONE.bit() | Trick.LOOK_ALIKE.bit();

    private static final int OPAQUE = REPLACED | Trick.TYPO.bit() | Trick.PINYIN.bit() | Trick.INITIAL.bit();

    private final Screening screening;
    private final Listing listing;
    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Clearing> clearings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Accused> accused = new LinkedHashMap<>();
    private long goods;
    private double claimWeight;
    private double claimsTotal;
    private Kind claimKind = Kind.NONE;
    private int resale;
    private boolean claimStandsAlone;

    /** What speaks for one right being named, over all fields. */
    private static final class Accused {
        final Right right;
        double evasion;
        Kind kind = Kind.NONE;
        boolean plain;
        boolean nickname;
        boolean match;
        int first = Integer.MAX_VALUE;
        int length;

        Accused(Right right) {
            this.right = right;
        }
    }

    Judge(Screening screening, Listing listing) {
        this.screening = screening;
        this.listing = listing;
    }

    Verdict judge() {
        Reading title = Reading.of(screening, "title", listing.title());
        var readings = new ArrayList<Reading>(2);
        readings.add(title);
        if (!listing.description().isBlank()) {
            readings.add(Reading.of(screening, "description", listing.description()));
        }
        readings.removeIf(Reading::isEmpty);
        if (readings.isEmpty()) {
            return new Verdict(Standing.CLEAR, Model.score(Model.BIAS), Optional.empty(), Kind.NONE, List.of(),
                    List.of(), List.of());
        }
        for (Reading reading : readings) {
            goods |= Cues.goods(reading.units, reading.cues);
            resale += resaleWords(reading);
        }
        if (!listing.category().isBlank()) {
            Units category = Units.of(listing.category());
            goods |= Cues.goods(category, screening.cues().in(category));
        }
        for (Reading reading : readings) {
            weighClaims(reading);
        }
        for (Reading reading : readings) {
            weighNames(reading);
        }
        return conclude(readings);
    }

    private static int resaleWords(Reading reading) {
        int words = 0;
        int end = -1;
        for (Cues.At at : reading.cues) {
            // Of words that overlap (二手, 个人二手) one counts.
            if (at.cue().sort() == Cues.Sort.RESALE && at.start() >= end) {
                words++;
                end = at.end();
            }
        }
        return words;
    }

    // ---- claims

    private void weighClaims(Reading reading) {
        Set<String> senses = new HashSet<>();
        for (Cues.At at : reading.cues) {
            if (at.cue().sort() == Cues.Sort.UNLESS) {
                senses.add(at.cue().word());
            }
        }
        boolean namesStand = !reading.names.isEmpty();
        boolean plainClaimStands = reading.claims.stream().anyMatch(hit -> hit.plain() && claim(hit).weight() >= 2);
        int deniedUntil = -10;
        for (Hit hit : reading.claims) {
            Claim claim = claim(hit);
            if (!written(claim, hit, reading.units.text())) {
                continue;
            }
            if (claim.text().startsWith("复刻") && hit.start() > 0
                    && "0123456789年版方".indexOf(reading.units.text().charAt(hit.start() - 1)) >= 0) {
                clear(Kind.GENERIC_WORD, "", reading, hit, "“复刻”在此指品牌自己的复刻款", "a reissue by the brand itself");
                continue;
            }
            String sense = claim.unless().stream().filter(senses::contains).findFirst().orElse("");
            if (!sense.isEmpty()) {
                clear(Kind.GENERIC_WORD, "", reading, hit,
                        "“" + hit.form().written() + "”与“" + sense + "”同现，另有所指",
                        "“" + hit.form().written() + "” beside “" + sense + "” means something else");
                continue;
            }
            boolean denied = hit.start() - deniedUntil <= 3 || denied(reading, hit);
            if (denied) {
                deniedUntil = hit.end();
                clear(Kind.DENIAL, "", reading, hit,
                        "对“" + hit.form().written() + "”是否定或警示",
                        "denies or warns against “" + hit.form().written() + "”");
                continue;
            }
            boolean replaced = (hit.tricks() & REPLACED) != 0;
            if (!hit.plain() && (hit.needsContext() || replaced && (claim.weight() < 3.5 || hit.rare() == 0))
                    && !namesStand) {
                continue;
            }
            if (replaced && claim.weight() < 3.5 && !plainClaimStands) {
                continue;
            }
            double weight = claim.weight() * (hit.plain() ? 1 : hit.needsContext() ? 0.75 : 1);
            if (!hit.plain() && (hit.tricks() & (Trick.SYMBOLS.bit() | Trick.ZERO_WIDTH.bit() | Trick.SPLIT.bit())) != 0) {
                weight += 0.5;
            }
            claimsTotal += weight;
            claimStandsAlone |= !claim.group().endsWith("-with-name");
            if (weight > claimWeight) {
                claimWeight = weight;
                claimKind = claim.kind();
            }
            findings.add(new Finding(
                    claim.kind(),
                    reading.field,
                    hit.start(),
                    hit.end(),
                    reading.units.text().substring(hit.start(), hit.end()),
                    claim.text(),
                    path(hit),
                    "",
                    round(weight),
                    claim.kind().zh() + "：“" + claim.text() + "”" + ways(hit, true),
                    claim.kind().en() + ": “" + claim.text() + "”" + ways(hit, false)));
        }
    }

    private Claim claim(Hit hit) {
        return screening.claims().get(hit.form().owner());
    }

    /** Ratios must be written as such: 1:1, and not a part of 1:10, 21:1 or 1:1:2. */
    private static boolean written(Claim claim, Hit hit, String text) {
        boolean digits = hit.form().letters().chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return true;
        }
        String inside = text.substring(hit.start(), hit.end());
        boolean ratio = claim.text().chars().filter(c -> !Character.isDigit(c)).allMatch(c -> inside.indexOf(c) >= 0)
                || inside.matches("\\D*\\d\\s*[:：∶︰﹕]\\s*\\d\\D*");
        char after = hit.end() < text.length() ? text.charAt(hit.end()) : ' ';
        char before = hit.start() > 0 ? text.charAt(hit.start() - 1) : ' ';
        return ratio && ":：∶./".indexOf(after) < 0 && ":：∶.-/".indexOf(before) < 0 && !Character.isDigit(before)
                && !Character.isDigit(after);
    }

    private boolean denied(Reading reading, Hit hit) {
        String text = reading.units.text();
        if (hit.start() > 0 && "非无拒反防没勿禁灭打".indexOf(text.charAt(hit.start() - 1)) >= 0) {
            return true;
        }
        for (Cues.At at : reading.cues) {
            Cues.Sort sort = at.cue().sort();
            if (sort == Cues.Sort.DENIAL_BEFORE && at.end() <= hit.start()) {
                int distance = hit.start() - at.end();
                boolean near = distance <= (at.cue().word().charAt(0) < 0x80 ? 12 : 4);
                if (near && text.substring(at.end(), hit.start()).chars().noneMatch(c -> "。；;!！\n".indexOf(c) >= 0)) {
                    return true;
                }
            }
            if (sort == Cues.Sort.DENIAL_AFTER && at.start() >= hit.end() && at.start() - hit.end() <= 6) {
                return true;
            }
        }
        return false;
    }

    // ---- names

    private void weighNames(Reading reading) {
        Set<Right> plainly = new HashSet<>(4);
        for (Reading.Named named : reading.names) {
            if (named.hit().plain() && named.hit().form().role() == Form.Role.NAME) {
                plainly.add(named.right());
            }
        }
        for (Reading.Named named : reading.names) {
            Hit hit = named.hit();
            Right right = named.right();
            boolean match = (goods & named.classes()) != 0;
            boolean mismatch = named.classes() != 0 && goods != 0 && !match;
            if (hit.needsContext() && !supported(reading, named, match)) {
                continue;
            }
            if (hit.plain() && honest(reading, named, match, mismatch)) {
                continue;
            }
            double weight = hit.plain() ? 0 : evasion(hit, match, mismatch);
            if ((hit.tricks() & REPLACED) != 0 && hit.rare() == 0 && apart(reading, hit)) {
                weight += 0.8;
            }
            if (!hit.plain() && compatible(reading, hit)) {
                weight -= 2.0;
            }
            if (!hit.plain() && plainly.contains(right)) {
                // Who writes the name openly beside it hides nothing: variants for the search engine.
                weight *= 0.4;
            } else if (!hit.plain() && !plainly.isEmpty() && (hit.tricks() & OPAQUE) != 0 && !match) {
                weight -= 1.6;
            }
            Kind kind = hit.plain() ? Kind.NONE : kind(hit);
            Accused one = accused.computeIfAbsent(right.id(), id -> new Accused(right));
            one.plain |= hit.plain() && hit.form().role() == Form.Role.NAME;
            one.match |= match;
            one.nickname |= hit.form().role() == Form.Role.NICKNAME;
            one.first = Math.min(one.first, hit.start() + (reading.field.equals("title") ? 0 : 100_000));
            one.length = Math.max(one.length, hit.form().letters().length());
            if (weight > one.evasion) {
                one.evasion = weight;
                one.kind = kind;
            }
            String shown = reading.units.text().substring(hit.start(), hit.end());
            findings.add(new Finding(
                    hit.plain() ? Kind.NONE : kind,
                    reading.field,
                    hit.start(),
                    hit.end(),
                    shown,
                    hit.form().written(),
                    path(hit),
                    right.id(),
                    round(weight),
                    hit.plain()
                            ? "写有“" + hit.form().written() + "”（" + right.name() + "）"
                            : "“" + shown + "”即“" + hit.form().written() + "”" + ways(hit, true),
                    hit.plain()
                            ? "names “" + hit.form().written() + "” (" + right.name() + ")"
                            : "“" + shown + "” stands for “" + hit.form().written() + "”" + ways(hit, false)));
        }
    }

    /** Whether something else in the offer says that a weak reading is the right one. */
    private boolean supported(Reading reading, Reading.Named named, boolean match) {
        Hit hit = named.hit();
        boolean claims = claimWeight >= 2.5 && (claimStandsAlone || match);
        boolean initials = (hit.tricks() & Trick.ALL_INITIALS.bit()) != 0;
        if (claims) {
            return true;
        }
        if (hit.form().latin() && Words.english(reading.units.folded(), hit.from(), hit.to()) > 0) {
            // An ordinary word one letter from the name: only where all goods are the right's own.
            return match && Words.english(reading.units.folded(), hit.from(), hit.to()) <= 5
                    && hit.form().letters().length() >= 6 && hit.form().commonness() == 0 && only(named.classes());
        }
        boolean typo = Trick.in(hit.tricks(), Trick.TYPO);
        if (initials
                || typo && reading.names.stream().anyMatch(other -> other.hit().plain()
                        && other.right() != named.right())) {
            return false;
        }
        if (Trick.in(hit.tricks(), Trick.FUZZY_HOMOPHONE) && hit.rare() == 0 && hit.form().letters().length() <= 3) {
            return false;
        }
        if ((hit.tricks() & REPLACED) != 0 && apart(reading, hit) && goods == 0) {
            return true;
        }
        return match
                || accused.containsKey(named.right().id())
                || named.right().classes().isEmpty() && hit.rare() > 0
                || reading.names.stream().anyMatch(other -> other != named
                        && other.right() == named.right()
                        && !other.hit().needsContext());
    }

    /** Whether the hit has a border or a gap on both sides. */
    private static boolean apart(Reading reading, Hit hit) {
        boolean left = hit.from() == 0 || reading.units.gap(hit.from()) != 0;
        return left && (hit.to() == reading.units.size() || reading.units.gap(hit.to()) != 0);
    }

    /** Whether no goods of other classes are named. */
    private boolean only(long own) {
        return goods != 0 && (goods & ~own) == 0;
    }

    private boolean honest(Reading reading, Reading.Named named, boolean match, boolean mismatch) {
        Hit hit = named.hit();
        Right right = named.right();
        boolean claims = claimWeight >= STRONG_CLAIM;
        if (authorised(right)) {
            clear(Kind.AUTHORISED_SELLER, right.id(), reading, hit,
                    "卖家“" + listing.seller() + "”在“" + right.name() + "”的授权名单内",
                    "the seller “" + listing.seller() + "” is on the list of “" + right.name() + "”");
            return true;
        }
        boolean ownName = hit.form().written().equals(right.name()) || hit.form().commonness() > 0;
        boolean word = right.generic() && ownName
                || hit.form().commonness() > 0 && hit.form().letters().length() <= 6
                || hit.form().letters().length() == 2 && hit.form().latin();
        if (word && (mismatch || right.generic() && ownName && !match && !claims || place(reading, hit))) {
            clear(Kind.GENERIC_WORD, right.id(), reading, hit,
                    "“" + hit.form().written() + "”在此是普通词，商品不属该权利类别",
                    "“" + hit.form().written() + "” is an ordinary word here: the goods are not those of the right");
            return true;
        }
        if (hit.start() > 0 && reading.units.text().charAt(hit.start() - 1) == '非') {
            clear(Kind.DENIAL, right.id(), reading, hit,
                    "说明商品不是“" + hit.form().written() + "”", "says that it is not “" + hit.form().written() + "”");
            return true;
        }
        if (place(reading, hit)) {
            clear(Kind.GENERIC_WORD, right.id(), reading, hit,
                    "“" + hit.form().written() + "”在此是地名、人名或作品名",
                    "“" + hit.form().written() + "” names a place, a person or a work here");
            return true;
        }
        if (compatible(reading, hit)) {
            clear(Kind.COMPATIBLE_USE, right.id(), reading, hit,
                    "说明商品适配“" + hit.form().written() + "”，属指示性使用",
                    "says that the goods fit “" + hit.form().written() + "”");
            return !claims;
        }
        if (comparison(reading, hit)) {
            clear(Kind.COMPARISON, right.id(), reading, hit,
                    "与“" + hit.form().written() + "”作比较，未声称是其商品",
                    "compares with “" + hit.form().written() + "”, does not claim to be it");
            return !claims;
        }
        return false;
    }

    private boolean authorised(Right right) {
        if (listing.seller().isBlank()) {
            return false;
        }
        String seller = folded(listing.seller());
        return right.authorised().stream().map(Judge::folded).anyMatch(name -> !name.isEmpty()
                && (seller.equals(name) || name.length() >= 4 && seller.contains(name)));
    }

    static String folded(String text) {
        Units units = Units.of(text);
        return new String(units.folded(), 0, units.size());
    }

    private boolean place(Reading reading, Hit hit) {
        String text = reading.units.text();
        char after = hit.end() < text.length() ? text.charAt(hit.end()) : ' ';
        if (hit.form().han() > 0 && "村镇乡县市路街岛湖山".indexOf(after) >= 0 && hit.form().letters().length() <= 3) {
            return hit.form().commonness() > 0 || "村镇乡县".indexOf(after) >= 0;
        }
        return reading.cues.stream().anyMatch(at -> at.cue().sort() == Cues.Sort.MEDIA
                && at.start() >= hit.end()
                && at.start() - hit.end() <= 3);
    }

    private boolean compatible(Reading reading, Hit hit) {
        for (Cues.At at : reading.cues) {
            Cues.Sort sort = at.cue().sort();
            boolean latin = at.cue().word().charAt(0) < 0x80;
            if (sort == Cues.Sort.COMPATIBLE_BEFORE && at.end() <= hit.start()
                    && hit.start() - at.end() <= (latin ? at.cue().word().equals("for") ? 12 : 24 : 30)) {
                return true;
            }
            if (sort == Cues.Sort.COMPATIBLE_AFTER && at.start() >= hit.end()
                    && at.start() - hit.end() <= (latin ? 30 : 24)) {
                return true;
            }
            if (sort == Cues.Sort.SERVICE && at.start() >= hit.end() && at.start() - hit.end() <= 10) {
                return true;
            }
        }
        return false;
    }

    private boolean comparison(Reading reading, Hit hit) {
        String text = reading.units.text();
        if (hit.end() < text.length() && text.charAt(hit.end()) == '风') {
            return true;
        }
        for (Cues.At at : reading.cues) {
            if (at.cue().sort() == Cues.Sort.COMPARISON
                    && (Math.abs(at.end() - hit.start()) <= 6 || Math.abs(at.start() - hit.end()) <= 6)) {
                return true;
            }
        }
        return false;
    }

    private static double evasion(Hit hit, boolean match, boolean mismatch) {
        double highest = 0;
        double rest = 0;
        for (Trick trick : Trick.of(hit.tricks())) {
            if (trick.weight > highest) {
                rest += highest;
                highest = trick.weight;
            } else {
                rest += trick.weight;
            }
        }
        if (Trick.in(hit.tricks(), Trick.REORDERED) && hit.form().letters().length() >= 4) {
            highest += hit.form().latin() ? -2.0 : 1.9;
        }
        double weight = highest + Math.min(1.2, rest * 0.3);
        boolean opaque = highest < 3.4;
        if (opaque) {
            int kept = hit.form().letters().length() - hit.changes();
            weight += Math.min(1.2, hit.rare() * 0.9);
            weight += hit.form().latin() ? 0 : kept >= 3 ? 1.2 : kept == 2 ? 0.8 : 0;
            weight += match ? 1.2 : mismatch ? -1.0 : 0;
            weight += Trick.in(hit.tricks(), Trick.PINYIN) && hit.form().letters().length() >= 3 ? 1.2 : 0;
            weight += Trick.in(hit.tricks(), Trick.TYPO) && hit.form().letters().length() >= 7 ? 0.6 : 0;
            weight -= hit.needsContext() && !(Trick.in(hit.tricks(), Trick.TYPO) && hit.form().letters().length() == 6)
                    ? 0.9
                    : 0;
            weight -= hit.form().role() == Form.Role.NICKNAME ? 1.0 : 0;
        } else {
            weight += match ? 0.6 : mismatch && hit.form().letters().length() <= 3 ? -0.8 : 0;
            weight -= hit.needsContext() ? 0.8 : 0;
        }
        return Math.max(0, weight);
    }

    private static Kind kind(Hit hit) {
        int hiding = hit.tricks() & ~(Hit.INNOCENT | Trick.TYPO.bit() | Trick.LOOK_ALIKE.bit());
        return hiding == 0 ? Kind.LOOK_ALIKE : Kind.EVASIVE_SPELLING;
    }

    // ---- conclusion

    private Verdict conclude(List<Reading> readings) {
        double sum = Model.BIAS;
        Optional<Accused> worst = accused.values().stream()
                .max(Comparator.comparingDouble((Accused one) -> one.evasion)
                        .thenComparing(one -> !one.nickname || one.plain)
                        .thenComparingInt(one -> one.length)
                        .thenComparingInt(one -> -one.first));
        boolean named = worst.isPresent();
        Kind kind = Kind.NONE;
        double gravest = 0;
        if (claimWeight > 0) {
            boolean alone = named
                    || claimStandsAlone && (claimWeight >= CLAIM_STANDING_ALONE || claimKind != Kind.COUNTERFEIT_CLAIM);
            double weight = (claimWeight + Math.min(2.0, (claimsTotal - claimWeight) * 0.4)) * (alone ? 1 : 0.4);
            sum += add("claims", weight, "声称用语", "what the words claim");
            if (named && claimKind == Kind.COUNTERFEIT_CLAIM) {
                sum += add("claim-beside-name", 1.0, "声称用语与权利名称同现", "a claim beside a protected name");
            }
            if (named || claimKind != Kind.DIVERSION) {
                kind = claimKind;
                gravest = claimKind == Kind.DIVERSION ? 0.5 : weight;
            }
        }
        if (named) {
            Accused one = worst.get();
            if (one.evasion > 0) {
                sum += add("evasion", one.evasion, "规避或近似写法", "evasive or look-alike spelling");
                if (claimKind != Kind.COUNTERFEIT_CLAIM || claimWeight < 2 || one.evasion > gravest + 2.5) {
                    kind = one.kind;
                    gravest = one.evasion;
                }
            } else if (one.nickname && !one.plain) {
                sum += add("nickname-alone", one.match ? 2.6 : 1.2, "只写行业俗称", "only the trade nickname");
                if (kind == Kind.NONE) {
                    kind = Kind.EVASIVE_SPELLING;
                }
            }
            sum += seller(readings, one, gravest);
            sum += price(one);
            if (kind == Kind.NONE && sum > 0 && findings.stream().anyMatch(f -> f.kind() == Kind.UNAUTHORISED_USE)) {
                kind = Kind.UNAUTHORISED_USE;
            } else if ((kind == Kind.NONE || kind == Kind.DIVERSION)
                    && findings.stream().anyMatch(f -> f.kind() == Kind.PRICE_FAR_BELOW)) {
                kind = Kind.PRICE_FAR_BELOW;
            }
        }
        if (resale > 0) {
            double weight = -Math.min(1.8, resale * 0.7) * (gravest >= 4 ? 0.4 : 1);
            sum += add("resale", weight, "二手或正品转售用语", "words of resale");
            if (named && gravest < STRONG_CLAIM) {
                resaleClearing(readings, worst.get());
            }
        }
        double score = Model.score(sum);
        Standing standing = score >= SUSPECT_FROM ? Standing.SUSPECT
                : score >= REVIEW_FROM ? Standing.REVIEW
                : Standing.CLEAR;
        Optional<Right> right = worst.map(one -> one.right);
        if (standing == Standing.CLEAR) {
            kind = clearings.stream()
                    .map(Clearing::kind)
                    .filter(k -> k != Kind.DENIAL)
                    .findFirst()
                    .or(() -> clearings.stream().map(Clearing::kind).findFirst())
                    .orElse(Kind.NONE);
            if (right.isEmpty() && kind != Kind.GENERIC_WORD) {
                right = clearings.stream()
                        .filter(c -> !c.rightId().isEmpty() && c.kind() != Kind.GENERIC_WORD)
                        .findFirst()
                        .flatMap(c -> screening.right(c.rightId()));
            }
        }
        findings.sort(Comparator.comparingInt((Finding f) -> f.field().equals("title") ? 0 : 1)
                .thenComparingInt(Finding::start));
        contributions.sort(Comparator.comparingDouble(c -> -c.weight()));
        return new Verdict(standing, score, right, kind, findings, contributions, clearings);
    }

    private void resaleClearing(List<Reading> readings, Accused one) {
        for (Reading reading : readings) {
            for (Cues.At at : reading.cues) {
                if (at.cue().sort() == Cues.Sort.RESALE) {
                    clearings.add(new Clearing(Kind.GENUINE_RESALE, one.right.id(), reading.field, at.start(),
                            at.end(), reading.units.text().substring(at.start(), at.end()),
                            "转售自用正品的表述", "words of somebody selling on genuine goods"));
                    return;
                }
            }
        }
    }

    private double seller(List<Reading> readings, Accused one, double gravest) {
        if (authorised(one.right)) {
            return add("authorised-seller", -3.0, "卖家已获授权", "an authorised seller");
        }
        for (Reading reading : readings) {
            for (Cues.At at : reading.cues) {
                if (at.cue().sort() != Cues.Sort.OFFICIAL) {
                    continue;
                }
                if (!one.right.authorised().isEmpty()) {
                    boolean known = !listing.seller().isBlank();
                    double weight = known ? 4.2 : 1.5;
                    findings.add(new Finding(Kind.UNAUTHORISED_USE, reading.field, at.start(), at.end(),
                            reading.units.text().substring(at.start(), at.end()), at.cue().word(), List.of(),
                            one.right.id(), weight,
                            known ? "自称官方或授权，但卖家不在授权名单内" : "自称官方或授权，卖家不明",
                            known ? "calls itself official, but is not on the list"
                                    : "calls itself official; the seller is unknown"));
                    return add("unauthorised", weight, "自称官方或授权而不在名单内", "claims to be official and is not listed");
                }
                if (gravest < STRONG_CLAIM && !listing.seller().isBlank() && folded(listing.seller()).contains(folded(one.right.name()))) {
                    return add("official-shop", -1.0, "店名含权利名称的旗舰店", "a shop named after the right");
                }
            }
        }
        return 0;
    }

    private double price(Accused one) {
        if (listing.priceFen() <= 0 || !(listing.currency().isBlank() || listing.currency().equalsIgnoreCase("CNY"))) {
            return 0;
        }
        for (PriceBand band : one.right.prices()) {
            boolean applies = band.niceClass() == 0 || (goods & 1L << band.niceClass()) != 0;
            if (applies && listing.priceFen() < band.lowFen()) {
                double share = listing.priceFen() / (double) band.lowFen();
                double weight = share < 0.34 ? 3.2 : share < 0.67 ? 2.5 : 1.2;
                String price = String.format(java.util.Locale.ROOT, "%.2f", listing.priceFen() / 100.0);
                String low = String.format(java.util.Locale.ROOT, "%.2f", band.lowFen() / 100.0);
                findings.add(new Finding(Kind.PRICE_FAR_BELOW, "price", 0, 0, "", low, List.of(), one.right.id(),
                        weight, "售价 " + price + " 元，低于参考下限 " + low + " 元",
                        "priced at CNY " + price + ", under the reference of CNY " + low));
                return add("price", weight, "价格远低于参考价", "price far below the reference");
            }
        }
        return 0;
    }

    private double add(String feature, double weight, String zh, String en) {
        contributions.add(new Contribution(feature, round(weight), zh, en));
        return weight;
    }

    private void clear(Kind kind, String rightId, Reading reading, Hit hit, String zh, String en) {
        clearings.add(new Clearing(kind, rightId, reading.field, hit.start(), hit.end(),
                reading.units.text().substring(hit.start(), hit.end()), zh, en));
    }

    private static List<String> path(Hit hit) {
        var path = new ArrayList<String>();
        for (Trick trick : Trick.of(hit.tricks())) {
            path.add(trick.code);
        }
        if (hit.form().role() == Form.Role.NICKNAME) {
            path.add(Trick.NICKNAME.code);
        }
        return path;
    }

    private static String ways(Hit hit, boolean chinese) {
        var ways = new StringBuilder();
        for (Trick trick : Trick.of(hit.tricks())) {
            ways.append(ways.isEmpty() ? chinese ? "：" : ": " : chinese ? "、" : ", ")
                    .append(chinese ? trick.zh : trick.en);
        }
        return ways.toString();
    }

    private static double round(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }
}
