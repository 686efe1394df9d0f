package org.hengjian.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Weighs what the words claim (声称用语研判): whether it is meant, denied, or said of something else. */
final class ClaimWeighing {

    /** Claims of this weight and more are believed in an altered spelling without further support. */
    private static final double STRONG = 3.5;

    private static final double GRADE_CODE = 3.0;
    private static final double BOLDLY_ALTERED = 0.5;
    private static final double WEAKLY_READ = 0.75;

    private static final int GAP_MOST = 6;

    /** What ends a sentence, or begins another thought ("compatible? no - exact copy"). */
    private static final Pattern BROKEN_OFF = Pattern.compile("[。；;!！?？—–\n]|\\s-\\s");

    /** Cues of denial that say no to one thing and warn against none. */
    private static final Set<String> MERE_NEGATIONS =
            Set.of("非", "不是", "并非", "绝非", "没有", "无", "不贴", "不装", "不印", "不灌", "不套", "不倒", "no", "not", "not a", "isn't", "zero");

    /** 鉴定, 防伪: beside the claim itself they are of telling it apart; farther off they are promised of the goods. */
    private static final Set<String> OF_TELLING_APART = Set.of("鉴定", "识别", "鉴别", "辨别", "防伪", "detection", "guide");

    private final Evidence evidence;

    ClaimWeighing(Evidence evidence) {
        this.evidence = evidence;
    }

