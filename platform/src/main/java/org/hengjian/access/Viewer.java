package org.hengjian.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The person on whose behalf the work is done, and for which agency: agency × region × role.
 *
 * @param person     id of the person, 0 for the machine
 * @param agency     id of the agency, 0 for the machine
 * @param line       the agency's line (系统), for example {@code market}
 * @param region     GB/T 2260 code of the agency's region
 */
public record Viewer(
        long person,
        String name,
        long agency,
        String agencyName,
        String line,
        int region,
        Scope scope,
        Set<Role> roles)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int COUNTRY = 100_000;

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** The server's own work: deliveries, deadlines, seals. */
    public static Viewer machine() {
        return new Viewer(0, "衡鉴", 0, "衡鉴", "-", COUNTRY, Scope.MACHINE, Set.of());
    }

    public boolean isMachine() {
        return scope == Scope.MACHINE;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    public RegionSpan span() {
        return RegionSpan.of(region);
    }

    /** What the database is told; the form is that of {@code access.claims()}. */
    String claims() {
        return String.join(
                "|",
                Long.toString(person),
                Long.toString(agency),
                line,
                Integer.toString(span().from()),
                Integer.toString(span().to()),
                scope.name(),
                new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(",")));
    }
}
