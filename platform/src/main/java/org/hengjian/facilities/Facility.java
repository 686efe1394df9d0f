package org.hengjian.facilities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.tracing.UnifiedSocialCreditCode;

/**
 * A unit on the list (名录单位) as one version of it stands.
 *
 * @param version from one; a change is a new version
 * @param reason  why it was changed; empty for the first
 */
public record Facility(long id, int version, Facts facts, String reason, Instant at, String person) {

    /**
     * What the list says of it.
     *
     * @param methods what it can destroy, and how
     * @param until   last day on which it may be used
     */
    public record Facts(
            String name,
            UnifiedSocialCreditCode code,
            int region,
            String address,
            List<Method> methods,
            LocalDate from,
            LocalDate until,
            String note) {

        public Facts {
            methods = List.copyOf(methods);
            if (methods.isEmpty() || until.isBefore(from)) {
                throw new IllegalArgumentException("a facility can do something, for some time");
            }
        }
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(facts.from()) && !day.isAfter(facts.until());
    }

    public boolean can(Method method) {
        return facts.methods().stream().anyMatch(one -> one.code().equals(method.code()));
    }
}
