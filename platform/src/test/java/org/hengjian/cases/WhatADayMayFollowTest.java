package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hengjian.cases.CaseFiles.DAY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day that people enter: that of what it follows is taken, the day before it is refused and never moved. */
class WhatADayMayFollowTest {

    private static final Procedure PROCEDURE = new Procedure(new Clocks(Law.load()));
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监催〔2026〕1号");

    @ParameterizedTest
    @CsvSource({
        // step, where the case stands, what an earlier day is refused with
        "SERVE_NOTICE, NOTICE_ISSUED, SERVED_BEFORE",
        "DEFENCE, INFORMED, DEFENCE_BEFORE",
        "DEFENCE, HEARD, DEFENCE_BEFORE",
        "ASK_HEARING, INFORMED, HEARING_ASKED_BEFORE",
        "SERVE_HEARING, HEARING_ASKED, SERVED_BEFORE",
        "WITHDRAW_HEARING, HEARING_ASKED, HEARING_WITHDRAWN_BEFORE",
        "DISCUSS, INFORMED, DISCUSSED_BEFORE",
        "SERVE, DECIDED, SERVED_BEFORE",
        "PAY, SERVED, PAID_BEFORE",
        "PAY, EXECUTING, PAID_BEFORE",
        "MARK_REMEDY, SERVED, REMEDY_BEFORE",
        "ASK_INSTALMENTS, SERVED, INSTALMENTS_BEFORE",
        "SERVE_DEMAND, demanded, SERVED_BEFORE",
        "RECORD_RULING, applied, RULED_BEFORE",
        "TELL_REPORTER, FILED, TOLD_BEFORE",
        "TELL_REPORTER, REFUSED, TOLD_BEFORE",
        "ASK_RECUSAL, FILED, RECUSAL_BEFORE",
        "TAKE_MEASURE, INVESTIGATING, MEASURE_BEFORE",
        "DISPUTE_VENUE, INVESTIGATING, DISPUTED_BEFORE",
        "CONSULT_VENUE, disputed, CONSULTED_BEFORE",
    })
    void the_day_before_is_refused(Verb verb, String stands, String refusal) {
        var file = in(stands);

        assertThat(PROCEDURE.againstDay(verb, file, DAY)).as("on the day itself").isEmpty();
        assertThat(PROCEDURE.againstDay(verb, file, DAY.plusDays(1))).as("later").isEmpty();
        assertThat(PROCEDURE.againstDay(verb, file, DAY.minusDays(1))).singleElement().satisfies(ground -> {
            assertThat(ground.code()).isEqualTo(refusal);
            assertThat(ground.arguments()).as("the day that it follows").containsExactly(DAY.toString());
            assertThat(ground.provision().quote()).isNotEmpty();
        });
    }

    /**
     * A record may be older than the case: what an inspection found lawfully before the filing is evidence (程序规定 art. 21).
     * The end of a test, of an opinion, a letter or a remedy is asked of that one; the others happen when they are entered.
     */
    @Test
    void the_other_steps_follow_nothing_by_a_day_of_their_own() {
        var dated = EnumSet.of(
                Verb.SERVE_NOTICE, Verb.DEFENCE, Verb.ASK_HEARING, Verb.SERVE_HEARING, Verb.WITHDRAW_HEARING, Verb.DISCUSS, Verb.SERVE,
                Verb.PAY, Verb.MARK_REMEDY, Verb.ASK_INSTALMENTS, Verb.SERVE_DEMAND, Verb.RECORD_RULING, Verb.TELL_REPORTER,
                Verb.ASK_RECUSAL, Verb.TAKE_MEASURE, Verb.DISPUTE_VENUE, Verb.CONSULT_VENUE);
        var docket = in("applied").docket();

        assertThat(Arrays.stream(Verb.values()).filter(verb -> !dated.contains(verb)))
                .allSatisfy(verb -> assertThat(EarliestDays.before(verb, docket)).as("%s", verb).isEqualTo(Optional.empty()));
    }

    private static CaseFile in(String stands) {
        var by = CaseFiles.by(CaseFiles.HEAD, DAY);
        return switch (stands) {
            case "demanded" -> CaseFiles.served().put(by, new Paper.Demanded(NUMBER, Money.ofYuan(81_000), Money.ZERO));
            case "applied" -> CaseFiles.served().put(by, new Paper.EnforcementApplied(NUMBER, "法院", Money.ofYuan(81_000)));
            case "disputed" -> CaseFiles.investigating().put(by, CaseFiles.disputed());
            default -> CaseFiles.in(Stage.valueOf(stands));
        };
    }
}
