package org.hengjian.leads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.springframework.stereotype.Component;

/**
 * The snapshot that offers are screened with now: what the product ships and the register of rights. Swapped as a
 * whole, so that a chunk is screened with one snapshot from its first listing to its last.
 */
@Component
public class CurrentScreening {

    private volatile Snapshot current = new Snapshot(Screening.shipped(), 0);
    private final Map<String, Right> register = new LinkedHashMap<>();

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

    /** Rights of the register that are new or changed. */
    public synchronized void know(List<Right> rights) {
        if (!rights.isEmpty()) {
            rights.forEach(right -> register.put(right.id(), right));
            current = new Snapshot(current.screening().with(rights), current.number() + 1);
        }
    }

    /** Rights that have ended. */
    public synchronized void forget(List<String> ids) {
        Screening left = current.screening();
        for (String id : new ArrayList<>(ids)) {
            register.remove(id);
            left = left.without(id);
        }
        current = new Snapshot(left, current.number() + 1);
    }
}
