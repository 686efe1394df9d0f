package org.hengjian.adjudications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every adjudication carries in each state (案卷): whose it is, what is asked, and its papers.
 *
 * @param version counts the steps; whoever acts on an older one is told so
 */
public record Dossier(
        long id, int version, long agency, String agencyName, int region, Dispute dispute, List<Entry> entries) {

    public Dossier {
        entries = List.copyOf(entries);
    }

    /** The newest paper of a type. */
    public <T extends Paper> Optional<Entry> last(Class<T> type) {
        return entries.reversed().stream().filter(entry -> type.isInstance(entry.paper())).findFirst();
    }

    /** The content of the newest paper of a type. */
    public <T extends Paper> Optional<T> paper(Class<T> type) {
        return last(type).map(entry -> type.cast(entry.paper()));
    }

    /** @throws IllegalStateException if there is none: the adjudication is not in the state that it says */
    <T extends Paper> T need(Class<T> type) {
        return paper(type)
                .orElseThrow(() -> new IllegalStateException("adjudication " + id + " lacks " + type.getSimpleName()));
    }

    /** Who handles it now; none before acceptance. */
    public Optional<Panel> panel() {
        return paper(Paper.RecusalDecided.class).map(Paper.RecusalDecided::panel)
                .or(() -> paper(Paper.Accepted.class).map(Paper.Accepted::panel));
    }

    /** Against whom a recusal is asked and not decided. */
    Optional<Paper.RecusalAsked> recusal() {
        return last(Paper.RecusalAsked.class)
                .filter(asked -> last(Paper.RecusalDecided.class).filter(decided -> decided.n() > asked.n()).isEmpty())
                .map(entry -> (Paper.RecusalAsked) entry.paper());
    }

    /** The appraisal that is not back yet. */
    Optional<Entry> appraisal() {
        return last(Paper.AppraisalCommissioned.class)
                .filter(asked -> last(Paper.AppraisalReceived.class).filter(back -> back.n() > asked.n()).isEmpty());
    }

    /** When the newest ruling reached that side; none before. */
    Optional<Paper.Delivery> served(Party.Side side) {
        int ruled = last(Paper.Ruled.class).map(Entry::n).orElse(0);
        return entries.stream()
                .filter(entry -> entry.n() > ruled)
                .filter(entry -> entry.paper() instanceof Paper.RulingServed served && served.to() == side)
                .map(entry -> ((Paper.RulingServed) entry.paper()).delivery())
                .findFirst();
    }

    /** Whether a paper of that type came after the newest ruling. */
    boolean sinceRuling(Class<? extends Paper> type) {
        int ruled = last(Paper.Ruled.class).map(Entry::n).orElse(0);
        return last(type).filter(entry -> entry.n() > ruled).isPresent();
    }

    /** 案号: from acceptance the number of the notice, before it that of the request. */
    String name() {
        return paper(Paper.Accepted.class).map(Paper.Accepted::number)
                .orElseGet(() -> need(Paper.Request.class).number())
                .text();
    }

    Dossier with(Paper paper, Signature by) {
        var more = new ArrayList<>(entries);
        more.add(new Entry(entries.size() + 1, paper, by));
        return new Dossier(id, version, agency, agencyName, region, dispute, more);
    }
}
