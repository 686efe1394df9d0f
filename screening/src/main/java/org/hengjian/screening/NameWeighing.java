package org.hengjian.screening;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Words;

/** Weighs the names found (名称研判): whether a weak reading is meant, whether the use is honest, how much it hides. */
final class NameWeighing {

    private static final double SUPPORTING_CLAIM = 2.5;
    private static final int LONG_ENOUGH_TO_PART = 5;
    private static final double HIDES_NOTHING = 0.6;
    private static final int RUN_MOST = 10;
    private static final int INITIALS = 3;
    private static final String GOODS_AT_THE_END = "鞋包裤裙袜帽表";
    /** A claim of this weight asks whose goods are meant. */
    private static final double ASKS_WHOSE = 2.0;

    /** A place in the description comes after every place in the title. */
    private static final int AFTER_THE_TITLE = 100_000;

    private final Evidence evidence;
    private final HonestUse honest;

    NameWeighing(Evidence evidence) {
        this.evidence = evidence;
        honest = new HonestUse(evidence);
    }

    void weigh(Reading reading) {
        if (reading.names.isEmpty()) {
            return;
        }
        // The same objects, not equal ones: a right has many names to compare.
        Set<Right> openly = Collections.newSetFromMap(new IdentityHashMap<>(4));
        for (Reading.Named named : reading.names) {
            // A product line (小棕瓶) is not the name itself: who writes only that beside it still hides.
            if (named.hit().plain() && isItsName(named.right(), named.hit().form().written())) {
                openly.add(named.right());
            }
        }
        for (Reading.Named read : reading.names) {
            Reading.Named named = onlyParted(reading, read.hit(), read.right())
                    ? new Reading.Named(read.hit().without(Trick.SPACED), read.right(), read.classes())
                    : read;
            boolean model = named.hit().form().role() == Form.Role.MODEL;
            long goods = model ? goodsBeside(reading, named.hit()) : evidence.goods;
            boolean match = (goods & named.classes()) != 0 || !model && aModelStands(reading, named);
            boolean mismatch = named.classes() != 0 && goods != 0 && !match;
            if (model && named.hit().plain() && !tellsWhose(named, match, mismatch)
                    || named.hit().needsContext() && !supported(reading, named, match)
                    || named.hit().plain() && honest.explains(reading, named, match, mismatch)) {
                continue;
            }
            accuse(reading, named, match, mismatch, openly);
        }
    }

    /** Whether it is the name itself: initials (CK, TNF) stand beside an altered name to be found by it. */
    private static boolean isItsName(Right right, String written) {
        return written.equals(right.name())
                || right.latin().contains(written)
                        && (written.length() > INITIALS || right.latin().stream().allMatch(name -> name.length() <= INITIALS));
    }

    /** A model stands for its maker only beside a claim, on the maker's own goods or with a word that is no other's. */
    private boolean tellsWhose(Reading.Named named, boolean match, boolean mismatch) {
        Form form = named.hit().form();
        return evidence.claimWeight >= ASKS_WHOSE && (match || !mismatch && form.isDistinct());
    }

    /** A product line of the right, or its nickname in the trade, tells its goods as a word for them does. */
    private static boolean aModelStands(Reading reading, Reading.Named named) {
        for (Reading.Named other : reading.names) {
            var role = other.hit().form().role();
            if (other != named
                    && other.right() == named.right()
                    && (role == Form.Role.MODEL
                            || role == Form.Role.NICKNAME && other.hit().plain())) {
                return true;
            }
        }
        return false;
    }

    /** Classes of the goods named outside the hit: 可乐 in 可乐圈 is no drink. */
    private static long goodsBeside(Reading reading, Hit hit) {
        return Cues.goods(
                reading.units,
                reading.cues.stream()
                        .filter(at -> at.end() <= hit.start() || at.start() >= hit.end())
                        .toList());
    }

    /** A name with one space between its words (武夷山 大红袍, 晨光 文具) is how one writes it, and hides nothing. */
    private static boolean onlyParted(Reading reading, Hit hit, Right right) {
        if (hit.tricks() != Trick.SPACED.bit() || hit.form().latin()) {
            return false;
        }
        int gaps = 0;
        int place = 0;
        for (int k = hit.from() + 1; k < hit.to(); k++) {
            if (reading.units.gap(k) != 0) {
                gaps++;
                place = k;
            }
        }
        boolean words = hit.form().letters().length() >= LONG_ENOUGH_TO_PART
                || isWord(reading, place, hit.to())
                || gaps == 1 && right.aliases().contains(new String(reading.units.folded(), hit.from(), place - hit.from()));
        return gaps == 1 && place - hit.from() >= 2 && hit.to() - place >= 2 && words;
    }

