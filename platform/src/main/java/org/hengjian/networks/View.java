package org.hengjian.networks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a network is to be shown; all of it stands in the address, so that it can be sent to a colleague.
 *
 * @param steps  how far from the start
 * @param kinds  kinds of things shown; empty for all
 * @param from   ties from that day on
 * @param to     ties up to that day
 * @param region GB/T 2260 code; things known to be elsewhere are left out. 0 for everywhere
 * @param open   keys of nodes at which everything is shown
 */
public record View(
        int steps, Set<Node.Kind> kinds, Optional<LocalDate> from, Optional<LocalDate> to, int region, Set<String> open) {

    static final int STEPS = 3;
    static final int STEPS_MOST = 6;

    /** Addresses are of bounded length. */
    private static final int OPEN_MOST = 20;

    public static final View PLAIN = new View(STEPS, Set.of(), Optional.empty(), Optional.empty(), 0, Set.of());

    public View {
        steps = Math.clamp(steps, 1, STEPS_MOST);
        kinds = Set.copyOf(kinds);
        open = Set.copyOf(open.stream().sorted().limit(OPEN_MOST).toList());
    }

    static View of(
            int steps, Collection<Node.Kind> kinds, Optional<LocalDate> from, Optional<LocalDate> to, int region,
            Collection<String> open) {
        return new View(steps, Set.copyOf(kinds), from, to, region, new TreeSet<>(open));
    }

    /** What is of no known region is left out by none. */
    boolean shows(Node node) {
        Integer place = node.place();
        return (kinds.isEmpty() || kinds.contains(node.kind()))
                && (region == 0 || place == null || place >= region && place <= lastOfRegion());
    }

    int lastOfRegion() {
        return region % 10_000 == 0 ? region + 9_999 : region % 100 == 0 ? region + 99 : region;
    }

    Set<Node.Kind> shown() {
        return kinds.isEmpty() ? EnumSet.allOf(Node.Kind.class) : EnumSet.copyOf(kinds);
    }

    /** The same with everything at one more node. */
    public View opening(String key) {
        var more = new ArrayList<>(open);
        more.add(key);
        return new View(steps, kinds, from, to, region, new TreeSet<>(more));
    }

    /** The same of one region. */
    public View within(int code) {
        return new View(steps, kinds, from, to, code, open);
    }

    /** Behind the path of an address; empty for the plain view. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        if (steps != STEPS) {
            query.queryParam("steps", steps);
        }
        kinds.stream().sorted().forEach(kind -> query.queryParam("kind", kind.name()));
        from.ifPresent(day -> query.queryParam("from", day));
        to.ifPresent(day -> query.queryParam("to", day));
        if (region != 0) {
            query.queryParam("region", region);
        }
        open.stream().sorted().forEach(key -> query.queryParam("open", key));
        return query.build().toUriString();
    }

    /** Whether anything is left out. */
    public boolean filters() {
        return !kinds.isEmpty() || from.isPresent() || to.isPresent() || region != 0;
    }

    List<String> kindNames() {
        return shown().stream().map(Enum::name).toList();
    }
}
