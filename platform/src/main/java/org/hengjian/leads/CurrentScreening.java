package org.hengjian.leads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.screening.Claim;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedRights;
import org.springframework.stereotype.Component;

/**
 * The snapshot that offers are screened with now: the claims in force, and the register of rights (the shipped names until
 * the register has taken them over). Swapped as a whole, so that a chunk is screened with one
 * snapshot from its first listing to its last.
 */
@Component
public class CurrentScreening {

    private static final String SHIPPED = "ship:";
    /** Repeats a right for the border; an offer on a platform infringes the right itself, and goes to its agency. */
    private static final String RECORDAL = "customs-recordal:";

    private volatile Snapshot current = new Snapshot(Screening.shipped(), 0);

    /** @param number counts the swaps since the start */
    record Snapshot(Screening screening, long number) {

        /** What is written beside each verdict: how many rights and claims it knew. */
        String name() {
            return screening.rights().size() + "/" + screening.claims().size() + "/" + number;
        }
    }

    Snapshot now() {
        return current;
    }

    public Screening screening() {
        return current.screening();
    }

    /**
     * The whole register, and the claims that count today. Once the register holds the shipped names it speaks for
     * them, those that ended included. Registrations of one name by one holder are one right here: whom the holder
     * authorised is not a stranger in the next class.
     */
    synchronized void read(List<Right> register, List<Claim> claims) {
        Map<String, Right> rights = new LinkedHashMap<>();
        if (register.stream().noneMatch(right -> right.id().startsWith(SHIPPED))) {
            ShippedRights.all().forEach(right -> rights.put(right.id(), right));
        }
        register.stream()
                .filter(right -> !right.id().startsWith(RECORDAL))
                .collect(Collectors.groupingBy(
                        right -> right.holder().isEmpty() ? right.id() : right.holder() + '\n' + right.name(),
                        LinkedHashMap::new,
                        Collectors.reducing(CurrentScreening::joined)))
                .values()
                .forEach(right -> right.ifPresent(one -> rights.put(one.id(), one)));
        swap(Screening.of(rights.values(), claims));
    }

    private static Right joined(Right one, Right other) {
        return new Right(
                one.id(),
                one.name(),
                all(one.latin(), other.latin()),
                all(one.aliases(), other.aliases()),
                all(one.nicknames(), other.nicknames()),
                all(one.models(), other.models()),
                // Classes unknown exclude nothing, and so does the union with them.
                one.classes().isEmpty() || other.classes().isEmpty()
                        ? Set.of()
                        : Stream.concat(one.classes().stream(), other.classes().stream()).collect(Collectors.toSet()),
                one.holder(),
                all(one.authorised(), other.authorised()),
                one.category(),
                one.generic() || other.generic(),
                Stream.concat(one.prices().stream(), other.prices().stream()).distinct().toList(),
                one.source());
    }

    private static List<String> all(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private void swap(Screening next) {
        current = new Snapshot(next, current.number() + 1);
    }
}
