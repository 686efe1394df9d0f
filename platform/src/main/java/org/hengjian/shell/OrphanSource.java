package org.hengjian.shell;

import java.util.List;

/** A room that holds open things contributes a bean of this; see {@code GET /api/ops/orphans}. */
public interface OrphanSource {

    /** @param missing what it lacks: {@code responsible}, {@code next-step} or {@code date} */
    record Orphan(String kind, String number, String missing) {}

    List<Orphan> orphans();
}
