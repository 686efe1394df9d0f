package org.hengjian.evidence;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which sealed items somebody has said a purpose for, in their session and for a while. */
@Component
class Opened {

    private static final String ATTRIBUTE = "evidence-opened";
    private static final Duration WHILE = Duration.ofMinutes(30); // a film's length

    private final Clock clock;

    Opened(Clock clock) {
        this.clock = clock;
    }

    private record Until(Map<Long, Instant> moments) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;
    }

    boolean has(HttpSession session, long id) {
        return session.getAttribute(ATTRIBUTE) instanceof Until until
                && until.moments().getOrDefault(id, Instant.MIN).isAfter(Instant.now(clock));
    }

    void open(HttpSession session, long id) {
        var moments = new HashMap<Long, Instant>();
        if (session.getAttribute(ATTRIBUTE) instanceof Until until) {
            moments.putAll(until.moments());
        }
        moments.values().removeIf(moment -> moment.isBefore(Instant.now(clock)));
        moments.put(id, Instant.now(clock).plus(WHILE));
        session.setAttribute(ATTRIBUTE, new Until(moments));
    }
}
