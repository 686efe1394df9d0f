package org.hengjian.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Screens offers (初筛) against rights and claims. An immutable snapshot: safe for any number of threads, swapped as a
 * whole; {@link #with} returns a new one and leaves this one as it was.
 *
 * <pre>{@code
 * var screening = Screening.shipped().with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25));
 * Verdict verdict = screening.screen(Listing.of("1", "恒溪 1:1 复刻"));
 * }</pre>
 */
public final class Screening {

    /** More small segments than this are joined: each costs one more pass over a text. */
    private static final int SEGMENTS_MAX = 4;

    private final Map<String, Right> rights;
    private final List<Segment> segments;
    private final List<Claim> claims;
    private final Cues cues;
    private final boolean amended;

    private Screening(
            Map<String, Right> rights, List<Segment> segments, List<Claim> claims, Cues cues, boolean amended) {
        this.rights = rights;
        this.segments = segments;
        this.claims = claims;
        this.cues = cues;
        this.amended = amended;
    }

    /** @throws IllegalArgumentException if two rights have the same id */
    public static Screening of(Collection<Right> rights, Collection<Claim> claims) {
        var byId = new LinkedHashMap<String, Right>();
        for (Right right : rights) {
            if (byId.put(right.id(), right) != null) {
                throw new IllegalArgumentException("two rights with the id " + right.id());
            }
        }
        var list = List.copyOf(claims);
        return new Screening(
                byId, List.of(Segment.of(List.copyOf(byId.values()), list)), list, new Cues(list), false);
    }

    /** The names and claims that the product ships. */
    public static Screening shipped() {
        return of(ShippedRights.all(), ShippedClaims.all());
    }

    /** This snapshot and one right more; a right of the same id is replaced. */
    public Screening with(Right right) {
        return with(List.of(right));
    }

    /** This snapshot and more rights; those of the same id are replaced. Costs as much as is added, not as is there. */
    public Screening with(Collection<Right> more) {
        var added = new LinkedHashMap<String, Right>();
        more.forEach(right -> added.put(right.id(), right));
        var byId = new LinkedHashMap<>(rights);
        byId.putAll(added);
        var joined = new ArrayList<>(segments);
        joined.add(Segment.of(List.copyOf(added.values()), List.of()));
        boolean replaces = amended || added.keySet().stream().anyMatch(rights::containsKey);
        if (joined.size() > SEGMENTS_MAX) {
            int small = joined.stream().skip(1).mapToInt(segment -> segment.rights().size()).sum();
            boolean all = small * 4L > byId.size();
            var again = new LinkedHashMap<String, Right>();
            for (Segment segment : all ? joined : joined.subList(1, joined.size())) {
                segment.rights().forEach(right -> {
                    if (byId.get(right.id()) == right) {
                        again.put(right.id(), right);
                    }
                });
            }
            Segment whole = Segment.of(List.copyOf(again.values()), all ? claims : List.of());
            return new Screening(
                    byId, all ? List.of(whole) : List.of(joined.get(0), whole), claims, cues, replaces);
        }
        return new Screening(byId, List.copyOf(joined), claims, cues, replaces);
    }

    /** This snapshot without one right. */
    public Screening without(String rightId) {
        var byId = new LinkedHashMap<>(rights);
        byId.remove(rightId);
        return new Screening(byId, segments, claims, cues, true);
    }

    public Collection<Right> rights() {
        return Collections.unmodifiableCollection(rights.values());
    }

    public List<Claim> claims() {
        return claims;
    }

    public Optional<Right> right(String id) {
        return Optional.ofNullable(rights.get(id));
    }

    /** Never throws for any text; takes time linear in its length. */
    public Verdict screen(Listing listing) {
        return screen(listing, Thresholds.STANDARD, SellerHistory.UNKNOWN);
    }

    /** The same with the thresholds of a campaign, and what is known of the seller's earlier offers. */
    public Verdict screen(Listing listing, Thresholds thresholds, SellerHistory history) {
        return Judge.judge(this, listing, thresholds, history);
    }

    List<Segment> segments() {
        return segments;
    }

    Cues cues() {
        return cues;
    }

    /** Whether the right still is this one: not removed, not replaced by a newer of the same id. */
    boolean holds(Right right) {
        return !amended || rights.get(right.id()) == right;
    }
}
