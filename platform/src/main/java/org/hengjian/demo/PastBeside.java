package org.hengjian.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.agencies.Agencies;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Letters;
import org.hengjian.cases.Office;
import org.hengjian.cases.Opinions;
import org.hengjian.cases.Outcome;
import org.hengjian.cases.Paper;
import org.hengjian.cases.Step;
import org.hengjian.cases.Testing;
import org.hengjian.cases.Venues;
import org.hengjian.tables.RuleTable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What happened beside the main line of past cases, as {@code seed/demo/beside.csv} tells it: opinions, orders and letters,
 * a question of jurisdiction that waits for the other agency. Taken through the same doors as a user's, on the days told.
 */
@Component
@Profile("demo")
class PastBeside {

    private static final String OFFICER = "shen.zhiyao";
    private static final String HEAD = "jiang.lin";

    private final List<CSVRecord> steps = RuleTable.of("seed/demo/beside.csv");
    private final Cases cases;
    private final Opinions opinions;
    private final Letters letters;
    private final Venues venues;
    private final Agencies agencies;
    private final Clock clock;
    private final Retelling past;

    PastBeside(
            Cases cases, Opinions opinions, Letters letters, Venues venues, Agencies agencies, Clock clock, Retelling past) {
        this.cases = cases;
        this.opinions = opinions;
        this.letters = letters;
        this.venues = venues;
        this.agencies = agencies;
        this.clock = clock;
        this.past = past;
    }

    private enum Beat {
        OPINION(OFFICER),
        TELL(OFFICER),
        ORDER(HEAD),
        SERVE(OFFICER),
        CHECK(OFFICER),
        ASSIST(OFFICER),
        DISPUTE(OFFICER),
        CONSULT(OFFICER);

        private final String by;

        Beat(String by) {
            this.by = by;
        }
    }

    /** What is told of the case. @param begin the day on which the demonstration begins */
    void after(PastCase told, long id, LocalDate begin) {
        for (CSVRecord row : steps) {
            if (row.get("source").equals(told.source())) {
                past.travelTo(begin.minusDays(Integer.parseInt(row.get("days_ago"))));
                var beat = Beat.valueOf(row.get("step"));
                var outcome = past.as(beat.by, () -> take(beat, row, told, cases.find(id).orElseThrow()));
                if (outcome instanceof Outcome.Refused refused) {
                    throw new IllegalStateException("the story is not lawful: " + refused.grounds());
                }
            }
        }
    }

    private Outcome take(Beat beat, CSVRecord row, PastCase told, CaseFile file) {
        var step = new Step(file.docket().id(), file.docket().version());
        var today = LocalDate.now(clock);
        String first = row.get("first");
        String second = row.get("second");
        String third = row.get("third");
        return switch (beat) {
            case OPINION -> opinions.receive(
                    step,
                    new Opinions.Given(
                            Testing.Kind.IDENTIFICATION, 0, first, Paper.Standing.RIGHT_HOLDER, second, "是否本公司生产或者授权生产",
                            "与正品比对", third, today),
                    "");
            case TELL -> opinions.tell(
                    step,
                    file.docket().last(Paper.OpinionReceived.class).orElseThrow().n(),
                    direct(told, today));
            case ORDER -> letters.order(step, first, second, third, Optional.empty());
            case SERVE -> letters.serve(
                    step,
                    file.docket().last(Paper.CorrectionOrdered.class).orElseThrow().n(),
                    direct(told, today));
            case CHECK -> letters.check(
                    step,
                    file.docket().last(Paper.CorrectionOrdered.class).orElseThrow().n(),
                    today,
                    Paper.Corrected.DONE,
                    first);
            case ASSIST -> letters.ask(step, Paper.Assistant.MARKET, first, second, third, Optional.empty());
            case DISPUTE -> {
                var counterpart = agencies.byCode(first, today).orElseThrow();
                yield venues.dispute(step, new Office(counterpart.id(), counterpart.name()), today, Optional.empty(), second);
            }
            case CONSULT -> venues.consult(step, today, first, second, Paper.Consultation.THEIRS);
        };
    }

    private static Paper.Delivery direct(PastCase told, LocalDate on) {
        return new Paper.Delivery(Paper.Way.DIRECT, on, on, told.personal().name(), "");
    }
}