    void weigh(Reading reading) {
        gradeCode(reading);
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
        Hit before = null;
        Denial denialBefore = Denial.NONE;
        for (Hit hit : reading.claims) {
            Claim claim = claim(hit);
            if (!written(claim, hit, reading.units.text()) || meantOtherwise(claim, hit, reading, senses)) {
                continue;
            }
            Denial denial = denial(reading, hit, before);
            if (denial == Denial.NONE
                    && before != null
                    && denialBefore.goesOnOver(reading.units.text().substring(before.end(), hit.start()))) {
                denial = denialBefore;
            }
            before = hit;
            denialBefore = denial;
            if (denial != Denial.NONE) {
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

    private void gradeCode(Reading reading) {
        long classes = 0;
        for (Reading.Named named : reading.names) {
            Form form = named.hit().form();
            boolean ownWord = form.role() != Form.Role.MODEL || form.isDistinct();
            classes |= named.hit().plain() && ownWord ? named.classes() : 0;
        }
        GradeCode.in(reading.units.text(), classes).ifPresent(at -> {
            count(Kind.COUNTERFEIT_CLAIM, GRADE_CODE);
            evidence.findings.add(new Finding(
                    Kind.COUNTERFEIT_CLAIM,
                    reading.field,
                    at.start(),
                    at.end(),
                    at.code(),
                    at.code(),
                    List.of(),
                    "",
                    GRADE_CODE,
                    "“" + at.code() + "”是仿品分级的代号",
                    "“" + at.code() + "” is how grades of copies are told"));
        });
    }

    private void count(Kind kind, double weight) {
        evidence.claimsTotal += weight;
        if (weight > evidence.claimWeight) {
            evidence.claimWeight = weight;
            evidence.claimKind = kind;
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
        for (String marked : claim.unless()) {
            String sense = Claim.word(marked);
            if (senses.contains(sense) && !(Claim.weaker(marked) && nameOnItsGoods(reading))) {
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

    private boolean nameOnItsGoods(Reading reading) {
        for (Reading.Named named : reading.names) {
            if (named.hit().plain() && (named.classes() & evidence.goods) != 0) {
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

    /** How far a denial reaches. */
    private enum Denial {
        NONE,
        /** 不是, 非, "not": the claim itself, and what is listed with it (高仿、A货). */
        OF_ONE,
        /** 谨防, 拒绝, "beware of": a warning goes on over a list without marks (谨防高仿 仿品 假货). */
        OF_A_LIST;

        private static final Pattern LISTED = Pattern.compile("\\s*(?:[、/&＆]|和|与|及|以及|或|或者|跟|and|or|nor)?\\s*");
        private static final Pattern WARNED = Pattern.compile("[\\s、，,/&＆]*(?:和|与|及|以及|或|或者|跟|and|or|nor)?\\s*");

        boolean goesOnOver(String between) {
            return switch (this) {
                case NONE -> false;
                case OF_ONE ->
                    between.isEmpty()
                            || !between.isBlank() && LISTED.matcher(between).matches();
                case OF_A_LIST ->
                    between.length() <= GAP_MOST && WARNED.matcher(between).matches();
            };
        }
    }

    /** @param before the claim before this one in the text: a denial on its other side is of that one */
    private static Denial denial(Reading reading, Hit hit, @Nullable Hit before) {
        String text = reading.units.text();
        if (hit.start() > 0) {
            char c = text.charAt(hit.start() - 1);
            if ("非无没".indexOf(c) >= 0) {
                return Denial.OF_ONE;
            }
            if ("拒反防勿禁灭打".indexOf(c) >= 0) {
                return Denial.OF_A_LIST;
            }
        }
        for (Cues.At at : reading.cues) {
            Cues.Sort sort = at.cue().sort();
            if (hit.form().beside().contains(at.cue().word())) {
                continue; // 过不了…鉴定: a part of the claim
            }
            if (sort == Cues.Sort.DENIAL_BEFORE
                    && at.end() <= hit.start()
                    && (before == null || before.start() < at.end())) {
                int distance = hit.start() - at.end();
                boolean near = distance <= (at.cue().word().charAt(0) < 0x80 ? 12 : 4);
                if (near
                        && !BROKEN_OFF
                                .matcher(text.substring(at.end(), hit.start()))
                                .find()) {
                    return MERE_NEGATIONS.contains(at.cue().word()) ? Denial.OF_ONE : Denial.OF_A_LIST;
                }
            }
            if (sort == Cues.Sort.DENIAL_AFTER
                    && at.start() >= hit.end()
                    && at.start() - hit.end()
                            <= (OF_TELLING_APART.contains(at.cue().word()) ? 2 : 6)
                    && !promised(text, at.start())) {
                return Denial.OF_ONE;
            }
        }
        return Denial.NONE;
    }

    /** 带防伪, 过鉴定: what is promised of the imitation does not deny it, nor does 介意勿拍, 较真勿扰, which sends off who minds. */
    private static boolean promised(String text, int at) {
        return at > 0 && "带有可能过送配包持意真".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** What stands there of a claim: of a family the words that are said. */
    private static String said(Claim claim, Hit hit, Reading reading) {
        if (claim.text().indexOf(Claim.OR) < 0) {
            return claim.text();
        }
        List<String> beside = hit.form().beside();
        int which = beside.isEmpty() ? -1 : new Surroundings(reading.units).nearest(beside, hit.form().besideBits(), hit.from(), hit.to());
        return which < 0
                ? hit.form().written()
                : hit.form().written() + Claim.GAP + claim.second().get(which);
    }

    private void keep(Claim claim, Hit hit, Reading reading) {
        String said = said(claim, hit, reading);
        double weight = claim.weight() * (hit.needsContext() && !hit.plain() ? WEAKLY_READ : 1);
        int bold = Trick.SYMBOLS.bit() | Trick.ZERO_WIDTH.bit() | Trick.SPLIT.bit();
        if (!hit.plain() && (hit.tricks() & bold) != 0) {
            weight += BOLDLY_ALTERED;
        }
        count(claim.kind(), weight);
        if (!claim.group().equals("labels-with-name")) {
            evidence.claimsSaid.add(hit.form().owner());
        }
        if (claim.group().equals("fakery-with-name")) {
            evidence.imitationWeight = Math.max(evidence.imitationWeight, weight);
        }
        evidence.claimStandsAlone |= !claim.group().endsWith("-with-name");
        evidence.findings.add(new Finding(
                claim.kind(),
                reading.field,
                hit.start(),
                hit.end(),
                Evidence.shown(reading, hit),
                said,
                Evidence.path(hit),
                "",
                Evidence.round(weight),
                claim.kind().zh() + "：“" + said + "”" + Evidence.ways(hit, true),
                claim.kind().en() + ": “" + said + "”" + Evidence.ways(hit, false)));
    }
}
