package org.hengjian.leads;

import java.util.List;
import java.util.Optional;
import org.hengjian.shell.Light;

/** A lead as a line of a list. */
record LeadRow(Lead lead, List<Highlight.Run> title, Optional<Light> light, String place) {

    public long bar() {
        return Math.round(lead.score() * 100);
    }
}
