package org.hengjian.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.hengjian.cases.FactWork;
import org.hengjian.documents.Documents;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** The usual steps of a referral on the platform, by the people of the demonstration. */
@Component
public class ReferralWork {

    static final String OFFICER = "shen.zhiyao";
    static final String HEAD = "jiang.lin";
    static final String POLICE = "luo.jin";
    static final String PROSECUTOR = "he.ming";
    static final String CLERK = "ding.an";
    static final Paper.Report REPORT = new Paper.Report(
            "214", Paper.Basis.THRESHOLD, "当事人销售假冒注册商标的连帽卫衣730件，销售金额五万一千一百元。",
            "现场笔录1份；销售记录1份；权利人辨认意见1份。", "涉嫌构成犯罪，建议移送公安机关。");

    private final Referrals referrals;
    private final Documents documents;
    private final FactWork cases;
    private final Persons persons;
    private final Clock clock;

    ReferralWork(Referrals referrals, Documents documents, FactWork cases, Persons persons, Clock clock) {
        this.referrals = referrals;
        this.documents = documents;
        this.cases = cases;
        this.persons = persons;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    long investigatingCase() {
        return cases.investigatingId();
    }

    Outcome attemptProposal(String who, long caseId, String key) {
        return persons.as(who, () -> referrals.propose(caseId, REPORT, key));
    }

    Referral proposed() {
        return done(attemptProposal(OFFICER, investigatingCase(), ""));
    }

    Referral approved() {
        return step(HEAD, proposed(), (room, step) -> room.approve(step, "同意移送。", false));
    }

    Referral sent() {
        return send(approved());
    }

    Referral send(Referral approved) {
        var papers = persons.as(OFFICER, () -> documents.of("case", approved.dossier().matter().caseId())).stream()
                .map(Documents.Issued::id)
                .toList();
        return step(OFFICER, approved, (room, step) -> room.send(
                step, police(approved), "检验报告1份（市质检院〔2026〕7号）", "现场笔录、询问笔录各1份", papers));
    }

    /** A referral that the police received, for tests of other rooms. */
    public long receivedId() {
        return received().dossier().id();
    }

    long police(Referral referral) {
        return persons.as(OFFICER, () -> referrals.policeOf(referral.dossier().region())).getFirst().id();
    }

    long court(Referral referral) {
        return persons.as(PROSECUTOR, () -> referrals.courtsOf(referral.dossier().region())).getFirst().id();
    }

    List<Office> policeOf(Referral referral) {
        return persons.as(OFFICER, () -> referrals.policeOf(referral.dossier().region()));
    }

    Referral received() {
        return step(POLICE, sent(), Referrals::receive);
    }

    Referral accepted() {
        return step(POLICE, received(), (room, step) -> room.accept(step, "杭西公受案字〔2026〕7号"));
    }

    Referral filed() {
        return step(POLICE, accepted(), (room, step) -> room.file(step, "杭西公立字〔2026〕7号"));
    }

    Referral declined() {
        return step(POLICE, accepted(), (room, step) -> room.decline(step, "现有证据不足以认定明知。"));
    }

    Referral step(String who, Referral referral, BiFunction<Referrals, Step, Outcome> verb) {
        return done(attempt(who, referral, verb));
    }

    Outcome attempt(String who, Referral referral, BiFunction<Referrals, Step, Outcome> verb) {
        return persons.as(who, () -> verb.apply(
                referrals, new Step(referral.dossier().id(), referral.dossier().version(), "")));
    }

    List<String> titles(String who, Referral referral) {
        return persons.as(who, () -> documents.of("referral", referral.dossier().id())).stream()
                .map(Documents.Issued::title)
                .toList();
    }

    static Referral done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.referral();
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }

    static List<String> codes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> List.of();
            case Outcome.Refused refused -> refused.grounds().stream().map(Ground::code).toList();
        };
    }
}