    private static boolean isWord(Reading reading, int from, int to) {
        return to - from >= 2 && Words.chinese(reading.units.folded(), from, to) > 0;
    }

    private void accuse(Reading reading, Reading.Named named, boolean match, boolean mismatch, Set<Right> openly) {
        Hit hit = named.hit();
        Right right = named.right();
        Accused one = evidence.accused.computeIfAbsent(right.id(), id -> new Accused(right));
        one.plain |= hit.plain() && hit.form().role() == Form.Role.NAME;
        one.named |= hit.form().role() != Form.Role.MODEL;
        one.match |= match;
        one.nickname |= hit.form().role() == Form.Role.NICKNAME;
        one.nicknameAsName |=
                hit.form().role() == Form.Role.NICKNAME
                        && hit.plain()
                        && match
                        && (namesGoods(reading, hit) || goodsInOneRun(reading, hit, right));
        one.first = Math.min(one.first, hit.start() + (reading.field.equals("title") ? 0 : AFTER_THE_TITLE));
        one.length = Math.max(one.length, hit.form().letters().length());
        double weight = 0;
        Kind kind = Kind.NONE;
        if (!hit.plain()) {
            Evasion evasion = evasion(reading, named, match, mismatch, openly);
            weight = evasion.sum();
            kind = kind(hit);
            if (weight > one.evasion) {
                one.evasion = weight;
                one.evasionParts = evasion.values();
                one.kind = kind;
            }
        }
        String shown = Evidence.shown(reading, hit);
        String written = hit.form().written();
        evidence.findings.add(new Finding(
                kind,
                reading.field,
                hit.start(),
                hit.end(),
                shown,
                written,
                Evidence.path(hit),
                right.id(),
                Evidence.round(weight),
                hit.plain()
                        ? "写有“" + written + "”（" + right.name() + "）"
                        : "“" + shown + "”即“" + written + "”" + Evidence.ways(hit, true),
                hit.plain()
                        ? "names “" + written + "” (" + right.name() + ")"
                        : "“" + shown + "” stands for “" + written + "”" + Evidence.ways(hit, false)));
    }

    private Evasion evasion(Reading reading, Reading.Named named, boolean match, boolean mismatch, Set<Right> openly) {
        Hit hit = named.hit();
        Evasion evasion = Evasion.of(evidence.model, hit, match, mismatch);
        if ((hit.tricks() & Evasion.REPLACED) != 0 && hit.rare() == 0 && apart(reading, hit)) {
            evasion.set(Feature.STANDS_APART, 1);
        }
        if (Trick.in(hit.tricks(), Trick.ALL_INITIALS) && match && goodsInOneRun(reading, hit, named.right())) {
            evasion.set(Feature.INITIALS_AS_NAME, 1);
        }
        if (HonestUse.compatible(reading, hit)) {
            evasion.set(Feature.FITS_THE_NAME, 1);
        }
        if (openly.contains(named.right())) {
            // Who writes the name openly beside it hides nothing: variants for the search engine.
            evasion.set(Feature.ALSO_WRITTEN_OPENLY, evasion.sum() * HIDES_NOTHING);
        } else if (!openly.isEmpty()
                && (hit.tricks() & Evasion.OPAQUE) != 0
                && (!match || Trick.in(hit.tricks(), Trick.TYPO))) {
            evasion.set(Feature.OTHER_NAME_OPENLY, 1);
        }
        return evasion;
    }

