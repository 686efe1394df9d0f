package org.hengjian.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Units;

/** One field of an offer, read: the names, claims and cues that stand in it (字段解读). */
final class Reading {

    /** A name found, the right whose it is, and its classes as bits. */
    record Named(Hit hit, Right right, long classes) {}

    private static final int FINDINGS_MAX = 60;

    /** Pictures from here on; before lie ★ and ♥, which are ornaments as often. */
    private static final char COLOURED_FROM = '\u2700';
    private static final int OPAQUE = Trick.HOMOPHONE.bit()
            | Trick.FUZZY_HOMOPHONE.bit()
            | Trick.LOOK_ALIKE.bit()
            | Trick.INITIAL.bit()
            | Trick.REORDERED.bit()
            | Trick.TYPO.bit()
            | Trick.SPLIT.bit()
            | Trick.ALL_INITIALS.bit()
            | Trick.PINYIN.bit()
            | Trick.LETTER_SHAPES.bit();

    final String field;
    final Units units;
    final List<Named> names;
    final List<Hit> claims;
    final List<Cues.At> cues;

    private Reading(String field, Units units, List<Named> names, List<Hit> claims, List<Cues.At> cues) {
        this.field = field;
        this.units = units;
        this.names = names;
        this.claims = claims;
        this.cues = cues;
    }

    static Reading of(Screening screening, String field, String text) {
        Units plain = Units.of(text);
        return of(screening, field, plain.hasPictures() ? pictured(screening, plain) : plain);
    }

    /** The text with pictures for characters if a name is told by some of both (爱🐎仕), otherwise as it is. */
    private static Units pictured(Screening screening, Units plain) {
        Units pictured = plain.withPictures();
        var around = new Surroundings(pictured);
        for (Segment segment : screening.segments()) {
            for (Hit hit : Scan.of(segment.index(), pictured, around)) {
                if (isToldByPictures(hit, pictured)) {
                    return pictured;
                }
            }
        }
        return plain;
    }

    private static boolean isToldByPictures(Hit hit, Units units) {
        int pictures = 0;
        boolean drawn = true; // by pictures in colour, which are no ornament as ★ is
        for (int k = hit.from(); k < hit.to(); k++) {
            boolean picture = (units.how(k) & Characters.PICTURE) != 0;
            pictures += picture ? 1 : 0;
            drawn &= !picture || units.text().charAt(units.start(k)) >= COLOURED_FROM && (k == 0 || units.gap(k) == 0);
        }
        Form form = hit.form();
        return (form.role() == Form.Role.NAME || form.role() == Form.Role.NICKNAME)
                && pictures > 0
                && pictures < hit.to() - hit.from()
                && hit.changes() == 0
                && !Trick.in(hit.tricks(), Trick.TYPO)
                && (!hit.needsContext() || drawn && (form.role() == Form.Role.NICKNAME || form.commonness() > 0));
    }

