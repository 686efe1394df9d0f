package org.hengjian.shell;

import java.util.Set;
import org.hengjian.access.Role;

/**
 * An entry of the left navigation; a room contributes its own as beans.
 *
 * @param key   message key of the label, {@code nav.leads}, in the room's messages; also marks the current page
 * @param icon  symbol of {@code /look/icons.svg} without its prefix
 * @param order place within the group; tens, so that others fit between
 * @param roles who needs it; empty for everyone
 * @param count how much waits there
 */
public record NavEntry(Group group, String key, String icon, String href, int order, Set<Role> roles, Count count) {

    /** Groups by job, in the order shown. */
    public enum Group {
        /** 我的. */
        MINE,
        /** 办案. */
        WORK,
        /** 依据. */
        BASIS,
        /** 统筹. */
        OVERALL,
        /** 管理. */
        KEEPING
    }

    /** How many wait, asked at each page: must be quick. */
    @FunctionalInterface
    public interface Count {

        Count NONE = () -> new Waiting(0, 0);

        Waiting now();
    }

    /** @param late of these how many are past their date */
    public record Waiting(long open, long late) {}

    public NavEntry {
        roles = Set.copyOf(roles);
    }

    public static NavEntry of(Group group, String key, String icon, String href, int order, Role... roles) {
        return new NavEntry(group, key, icon, href, order, Set.of(roles), Count.NONE);
    }

    boolean isFor(org.hengjian.access.Viewer viewer) {
        return roles.isEmpty() || roles.stream().anyMatch(viewer::has);
    }

    public NavEntry counting(Count count) {
        return new NavEntry(group, key, icon, href, order, roles, count);
    }
}
