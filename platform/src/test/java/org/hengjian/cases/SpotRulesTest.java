package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be decided on the spot, whom it may cost how much, and by when the papers come in. */
class SpotRulesTest {

    private static final LocalDate DAY = CaseFiles.DAY; // Monday 7 September 2026
    private static final Law LAW = Law.load();
    private static final SpotRules RULES = new SpotRules(LAW, new Procedure(new Clocks(LAW)));

    @ParameterizedTest(name = "{0} {1} {2} taken {3}, receipt {4}, told {5}: {6}")
    @CsvSource({
        "PERSON, FINE,             200.00,  NO,         '',  true,  yes",
        "PERSON, FINE,             200.01,  NO,         '',  true,  SPOT_TOO_MUCH",
        "FIRM,   FINE,             3000.00, NO,         '',  true,  yes",
        "FIRM,   FINE,             3000.01, NO,         '',  true,  SPOT_TOO_MUCH",
        "FIRM,   WARNING,          0,       NO,         '',  true,  yes",
        "FIRM,   WARNING,          100,     NO,         '',  true,  SPOT_WARNING_FINED",
        "FIRM,   FINE,             0,       NO,         '',  true,  SPOT_NO_FINE",
        "FIRM,   WARNING_AND_FINE, 500,     NO,         '',  true,  yes",
        "FIRM,   WARNING_AND_FINE, 500,     NO,         '',  false, SPOT_NOT_TOLD",
        "FIRM,   FINE,             100,     SMALL,      票1, true,  yes",
        "FIRM,   FINE,             100.01,  SMALL,      票1, true,  SPOT_COLLECTION",
        "FIRM,   FINE,             2000,    HARD_LATER, 票1, true,  yes",
        "FIRM,   FINE,             2000,    REMOTE,     '',  true,  SPOT_NO_RECEIPT",
        "FIRM,   WARNING,          0,       SMALL,      票1, true,  SPOT_COLLECTION",
    })
    void each_penalty_keeps_to_the_law(
            Party.Kind kind, SpotPenalty.Sanction sanction, String fine, SpotPenalty.Collection taken, String receipt,
            boolean told, String answer) {
        var request = new SpotPenalty.Request(
                "t", new Party(kind, "当事人", "", "住所"), Party.Personal.NONE, "行为", "地点", "依据", "证据", told, "", sanction,
                Money.parseYuan(fine), taken, receipt, List.of(1L, 2L));

        assertThat(RULES.against(request, DAY)).extracting(Ground::code).containsExactlyInAnyOrderElementsOf(
                "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" ")));
    }

    @Test
    void papers_come_in_within_seven_working_days_and_money_within_two() {
        assertThat(RULES.handIn(DAY)).isEqualTo(LocalDate.of(2026, 9, 16));
        assertThat(RULES.handOver(DAY)).isEqualTo(LocalDate.of(2026, 9, 9));
    }

    @Test
    void only_those_who_decided_go_on_with_it_and_each_thing_once() {
        var open = penalty(Optional.empty(), Optional.empty());
        var done = penalty(Optional.of(DAY), Optional.of(DAY));

        assertThat(RULES.againstPerson(open, CaseFiles.HANDLING)).isEmpty();
        assertThat(RULES.againstPerson(open, CaseFiles.OTHER)).extracting(Ground::code).containsExactly("NOT_HANDLING");
        assertThat(RULES.againstPerson(open, CaseFiles.ABROAD)).extracting(Ground::code).containsExactly("ELSEWHERE", "NOT_HANDLING");
        assertThat(RULES.againstPaying(open, DAY)).isEmpty();
        assertThat(RULES.againstPaying(open, DAY.minusDays(1))).extracting(Ground::code).containsExactly("PAID_BEFORE");
        assertThat(RULES.againstPaying(done, DAY)).extracting(Ground::code).containsExactly("SPOT_PAID");
        assertThat(RULES.againstHandingIn(open)).isEmpty();
        assertThat(RULES.againstHandingIn(done)).extracting(Ground::code).containsExactly("SPOT_HANDED_IN");
    }

    private static SpotPenalty penalty(Optional<LocalDate> paidOn, Optional<LocalDate> handedInOn) {
        return new SpotPenalty(
                1, 1, 10, new DocumentNumber("杭西市监当罚〔2026〕1号"), new Party(Party.Kind.FIRM, "店", "", "住所"), "行为", "地点", "依据",
                "证据", "", SpotPenalty.Sanction.FINE, Money.ofYuan(100), SpotPenalty.Collection.NO, "", DAY,
                List.of(new Officer(1, "沈知遥", "浙A1"), new Officer(2, "陆闻笛", "浙A2")), paidOn, handedInOn);
    }
}
