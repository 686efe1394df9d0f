package org.hengjian.networks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hengjian.time.PlatformTime;

/** What happened in an operation, newest first, as far as the viewer sees the rows that tell it. */
final class History {

    private History() {}

    /**
     * @param what   ending of a message key
     * @param who    did it, or whom it befell
     * @param agency id of the agency concerned, 0 where there is none to name
     * @param key    of the node concerned, empty where there is none
     */
    record Entry(Instant at, String what, String who, long agency, String words, String key) {

        public LocalDate day() {
            return LocalDate.ofInstant(at, PlatformTime.ZONE);
        }
    }

    static List<Entry> of(
            Operations.Operation operation, List<Invitation> invitations, List<Members.Member> members,
            List<OpenedNodes.Opening> openings) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(
                operation.openedOn().atStartOfDay(PlatformTime.ZONE).toInstant(), "opened", operation.openedBy(),
                operation.agency(), "", ""));
        for (Invitation one : invitations) {
            entries.add(new Entry(
                    one.invitedAt(), "invited", one.invitedBy(), one.asked(),
                    one.personName().isEmpty() ? one.purpose() : one.personName() + "：" + one.purpose(), ""));
            if (one.answeredAt() != null && one.answeredBy() != null) {
                entries.add(new Entry(
                        one.answeredAt(), one.state() == Invitation.State.ACCEPTED ? "accepted" : "declined",
                        one.answeredBy(), one.asked(), one.answer(), ""));
            }
            if (one.withdrawnAt() != null && one.withdrawnBy() != null) {
                entries.add(new Entry(one.withdrawnAt(), "withdrawn", one.withdrawnBy(), one.asked(), "", ""));
            }
        }
        for (Members.Member one : members) {
            entries.add(new Entry(one.joinedAt(), "joined", one.name(), one.agency(), "", ""));
            if (one.endedAt() != null && one.end() != null) {
                String words = one.end() == Members.End.LEFT ? one.endReason() : one.endedBy() + "：" + one.endReason();
                entries.add(new Entry(
                        one.endedAt(), one.end().name().toLowerCase(Locale.ROOT).replace('_', '-'), one.name(), one.agency(),
                        words == null ? "" : words, ""));
            }
        }
        for (OpenedNodes.Opening one : openings) {
            entries.add(new Entry(one.openedAt(), "node-opened", one.openedBy(), one.agency(), "", one.key()));
            if (one.closedAt() != null && one.closedBy() != null) {
                entries.add(new Entry(one.closedAt(), "node-closed", one.closedBy(), one.agency(), "", one.key()));
            }
        }
        if (operation.endedOn() != null) {
            // The day is known, not the hour: after all that happened on it.
            entries.add(new Entry(
                    operation.endedOn().plusDays(1).atStartOfDay(PlatformTime.ZONE).toInstant().minusMillis(1), "ended",
                    operation.openedBy(), operation.agency(), "", ""));
        }
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return entries;
    }
}
