package org.hengjian.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.cases.Officer;

/**
 * What every referral carries in each state (移送案卷): whose it is, what it is about, the team, and its papers.
 *
 * @param version counts the steps; whoever acts on an older one is told so
 * @param report  number of the written report to the head (移送报告)
 * @param team    专案组, two officers or more
 */
public record Dossier(
        long id,
        int version,
        Office agency,
        int region,
        String report,
        Matter matter,
        List<Officer> team,
        List<Entry> entries) {

    public Dossier {
        team = List.copyOf(team);
        entries = List.copyOf(entries);
    }

    /**
     * What it is about, as the case said when it was proposed: whoever receives it does not see the case itself.
     *
     * @param party of a firm in full, of a person masked
     */
    public record Matter(
            long caseId,
            String caseNumber,
            String title,
            String cause,
            String act,
            String place,
            String party,
            String partyCode,
            String partyAddress) {}

    boolean isOfTheTeam(long person) {
        return team.stream().anyMatch(officer -> officer.id() == person);
    }

    /** The police office that has it now; none before sending. */
    public Optional<Office> police() {
        return last(Paper.Sent.class)
                .map(sent -> last(Paper.Forwarded.class)
                        .map(entry -> ((Paper.Forwarded) entry.paper()).to())
                        .orElse(((Paper.Sent) sent.paper()).police()));
    }

    /** The procuratorate that was sent a copy; none before sending. */
    public Optional<Office> procuratorate() {
        return paper(Paper.Sent.class).map(Paper.Sent::procuratorate);
    }

    /** The court that it was brought before; none before that. */
    public Optional<Office> court() {
        return paper(Paper.Prosecuted.class).map(Paper.Prosecuted::court);
    }

    /** 移送书文号; none before sending. */
    public Optional<String> letter() {
        return paper(Paper.Sent.class).map(sent -> sent.number().text());
    }

    /** The receipt of the office that has it now (接受案件). */
    Optional<Entry> receipt() {
        int forwarded = last(Paper.Forwarded.class).map(Entry::n).orElse(0);
        return last(Paper.Received.class).filter(entry -> entry.n() > forwarded);
    }

    /** The newest paper of a type. */
    public <T extends Paper> Optional<Entry> last(Class<T> type) {
        return entries.reversed().stream()
                .filter(entry -> type.isInstance(entry.paper()))
                .findFirst();
    }

    /** The content of the newest paper of a type. */
    public <T extends Paper> Optional<T> paper(Class<T> type) {
        return last(type).map(entry -> type.cast(entry.paper()));
    }

    /** @throws IllegalStateException if there is none: the referral is not in the state that it says */
    <T extends Paper> T need(Class<T> type) {
        return paper(type).orElseThrow(() -> new IllegalStateException(
                "referral " + id + " lacks its paper " + type.getSimpleName()));
    }

    Dossier with(Paper paper, Signature by) {
        var more = new ArrayList<>(entries);
        more.add(new Entry(entries.size() + 1, paper, by));
        return new Dossier(id, version, agency, region, report, matter, team, more);
    }
}
