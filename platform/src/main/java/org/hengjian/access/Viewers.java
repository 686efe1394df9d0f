package org.hengjian.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking in this thread. Nobody, unless a person signed in or the work runs {@link #as} someone. */
@Component
public class Viewers {

    private static final ThreadLocal<@Nullable Viewer> ACTING = new ThreadLocal<>();

    public Optional<Viewer> current() {
        var acting = ACTING.get();
        if (acting != null) {
            return Optional.of(acting);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.viewer())
                : Optional.empty();
    }

    /** @throws NotSignedIn if there is none */
    public Viewer require() {
        return current().orElseThrow(NotSignedIn::new);
    }

    /**
     * The viewer, who holds one of the roles.
     *
     * @param deed what is tried, for the log
     * @throws Forbidden if they hold none of them; the machine may all
     */
    public Viewer require(String deed, Role... roles) {
        var viewer = require();
        if (!viewer.isMachine() && !viewer.hasAny(roles)) {
            throw new Forbidden(deed);
        }
        return viewer;
    }

    /** Does the work on behalf of another; transactions begun inside carry that viewer's ticket. */
    public <T> T as(Viewer viewer, Supplier<T> work) {
        var before = ACTING.get();
        ACTING.set(viewer);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ACTING.remove();
            } else {
                ACTING.set(before);
            }
        }
    }

    public void as(Viewer viewer, Runnable work) {
        as(viewer, () -> {
            work.run();
            return true;
        });
    }
}
