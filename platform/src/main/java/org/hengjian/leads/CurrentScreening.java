package org.hengjian.leads;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.springframework.stereotype.Component;

/**
 * The snapshot that offers are screened with now: the claims that the product ships, and the register of rights (the
 * shipped names until the register has taken them over). Swapped as a whole, so that a chunk is screened with one
 * snapshot from its first listing to its last.
 */
@Component
public class CurrentScreening {

    private static final String SHIPPED = "ship:";

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

    /** The whole register. Once it holds the shipped names it speaks for them, those that ended included. */
    synchronized void read(List<Right> register) {
        Screening shipped = Screening.shipped();
        Map<String, Right> rights = new LinkedHashMap<>();
        if (register.stream().noneMatch(right -> right.id().startsWith(SHIPPED))) {
            shipped.rights().forEach(right -> rights.put(right.id(), right));
        }
        register.forEach(right -> rights.put(right.id(), right));
        swap(Screening.of(rights.values(), shipped.claims()));
    }

    /** One right as it stands now; empty when it has ended. */
    synchronized void change(String id, Optional<Right> right) {
        swap(right.map(one -> current.screening().with((Collection<Right>) List.of(one)))
                .orElseGet(() -> current.screening().without(id)));
    }

    private void swap(Screening next) {
        current = new Snapshot(next, current.number() + 1);
    }
}
