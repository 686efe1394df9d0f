package org.hengjian.leads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.law.Competence;
import org.hengjian.parties.Shop;
import org.hengjian.screening.Contribution;
import org.hengjian.shell.Light;
import org.hengjian.statutes.Computed;
import org.jspecify.annotations.Nullable;

/**
 * A lead as its pages show it; each part is ready, templates only arrange.
 *
 * @param clocked    the term of verification with its days and its sentence
 * @param shop       the seller as the room of parties knows it
 * @param broughtBy  other offices that brought in what hangs here, for the agency whose lead it is
 * @param sourceSeen whether the viewer may see the listing that it came from: it is the receiving agency's
 */
record LeadView(
        Lead lead,
        Explained explained,
        Optional<Light> light,
        Computed clocked,
        Optional<Competence.Agency> competent,
        String agencyName,
        String sellerPlace,
        Optional<Shop> shop,
        boolean sourceSeen,
        List<LeadRow> others,
        List<LeadRow> duplicates,
        List<LeadRow> merged,
        List<WorkTable.Verification> verifications,
        List<WorkTable.PhotoRow> photos,
        List<WorkTable.Extension> extensions,
        List<WorkTable.Transfer> transfers,
        List<Event> history,
        List<Agencies.Agency> broughtBy,
        List<People.Person> officers,
        List<Grounds.Ground> grounds,
        Map<String, String> refused,
        boolean own) {

    /** What screening said, laid out: used for leads and for texts that someone tries. */
    record Explained(
            List<Highlight.Run> title,
            List<Highlight.Run> description,
            List<Read> paths,
            List<Part> parts,
            double start,
            double total,
            List<Counterfactuals.Change> changes) {}

    /** How one place was read. */
    record Read(String zh, String en, List<Highlight.Step> steps) {}

    /** A term of the score. @param bar 0 to 100, of the largest term */
    record Part(Contribution term, long bar, boolean against) {}

    /** A line of the history. @param arguments of the message {@code leads.deed.…} */
    record Event(String at, String person, boolean machine, String key, List<String> arguments, String reason) {}

    /** Whether the verb's button can be pressed. */
    public boolean can(String verb) {
        return own && !refused.containsKey(verb);
    }

    /** The one thing to do next, as the name of a verb; empty when nothing is. */
    public String primary() {
        if (!own) {
            return "";
        }
        return switch (lead.stage()) {
            case Stage.Received _, Stage.Screened _, Stage.Transferred _, Stage.Assigned _ -> "START";
            case Stage.Verifying _ -> "RECORD";
            case Stage.Verified _ -> "FILE";
            case Stage.Dismissed _ -> "";
            case Stage.Merged _ -> "SPLIT";
            case Stage.Filed _, Stage.Cleared _ -> "";
        };
    }
}