    private static Reading of(Screening screening, String field, Units units) {
        var around = new Surroundings(units);
        List<Named> found = List.of();
        List<Hit> claims = List.of();
        for (Segment segment : screening.segments()) {
            for (Hit hit : hits(segment.index(), units, around)) {
                if (hit.form().role() == Form.Role.CLAIM) {
                    claims = claims.isEmpty() ? new ArrayList<>() : claims;
                    claims.add(hit);
                    continue;
                }
                int owner = hit.form().owner();
                if (screening.holds(segment.rights().get(owner))) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(new Named(hit, segment.rights().get(owner), segment.classes()[owner]));
                }
            }
        }
        if (found.isEmpty() && claims.isEmpty()) {
            return new Reading(field, units, List.of(), List.of(), List.of());
        }
        List<Cues.At> cues = screening.cues().in(units, around);
        List<Hit> kept = apart(claims, cues, units);
        List<Named> names = names(found, kept, cues, units);
        kept.removeIf(claim -> !claim.plain() && isWritten(names, claim));
        return new Reading(field, units, names, kept, cues);
    }

    /** Where characters are parted by what is drawn as nothing, the text is read once more as one sees it. */
    private static List<Hit> hits(Index index, Units units, Surroundings around) {
        List<Hit> hits = Scan.of(index, units, around);
        if (!units.invisibleInside()) {
            return hits;
        }
        Units seen = units.asSeen();
        var all = new ArrayList<>(hits);
        for (Hit hit : Scan.of(index, seen, new Surroundings(seen))) {
            if (parted(units, hit) && all.stream().noneMatch(other -> other.isSameReading(hit))) {
                all.add(hit.with(Trick.ZERO_WIDTH));
            }
        }
        return all;
    }

    private static boolean parted(Units units, Hit hit) {
        for (int k = hit.from() + 1; k < hit.to(); k++) {
            if (units.gap(k) == Characters.ZERO_WIDTH) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return names.isEmpty() && claims.isEmpty();
    }

    /** Claims that do not overlap, the better reading first chosen, in order of the text. */
    private static List<Hit> apart(List<Hit> claims, List<Cues.At> cues, Units units) {
        var sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparingInt((Hit hit) -> -hit.quality(units)).thenComparingInt(Hit::start));
        var kept = new ArrayList<Hit>();
        for (Hit hit : sorted) {
            boolean free = kept.size() < FINDINGS_MAX && !overlapsOne(kept, hit);
            if (free && (hit.plain() || !coveredByCue(hit, cues, units))) {
                kept.add(hit);
            }
        }
        kept.sort(Comparator.comparingInt(Hit::start));
        return kept;
    }

    private static List<Named> names(List<Named> found, List<Hit> claims, List<Cues.At> cues, Units units) {
        var sorted = new ArrayList<>(found);
        // Of two rights with one name, the one added later is the user's own.
        Collections.reverse(sorted);
        if (sorted.size() > 1) {
            sorted.sort(Comparator.comparingInt((Named named) -> -named.hit().quality(units)));
        }
        var kept = new ArrayList<Named>();
        for (Named named : sorted) {
            Hit hit = named.hit();
            if (kept.size() >= FINDINGS_MAX || isTaken(kept, named)) {
                continue;
            }
            if (!hit.plain()
                    && (coveredByCue(hit, cues, units) || acrossAName(hit, found, units) || isClaimed(claims, hit))) {
                continue;
            }
            kept.add(named);
        }
        kept.sort(Comparator.comparingInt(named -> named.hit().start()));
        return kept;
    }

    private static boolean overlapsOne(List<Hit> kept, Hit hit) {
        for (Hit other : kept) {
            if (other.overlaps(hit)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a better reading has the place. Another right's name that is written there as openly or as hidden has its own
     * finding: a right that is added takes none from those that were there.
     */
    private static boolean isTaken(List<Named> kept, Named named) {
        Hit hit = named.hit();
        for (Named other : kept) {
            boolean stands = other.right() != named.right()
                    && other.hit().start() <= hit.start()
                    && other.hit().end() >= hit.end()
                    && (hit.tricks() & ~Hit.INNOCENT & ~other.hit().tricks()) == 0
                    || hit.form().role() == Form.Role.MODEL && other.hit().isWithin(hit);
            if (other.hit().overlaps(hit) && !stands) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClaimed(List<Hit> claims, Hit hit) {
        for (Hit claim : claims) {
            if (claim.changes() == 0 && claim.overlaps(hit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWritten(List<Named> names, Hit claim) {
        for (Named name : names) {
            if (name.hit().plain() && name.hit().overlaps(claim)) {
                return true;
            }
        }
        return false;
    }

    /** A spelling that needs explaining gives way to a name written as it is, unless that is but a part of the word. */
    private static boolean acrossAName(Hit hit, List<Named> found, Units units) {
        for (Named named : found) {
            Hit plain = named.hit();
            if (plain.plain()
                    && plain.overlaps(hit)
                    && !(plain.start() >= hit.start() && plain.end() <= hit.end() && hit.isWholeWord(units))
                    && (hit.tricks() & OPAQUE) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A spelling that needs explaining gives way to an ordinary word in the same place. */
    private static boolean coveredByCue(Hit hit, List<Cues.At> cues, Units units) {
        if ((hit.tricks() & OPAQUE) == 0) {
            return false;
        }
        for (Cues.At cue : cues) {
            if (cue.start() < hit.end()
                    && hit.start() < cue.end()
                    && cue.to() - cue.from() >= 2
                    && hit.changes(units, cue.from(), cue.to())) {
                return true;
            }
        }
        return false;
    }
}
