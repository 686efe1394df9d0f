package org.hengjian.shell;

import java.util.Map;

/** A room says how much it holds; {@code GET /api/demo/manifest} prints it. */
public interface HoldingSource {

    /** Counts by name, {@code leads.verifying}. Asked as the machine. */
    Map<String, Long> holdings();
}
