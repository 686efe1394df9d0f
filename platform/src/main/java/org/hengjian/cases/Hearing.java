package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.time.PlatformTime;

/**
 * The newest hearing (听证) of a case, as its papers tell it. Called anew it is served anew.
 *
 * @param asked  the request
 * @param called 听证通知书 as last issued
 * @param served when it reached the party
 * @param held   听证笔录
 * @param ended  why it was not held to its end
 * @param report the entry of 听证报告
 */
record Hearing(
        Paper.HearingAsked asked,
        Optional<Paper.HearingCalled> called,
        Optional<Paper.Delivery> served,
        Optional<Paper.HearingHeld> held,
        Optional<Paper.HearingEnded> ended,
        Optional<Entry> report) {

    static Optional<Hearing> of(Docket docket) {
        Optional<Hearing> hearing = Optional.empty();
        for (var entry : docket.entries()) {
            hearing = switch (entry.paper()) {
                case Paper.NoticeServed _ -> Optional.empty(); // a new notice, a new right
                case Paper.HearingAsked paper -> Optional.of(new Hearing(
                        paper, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
                case Paper.HearingCalled paper -> hearing.map(one -> new Hearing(
                        one.asked, Optional.of(paper), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
                case Paper.HearingCallServed paper -> hearing.map(one -> new Hearing(
                        one.asked, one.called, Optional.of(paper.delivery()), one.held, one.ended, one.report));
                case Paper.HearingHeld paper -> hearing.map(one -> new Hearing(
                        one.asked, one.called, one.served, Optional.of(paper), one.ended, one.report));
                case Paper.HearingEnded paper -> hearing.map(one -> new Hearing(
                        one.asked, one.called, one.served, one.held, Optional.of(paper), one.report));
                case Paper.Heard _ -> hearing.map(one -> new Hearing(
                        one.asked, one.called, one.served, one.held, one.ended, Optional.of(entry)));
                default -> hearing;
            };
        }
        return hearing;
    }

    /** The day for which it is called. */
    Optional<LocalDate> day() {
        return called.map(Paper.HearingCalled::on);
    }

    boolean isPresidedBy(long person) {
        return called.filter(one -> one.presiding() == person).isPresent();
    }

    /** 视为放弃听证权利: absent without a proper reason, or left without leave. */
    boolean isGivenUp() {
        return ended.filter(one -> one.ending() != Paper.HearingEnding.WITHDRAWN).isPresent();
    }

    /** The last day that it took or is to take; the days since the request do not count for the agency. */
    Optional<LocalDate> lastDay() {
        return held.map(Paper.HearingHeld::on)
                .or(() -> ended.map(Paper.HearingEnded::on))
                .or(() -> report.map(entry -> ((Paper.Heard) entry.paper()).on()))
                .or(this::day);
    }

    static LocalDate day(java.time.Instant moment) {
        return LocalDate.ofInstant(moment, PlatformTime.ZONE);
    }
}