    /** Whether something else in the offer says that a weak reading is the right one. */
    private boolean supported(Reading reading, Reading.Named named, boolean match) {
        Hit hit = named.hit();
        if (Trick.in(hit.tricks(), Trick.MASKED)) {
            return match && goodsInOneRun(reading, hit, named.right());
        }
        if (Trick.in(hit.tricks(), Trick.ALL_INITIALS)) {
            return match && smallBeforeHan(reading, hit) && goodsInOneRun(reading, hit, named.right());
        }
        if (Trick.in(hit.tricks(), Trick.LOOK_ALIKE) && hit.rare() == 0 && hit.form().han() == 2 && hit.form().letters().length() == 2) {
            boolean apart = new Surroundings(reading.units).standsApart(hit.from(), hit.to());
            if (hit.form().commonness() > 0 || !apart) {
                return match && goodsInOneRun(reading, hit, named.right());
            }
        }
        if (Trick.in(hit.tricks(), Trick.FUZZY_HOMOPHONE)
                && hit.rare() == 0
                && hit.form().letters().length() <= 3) {
            return match && besideGoods(reading, hit);
        }
        if (evidence.claimWeight >= SUPPORTING_CLAIM && (evidence.claimStandsAlone || match)) {
            return true;
        }
        if (hit.form().latin() && !Trick.in(hit.tricks(), Trick.ADDED_MARK) && Words.english(reading.units.folded(), hit.from(), hit.to()) > 0) {
            // An ordinary word one letter from the name: only where all goods are the right's own.
            return match
                    && Words.english(reading.units.folded(), hit.from(), hit.to()) <= 5
                    && hit.form().letters().length() >= 6
                    && hit.form().commonness() == 0
                    && only(named.classes());
        }
        if (Trick.in(hit.tricks(), Trick.TYPO) && anotherStandsOpenly(reading, named)) {
            return false;
        }
        if ((hit.tricks() & Evasion.REPLACED) != 0 && apart(reading, hit) && evidence.goods == 0) {
            return true;
        }
        return match
                || evidence.accused.containsKey(named.right().id())
                || named.right().classes().isEmpty() && hit.rare() > 0
                || reading.names.stream()
                        .anyMatch(other -> other != named
                                && other.right() == named.right()
                                && !other.hit().needsContext());
    }

    /** zdf转运珠, or at the beginning zdf 转运珠: small letters before Han; SLR and PVC stand before goods too. */
    private static boolean smallBeforeHan(Reading reading, Hit hit) {
        String written = reading.units.text().substring(hit.start(), hit.end());
        boolean touches = hit.to() < reading.units.size() && reading.units.gap(hit.to()) == 0;
        boolean leads = hit.to() < reading.units.size() && hit.from() == 0 && reading.units.gap(hit.to()) == Characters.SPACE;
        return (touches || leads)
                && Characters.isHan(reading.units.at(hit.to()))
                && written.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** Whether goods or a product line of the right come in one run of text with it: kdy蓝气球, 海夭金标生抽. */
    private static boolean goodsInOneRun(Reading reading, Hit hit, Right right) {
        if (hit.from() > 0 && reading.units.gap(hit.from()) == 0) {
            return false;
        }
        int end = hit.to();
        boolean initials = Trick.in(hit.tricks(), Trick.ALL_INITIALS);
        while (end < reading.units.size() && (reading.units.gap(end) == 0 || initials && end == hit.to()) && end - hit.to() < RUN_MOST) {
            end++;
        }
        int last = end;
        return reading.cues.stream()
                        .anyMatch(at -> at.cue().sort() == Cues.Sort.GOODS && at.from() >= hit.to() && at.to() <= last)
                || reading.names.stream().anyMatch(other -> other.right() == right
                        && other.hit().form().role() == Form.Role.MODEL
                        && other.hit().from() >= hit.to()
                        && other.hit().to() <= last);
    }

    /** 绿水鬼 is a watch, and says whose. */
    private static boolean namesGoods(Reading reading, Hit hit) {
        return GOODS_AT_THE_END.indexOf(reading.units.at(hit.to() - 1)) >= 0
                || reading.cues.stream()
                        .anyMatch(at -> at.cue().sort() == Cues.Sort.GOODS
                                && at.start() >= hit.start()
                                && at.end() <= hit.end());
    }

    private static boolean anotherStandsOpenly(Reading reading, Reading.Named named) {
        return reading.names.stream().anyMatch(other -> other.hit().plain() && other.right() != named.right());
    }

    /** Whether the hit has a border or a gap on both sides. */
    private static boolean apart(Reading reading, Hit hit) {
        boolean left = hit.from() == 0 || reading.units.gap(hit.from()) != 0;
        return left && (hit.to() == reading.units.size() || reading.units.gap(hit.to()) != 0);
    }

    /** Whether it begins after a gap, and ends before one or where a word for goods begins. */
    private static boolean besideGoods(Reading reading, Hit hit) {
        if (hit.from() > 0 && reading.units.gap(hit.from()) == 0) {
            return false;
        }
        return apart(reading, hit)
                || reading.cues.stream().anyMatch(at -> at.cue().sort() == Cues.Sort.GOODS && at.from() == hit.to());
    }

    /** Whether no goods of other classes are named. */
    private boolean only(long own) {
        return evidence.goods != 0 && (evidence.goods & ~own) == 0;
    }

    private static Kind kind(Hit hit) {
        int hiding = hit.tricks() & ~(Hit.INNOCENT | Trick.TYPO.bit() | Trick.LOOK_ALIKE.bit());
        return hiding == 0 ? Kind.LOOK_ALIKE : Kind.EVASIVE_SPELLING;
    }
}
