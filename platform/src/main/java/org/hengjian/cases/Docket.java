package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Exclusion;

/**
 * What every case file carries in each state (案卷): whose it is, what it is about, who handles it, and its papers.
 *
 * @param version counts the steps; whoever acts on an older one is told so
 */
public record Docket(
        long id,
        int version,
        long agency,
        String proposalNumber,
        Matter matter,
        Party party,
        List<Officer> officers,
        List<Entry> entries) {

    public Docket {
        officers = List.copyOf(officers);
        entries = List.copyOf(entries);
    }

    /**
     * What it is about.
     *
     * @param title 案件名称
     * @param cause 案由
     * @param act   what the party is said to have done
     * @param foundOn day on which the lead was found or the material received: the term for filing runs from here
     */
    public record Matter(
            String title,
            String cause,
            String act,
            String place,
            Span span,
            String rightName,
            Source source,
            String sourceNumber,
            LocalDate foundOn) {}

    /** When the act was done. */
    public record Span(LocalDate from, Optional<LocalDate> to) {}

    /** Where the case comes from (案件来源). */
    public enum Source {
        /** 线索. */
        LEAD,
        /** 投诉举报. */
        REPORT,
        /** 监督检查. */
        INSPECTION,
        /** 其他部门移送. */
        TRANSFER,
        /** 上级交办. */
        SUPERIOR
    }

    boolean isHandledBy(long person) {
        return officers.stream().anyMatch(officer -> officer.id() == person);
    }

    /** Whether that person handles the case or did so before a change: such a one neither reviews nor decides in it. */
    boolean hasHandled(long person) {
        return isHandledBy(person)
                || all(Paper.OfficersChanged.class).stream()
                        .flatMap(entry -> ((Paper.OfficersChanged) entry.paper()).before().stream())
                        .anyMatch(officer -> officer.id() == person);
    }

    /** Whether that person reviewed, presided or decided in the case. */
    boolean isJudgedBy(long person) {
        return entries.stream()
                .filter(entry -> entry.by().person() == person)
                .anyMatch(entry -> switch (entry.paper()) {
                    case Paper.Review _, Paper.HearingHeld _, Paper.Heard _, Paper.Notice _, Paper.Decided _ -> true;
                    default -> false;
                });
    }

    /** Whether the case was found grave or complicated after its last review: it then needs a legal review (art. 50). */
    boolean awaitsLegalReview() {
        int reviewed = last(Paper.Review.class).map(Entry::n).orElse(0);
        return last(Paper.GraveMarked.class).filter(entry -> entry.n() > reviewed).isPresent();
    }

    /** Whether the case is investigated anew since its last decision, which so imposes nothing any more. */
    boolean isTakenBack() {
        int decided = last(Paper.Decided.class).map(Entry::n).orElse(0);
        return decided > 0
                && since(Paper.Decided.class, Paper.Reopened.class).stream()
                        .anyMatch(reopened -> reopened.kind() == Paper.Reopening.INVESTIGATION);
    }

    /** The newest paper of a type. */
    public <T extends Paper> Optional<Entry> last(Class<T> type) {
        // A loop, since a step asks this some hundred times.
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (type.isInstance(entries.get(i).paper())) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** The content of the newest paper of a type. */
    public <T extends Paper> Optional<T> paper(Class<T> type) {
        return last(type).map(entry -> type.cast(entry.paper()));
    }

    /** @throws IllegalStateException if there is none: the file is not in the state that it says */
    <T extends Paper> T need(Class<T> type) {
        return paper(type).orElseThrow(() -> new IllegalStateException(
                "case file " + id + " lacks its paper " + type.getSimpleName()));
    }

    /** The papers of a type put on file after the newest one of {@code begin}; all of them when there is none. */
    <T extends Paper> List<T> since(Class<? extends Paper> begin, Class<T> type) {
        int from = last(begin).map(Entry::n).orElse(0);
        return entries.stream()
                .filter(entry -> entry.n() > from && type.isInstance(entry.paper()))
                .map(entry -> type.cast(entry.paper()))
                .toList();
    }

    /** The day on which the case was taken up anew, if its investigation was (重新调查处理). */
    Optional<Entry> reinvestigation() {
        return last(Paper.Reopened.class)
                .filter(entry -> ((Paper.Reopened) entry.paper()).kind() == Paper.Reopening.INVESTIGATION);
    }

    <T extends Paper> List<Entry> all(Class<T> type) {
        return entries.stream()
                .filter(entry -> type.isInstance(entry.paper()))
                .toList();
    }

    /** The suspension that has not ended, if the case stands still (中止). */
    public Optional<Entry> suspension() {
        int resumed = last(Paper.Resumed.class).map(Entry::n).orElse(0);
        return last(Paper.Suspended.class).filter(entry -> entry.n() > resumed);
    }

    /** The request for instalments or more time to pay that waits for the head. */
    public Optional<Entry> instalments() {
        int answered = entries.stream()
                .filter(entry -> entry.paper() instanceof Paper.InstalmentsGranted
                        || entry.paper() instanceof Paper.InstalmentsRefused)
                .mapToInt(Entry::n)
                .max()
                .orElse(0);
        return last(Paper.InstalmentsAsked.class).filter(entry -> entry.n() > answered);
    }

    /** The proposal to end the investigation (终止调查) that waits for the head. */
    public Optional<Entry> termination() {
        int answered = entries.stream()
                .filter(entry -> entry.paper() instanceof Paper.TerminationRefused || entry.paper() instanceof Paper.Terminated)
                .mapToInt(Entry::n)
                .max()
                .orElse(0);
        return last(Paper.TerminationProposed.class).filter(entry -> entry.n() > answered);
    }

    /** The spans in which it stood still, those that have ended. */
    List<Exclusion> suspensions() {
        var spans = new ArrayList<Exclusion>();
        for (var suspended : all(Paper.Suspended.class)) {
            all(Paper.Resumed.class).stream()
                    .filter(resumed -> resumed.n() > suspended.n())
                    .findFirst()
                    .ifPresent(resumed -> spans.add(new Exclusion(
                            suspended.by().on(), resumed.by().on(), Exclusion.Reason.SUSPENSION, true)));
        }
        return spans;
    }

    Docket with(Paper paper, Signature by) {
        var more = new ArrayList<>(entries);
        more.add(new Entry(entries.size() + 1, paper, by));
        return new Docket(id, version, agency, proposalNumber, matter, party, handlingAfter(paper), more);
    }

    /** The same as it was added to the files, where its officers stand in the order of their ids. */
    Docket added(long id) {
        return new Docket(
                id, version, agency, proposalNumber, matter, party,
                officers.stream().sorted(java.util.Comparator.comparing(Officer::id)).toList(), entries);
    }

    /** The same after it was saved. */
    Docket saved() {
        return new Docket(id, version + 1, agency, proposalNumber, matter, party, officers, entries);
    }

    private List<Officer> handlingAfter(Paper paper) {
        return switch (paper) {
            case Paper.OfficersChanged changed -> changed.officers();
            case Paper.RecusalDecided decided when !decided.officers().isEmpty() -> decided.officers();
            default -> officers;
        };
    }
}
