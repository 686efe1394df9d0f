package org.hengjian.screening;

import java.util.HashSet;
import java.util.Set;

/** Weighs what the words claim (声称用语研判): whether it is meant, denied, or said of something else. */
final class ClaimWeighing {

    /** Claims of this weight and more are believed in an altered spelling without further support. */
    private static final double STRONG = 3.5;

    private static final double BOLDLY_ALTERED = 0.5;
    private static final double WEAKLY_READ = 0.75;

    private final Evidence evidence;

    ClaimWeighing(Evidence evidence) {
        this.evidence = evidence;
    }

    void weigh(Reading reading) {
        if (reading.claims.isEmpty()) {
            return;
        }
        Set<String> senses = new HashSet<>();
        for (Cues.At at : reading.cues) {
            if (at.cue().sort() == Cues.Sort.UNLESS) {
                senses.add(at.cue().word());
            }
        }
        boolean plainClaimStands = plainClaimStands(reading);
        int deniedUntil = -10;
        for (Hit hit : reading.claims) {
            Claim claim = claim(hit);
            if (!written(claim, hit, reading.units.text()) || meantOtherwise(claim, hit, reading, senses)) {
                continue;
            }
            if (hit.start() - deniedUntil <= 3 || denied(reading, hit)) {
                deniedUntil = hit.end();
                evidence.clear(
                        Kind.DENIAL,
                        "",
                        reading,
                        hit,
                        "对“" + hit.form().written() + "”是否定或警示",
                        "denies or warns against “" + hit.form().written() + "”");
                continue;
            }
            if (believed(claim, hit, !reading.names.isEmpty(), plainClaimStands)) {
                keep(claim, hit, reading);
            }
        }
    }

    private boolean plainClaimStands(Reading reading) {
        for (Hit hit : reading.claims) {
            if (hit.plain() && claim(hit).weight() >= 2) {
                return true;
            }
        }
        return false;
    }

    private Claim claim(Hit hit) {
        return evidence.screening.claims().get(hit.form().owner());
    }

    /** Ratios must be written as such: 1:1, and not a part of 1:10, 21:1 or 1:1:2. */
    private static boolean written(Claim claim, Hit hit, String text) {
        if (!isNumber(hit.form().letters())) {
            return true;
        }
        String inside = text.substring(hit.start(), hit.end());
        boolean ratio = claim.text().chars().filter(c -> !Character.isDigit(c)).allMatch(c -> inside.indexOf(c) >= 0)
                || inside.matches("\\D*\\d\\s*[:：∶︰﹕]\\s*\\d\\D*");
        char after = hit.end() < text.length() ? text.charAt(hit.end()) : ' ';
        char before = hit.start() > 0 ? text.charAt(hit.start() - 1) : ' ';
        return ratio
                && ":：∶./".indexOf(after) < 0
                && ":：∶.-/".indexOf(before) < 0
                && !Character.isDigit(before)
                && !Character.isDigit(after);
    }

    private static boolean isNumber(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) < '0' || letters.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private boolean meantOtherwise(Claim claim, Hit hit, Reading reading, Set<String> senses) {
        if (claim.text().startsWith("复刻") && reissue(reading.units.text(), hit.start())) {
            evidence.clear(Kind.GENERIC_WORD, "", reading, hit, "“复刻”在此指品牌自己的复刻款", "a reissue by the brand itself");
            return true;
        }
        for (String sense : claim.unless()) {
            if (senses.contains(sense)) {
                evidence.clear(
                        Kind.GENERIC_WORD,
                        "",
                        reading,
                        hit,
                        "“" + hit.form().written() + "”与“" + sense + "”同现，另有所指",
                        "“" + hit.form().written() + "” beside “" + sense + "” means something else");
                return true;
            }
        }
        return false;
    }

    /** 85年复刻, 2019复刻, 官方复刻: a year or the maker stands before it; other digits are a model number. */
    private static boolean reissue(String text, int at) {
        if (at > 0 && "年版方".indexOf(text.charAt(at - 1)) >= 0) {
            return true;
        }
        return at >= 4 && text.substring(at - 4, at).matches("(19|20)\\d\\d");
    }

    private static boolean believed(Claim claim, Hit hit, boolean namesStand, boolean plainClaimStands) {
        boolean replaced = (hit.tricks() & Evasion.REPLACED) != 0;
        boolean doubtful = hit.needsContext() || replaced && (claim.weight() < STRONG || hit.rare() == 0);
        if (!hit.plain() && doubtful && !namesStand) {
            return false;
        }
        return !replaced || claim.weight() >= STRONG || plainClaimStands;
    }

    private static boolean denied(Reading reading, Hit hit) {
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
            if (sort == Cues.Sort.DENIAL_AFTER
                    && at.start() >= hit.end()
                    && at.start() - hit.end() <= 6
                    && !promised(text, at.start())) {
                return true;
            }
        }
        return false;
    }

    /** 带防伪, 过鉴定: what is promised of the imitation does not deny it. */
    private static boolean promised(String text, int at) {
        return at > 0 && "带有可能过送配包".indexOf(text.charAt(at - 1)) >= 0;
    }

    private void keep(Claim claim, Hit hit, Reading reading) {
        double weight = claim.weight() * (hit.needsContext() && !hit.plain() ? WEAKLY_READ : 1);
        int bold = Trick.SYMBOLS.bit() | Trick.ZERO_WIDTH.bit() | Trick.SPLIT.bit();
        if (!hit.plain() && (hit.tricks() & bold) != 0) {
            weight += BOLDLY_ALTERED;
        }
        evidence.claimsTotal += weight;
        evidence.claimStandsAlone |= !claim.group().endsWith("-with-name");
        if (weight > evidence.claimWeight) {
            evidence.claimWeight = weight;
            evidence.claimKind = claim.kind();
        }
        evidence.findings.add(new Finding(
                claim.kind(),
                reading.field,
                hit.start(),
                hit.end(),
                Evidence.shown(reading, hit),
                claim.text(),
                Evidence.path(hit),
                "",
                Evidence.round(weight),
                claim.kind().zh() + "：“" + claim.text() + "”" + Evidence.ways(hit, true),
                claim.kind().en() + ": “" + claim.text() + "”" + Evidence.ways(hit, false)));
    }
}
