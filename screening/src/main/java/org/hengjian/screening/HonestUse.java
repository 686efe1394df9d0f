package org.hengjian.screening;

import org.hengjian.screening.text.Units;

/** Asks of a name that is written as it is whether its use is honest (正当使用判断), and says why. */
final class HonestUse {

    /** A claim of this weight and more takes the benefit of the doubt from compatible use and comparison. */
    private static final double STRONG_CLAIM = 3.0;

    private final Evidence evidence;

    HonestUse(Evidence evidence) {
        this.evidence = evidence;
    }

    boolean explains(Reading reading, Reading.Named named, boolean match, boolean mismatch) {
        Hit hit = named.hit();
        Right right = named.right();
        String name = hit.form().written();
        boolean claims = evidence.claimWeight >= STRONG_CLAIM;
        if (right.authorises(evidence.listing.seller())) {
            String seller = evidence.listing.seller();
            evidence.clear(
                    Kind.AUTHORISED_SELLER,
                    right.id(),
                    reading,
                    hit,
                    "卖家“" + seller + "”在“" + right.name() + "”的授权名单内",
                    "the seller “" + seller + "” is on the list of “" + right.name() + "”");
            return true;
        }
        if (word(reading, named, match, mismatch, claims)) {
            evidence.clear(
                    Kind.GENERIC_WORD,
                    right.id(),
                    reading,
                    hit,
                    "“" + name + "”在此是普通词，商品不属该权利类别",
                    "“" + name + "” is an ordinary word here: the goods are not those of the right");
            return true;
        }
        if (hit.start() > 0 && reading.units.text().charAt(hit.start() - 1) == '非') {
            evidence.clear(
                    Kind.DENIAL,
                    right.id(),
                    reading,
                    hit,
                    "说明商品不是“" + name + "”",
                    "says that it is not “" + name + "”");
            return true;
        }
        if (place(reading, hit)) {
            evidence.clear(
                    Kind.GENERIC_WORD,
                    right.id(),
                    reading,
                    hit,
                    "“" + name + "”在此是地名、人名或作品名",
                    "“" + name + "” names a place, a person or a work here");
            return true;
        }
        if (compatible(reading, hit)) {
            evidence.clear(
                    Kind.COMPATIBLE_USE,
                    right.id(),
                    reading,
                    hit,
                    "说明商品适配“" + name + "”，属指示性使用",
                    "says that the goods fit “" + name + "”");
            return !claims;
        }
        if (comparison(reading, hit)) {
            evidence.clear(
                    Kind.COMPARISON,
                    right.id(),
                    reading,
                    hit,
                    "与“" + name + "”作比较，未声称是其商品",
                    "compares with “" + name + "”, does not claim to be it");
            return !claims;
        }
        return false;
    }

    /** Whether the name is an ordinary word on goods that are not the right's. */
    private static boolean word(Reading reading, Reading.Named named, boolean match, boolean mismatch, boolean claims) {
        Form form = named.hit().form();
        Right right = named.right();
        boolean ownName = form.written().equals(right.name()) || form.commonness() > 0;
        boolean word = right.generic() && ownName
                || form.commonness() > 0 && form.letters().length() <= 6
                || form.letters().length() == 2 && form.latin();
        return word && (mismatch && !(claims && right.generic()) || right.generic() && ownName && !match && !claims || place(reading, named.hit()));
    }

    static String folded(String text) {
        Units units = Units.of(text);
        return new String(units.folded(), 0, units.size());
    }

    private static boolean place(Reading reading, Hit hit) {
        String text = reading.units.text();
        char after = hit.end() < text.length() ? text.charAt(hit.end()) : ' ';
        if (hit.form().han() > 0
                && "村镇乡县市路街岛湖山".indexOf(after) >= 0
                && hit.form().letters().length() <= 3) {
            return hit.form().commonness() > 0 || "村镇乡县".indexOf(after) >= 0;
        }
        for (Cues.At at : reading.cues) {
            if (at.cue().sort() == Cues.Sort.MEDIA && at.start() >= hit.end() && at.start() - hit.end() <= 3) {
                return true;
            }
        }
        return false;
    }

    static boolean compatible(Reading reading, Hit hit) {
        for (Cues.At at : reading.cues) {
            Cues.Sort sort = at.cue().sort();
            boolean latin = at.cue().word().charAt(0) < 0x80;
            if (sort == Cues.Sort.COMPATIBLE_BEFORE
                    && at.end() <= hit.start()
                    && hit.start() - at.end() <= (latin ? at.cue().word().equals("for") ? 12 : 24 : 30)) {
                return true;
            }
            if (sort == Cues.Sort.COMPATIBLE_AFTER
                    && at.start() >= hit.end()
                    && at.start() - hit.end() <= (latin ? 30 : 24)
                    && !at.isLacking(reading.units.text())) {
                return true;
            }
            if (sort == Cues.Sort.SERVICE && at.start() >= hit.end() && at.start() - hit.end() <= 10) {
                return true;
            }
        }
        return false;
    }

    private static boolean comparison(Reading reading, Hit hit) {
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
}
