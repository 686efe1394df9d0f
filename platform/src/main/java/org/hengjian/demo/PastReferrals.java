package org.hengjian.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.cases.CaseFacts;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.FoundFacts;
import org.hengjian.documents.Documents;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Metric;
import org.hengjian.law.Money;
import org.hengjian.referrals.Outcome;
import org.hengjian.referrals.Paper;
import org.hengjian.referrals.Referral;
import org.hengjian.referrals.Referrals;
import org.hengjian.referrals.Step;
import org.hengjian.tables.RuleTable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Past cases whose facts reach a criminal threshold, as {@code seed/demo/referrals.csv} tells them: one waits in the radar,
 * one went to the police, who filed it. Taken through the same doors as a user's, on the days told.
 */
@Component
@Profile("demo")
class PastReferrals {

    private static final String OFFICER = "shen.zhiyao";
    private static final String HEAD = "jiang.lin";
    private static final String POLICE = "luo.jin";
    private static final String SELLING_COUNTERFEITS = "214";
    // Days after the facts are established on which the story goes on.
    private static final int APPROVED = 1;
    private static final int ACCEPTED = 2;
    private static final int FILED = 4;
    private static final int HANDED_OVER = 6;

    private final List<CSVRecord> stories = RuleTable.of("seed/demo/referrals.csv");
    private final CaseFacts facts;
    private final Referrals referrals;
    private final Documents documents;
    private final Retelling past;

    PastReferrals(CaseFacts facts, Referrals referrals, Documents documents, Retelling past) {
        this.facts = facts;
        this.referrals = referrals;
        this.documents = documents;
        this.past = past;
    }

    /** How far a story came. */
    private enum Reach {
        FOUND,
        FILED
    }

    /** What became of the case, if anything is told of it. @param begin the day on which the demonstration begins */
    void after(PastCase told, CaseFile file, LocalDate begin) {
        for (CSVRecord row : stories) {
            if (row.get("source").equals(told.source())) {
                relive(row, told, file, begin.minusDays(Integer.parseInt(row.get("days_ago"))));
            }
        }
    }

    private void relive(CSVRecord row, PastCase told, CaseFile file, LocalDate on) {
        past.travelTo(on);
        establish(row, told, file);
        if (Reach.valueOf(row.get("reach")) == Reach.FOUND) {
            return;
        }
        var report = new Paper.Report(
                SELLING_COUNTERFEITS, Paper.Basis.THRESHOLD, row.get("facts"), row.get("evidence"), row.get("opinion"));
        var referral = done(past.as(OFFICER, () -> referrals.propose(file.docket().id(), report, "")));
        past.travelTo(on.plusDays(APPROVED));
        referral = take(HEAD, referral, (room, step) -> room.approve(step, "同意移送。", false));
        int region = referral.dossier().region();
        long police = past.as(OFFICER, () -> referrals.policeOf(region)).getFirst().id();
        var papers = past.as(OFFICER, () -> documents.of("case", file.docket().id())).stream()
                .map(Documents.Issued::id)
                .toList();
        referral = take(OFFICER, referral, (room, step) ->
                room.send(step, police, "权利人辨认意见1份", "现场笔录、询问笔录各1份", papers));
        referral = take(POLICE, referral, Referrals::receive);
        past.travelTo(on.plusDays(ACCEPTED));
        referral = take(POLICE, referral, (room, step) -> room.accept(step, "杭西公受案字〔2026〕7号"));
        past.travelTo(on.plusDays(FILED));
        referral = take(POLICE, referral, (room, step) -> room.file(step, "杭西公立字〔2026〕7号"));
        past.travelTo(on.plusDays(HANDED_OVER));
        take(OFFICER, referral, (room, step) -> room.handOver(step, "案卷材料一册；连帽卫衣样品2件。"));
    }

    private void establish(CSVRecord row, PastCase told, CaseFile file) {
        var act = new FoundFacts.Act(
                told.matter().span().from(),
                told.matter().span().to(),
                Optional.of(CrimeFacts.Role.SELLER),
                Optional.of(CrimeFacts.ObjectKind.GOODS),
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(1),
                List.of(new FoundFacts.Figure(Metric.SALES, Money.parseYuan(row.get("sales")).fen(), "平台销售记录")),
                Optional.empty(),
                false);
        var found = new FoundFacts(CrimeFacts.Offender.UNIT, List.of(act), List.of(), true, false, "");
        var outcome = past.as(OFFICER, () ->
                facts.establish(new org.hengjian.cases.Step(file.docket().id(), file.docket().version()), found));
        if (outcome instanceof org.hengjian.cases.Outcome.Refused refused) {
            throw new IllegalStateException("the story is not lawful: " + refused.grounds());
        }
    }

    private Referral take(String who, Referral referral, BiFunction<Referrals, Step, Outcome> verb) {
        return done(past.as(who, () -> verb.apply(
                referrals, new Step(referral.dossier().id(), referral.dossier().version(), ""))));
    }

    private static Referral done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.referral();
            case Outcome.Refused refused -> throw new IllegalStateException("the story is not lawful: " + refused.grounds());
        };
    }
}
