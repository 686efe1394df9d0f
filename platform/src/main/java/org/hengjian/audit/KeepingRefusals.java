package org.hengjian.audit;

import org.hengjian.access.AccessRefused;
import org.hengjian.access.Viewers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who tried what they may not do stands in the log, too. */
@Component
class KeepingRefusals {

    private static final int PATH_LENGTH_MAX = 200; // an address can be made as long as one likes

    private final Audit audit;
    private final Viewers viewers;

    KeepingRefusals(Audit audit, Viewers viewers) {
        this.audit = audit;
        this.viewers = viewers;
    }

    @EventListener
    void on(AccessRefused refused) {
        if (viewers.current().isPresent()) {
            String path = refused.path();
            audit.enterAlone(Deed.of("access.refuse", "address", path.substring(0, Math.min(path.length(), PATH_LENGTH_MAX)))
                    .because(refused.deed()));
        }
    }
}
