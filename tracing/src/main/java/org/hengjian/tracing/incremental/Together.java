package org.hengjian.tracing.incremental;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What hangs together with a record, and what holds it or parts it.
 *
 * @param members the record and those that ties and people's words join to it, one after the other
 * @param links ties between them; one may lead further, where not all were looked at
 * @param said decisions about one of them
 */
public record Together(Set<String> members, Collection<Link> links, Collection<Said> said) {

    /** A tie without its reasons. */
    public record Link(String source, String target, float weight) {}

    /** A decision without who made it and why. */
    public record Said(String source, String target, boolean same) {}

    /** Step by step from the record on, by the other questions of a shelf, until so many are found. */
    static Together of(String start, int most, Shelf shelf) {
        Set<String> members = new TreeSet<>(Set.of(start));
        var links = new ArrayList<Link>();
        var said = new ArrayList<Said>();
        Set<String> edge = Set.of(start);
        while (!edge.isEmpty() && members.size() < most) {
            Set<String> next = new TreeSet<>();
            for (Tie tie : shelf.ties(edge)) {
                links.add(new Link(tie.source(), tie.target(), tie.weight()));
                next.add(tie.source());
                next.add(tie.target());
            }
            Set<String> joined = new TreeSet<>();
            for (Decision decision : shelf.decisions(edge)) {
                said.add(new Said(decision.source(), decision.target(), decision.same()));
                if (decision.same()) {
                    joined.add(decision.source());
                    joined.add(decision.target());
                }
            }
            next.addAll(shelf.present(joined));
            next.removeAll(members);
            members.addAll(next);
            edge = next;
        }
        return new Together(members, links, said);
    }
}
