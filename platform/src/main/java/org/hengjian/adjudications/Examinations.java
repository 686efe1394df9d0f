package org.hengjian.adjudications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hengjian.access.Seal;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Masked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The examination (审理) from the copy of the request to the deliberation: answer, evidence, appraisal, oral hearing,
 * mediation, suspension. One verb a step, each one transaction, as in {@link Adjudications}.
 */
@Service
@Transactional
public class Examinations {

    private final Adjudications adjudications;
    private final Steps steps;
    private final Procedure procedure;
    private final Clocks clocks;
    private final AdjudicationDocuments documents;
    private final Numbers numbers;
    private final Seal seal;

    Examinations(
            Adjudications adjudications,
            Steps steps,
            Procedure procedure,
            Clocks clocks,
            AdjudicationDocuments documents,
            Numbers numbers,
            Seal seal) {
        this.adjudications = adjudications;
        this.steps = steps;
        this.procedure = procedure;
        this.clocks = clocks;
        this.documents = documents;
        this.numbers = numbers;
        this.seal = seal;
    }

    /** 送达请求书副本和答辩通知书. */
    public Outcome serveCopy(Step step, Paper.Delivery delivery) {
        return steps.take(step, Verb.SERVE_COPY, delivery.on(), delivery.toString(), "", Adjudication.Accepted.class, (accepted, by) -> {
            var number = numbers.draw(Notice.ANSWER.word());
            var served = accepted.serve(by, new Paper.CopyServed(number, reached(delivery)));
            var personal = adjudications.personal(served);
            documents.notice(served, Notice.ANSWER, number, "", personal);
            documents.receipt(served, Party.Side.RESPONDENT, "请求书副本、答辩通知书", number.text(), delivery, personal);
            return Adjudications.done(served);
        });
    }

    /** What reached whom when; the recipient's name is masked on file. */
    Paper.Delivery reached(Paper.Delivery delivery) {
        return new Paper.Delivery(
                delivery.way(),
                delivery.on(),
                clocks.effective(delivery.way(), delivery.on()),
                Masked.name(delivery.recipient()),
                delivery.note());
    }

    /** 收到答辩书. @param invalidation number of the request to invalidate that was accepted; empty for none */
    public Outcome answer(Step step, LocalDate on, String text, String invalidation) {
        return steps.take(step, Verb.ANSWER, on, on + text, "", Adjudication.CopyServed.class, (served, by) ->
                Adjudications.done(served.answer(by, new Paper.Answered(on, text, invalidation))));
    }

    /** 逾期不提交答辩书，不影响处理. */
    public Outcome goOn(Step step, String note) {
        return steps.take(step, Verb.GO_ON, "", note, Adjudication.CopyServed.class, (served, by) ->
                Adjudications.done(served.goOn(by, note)));
    }

    /** 送达答辩书副本. */
    public Outcome forwardAnswer(Step step, Paper.Delivery delivery) {
        return steps.take(step, Verb.FORWARD_ANSWER, delivery.on(), delivery.toString(), "", Adjudication.Heard.class, (heard, by) -> {
            var forwarded = heard.put(by, new Paper.AnswerForwarded(reached(delivery)));
            documents.receipt(
                    forwarded, Party.Side.REQUESTER, "答辩书副本", "", delivery, adjudications.personal(forwarded));
            return Adjudications.done(forwarded);
        });
    }

    /** 证据交换、质证. */
    public Outcome exchangeEvidence(Step step, LocalDate on, String text) {
        return steps.take(step, Verb.EXCHANGE_EVIDENCE, on, on + text, "", Adjudication.Heard.class, (heard, by) ->
                Adjudications.done(heard.put(by, new Paper.EvidenceExchanged(on, text))));
    }

    /** 调查取证. */
    public Outcome investigate(Step step, LocalDate on, String place, String text) {
        return steps.take(step, Verb.INVESTIGATE, on, on + place + text, "", Adjudication.Examining.class, (examining, by) ->
                Adjudications.done(examining.put(by, new Paper.Investigated(on, place, text))));
    }

    /** 委托鉴定: its time does not count. */
    public Outcome appraise(Step step, String institute, String what) {
        return steps.take(step, Verb.APPRAISE, institute, what, Adjudication.Examining.class, (examining, by) ->
                Adjudications.done(examining.put(by, new Paper.AppraisalCommissioned(institute, what))));
    }

    /** 收到鉴定意见. */
    public Outcome receiveAppraisal(Step step, String reference, String conclusion) {
        return steps.take(step, Verb.RECEIVE_APPRAISAL, reference, conclusion, Adjudication.Examining.class, (examining, by) ->
                Adjudications.done(examining.put(by, new Paper.AppraisalReceived(reference, conclusion))));
    }

    /** 口头审理通知; called again it takes the place of the earlier call. @param closed why it is not public; may be empty */
    public Outcome callHearing(Step step, Instant at, String place, String closed) {
        return steps.take(step, Verb.CALL_HEARING, at + place, closed, Adjudication.Heard.class, (heard, by) -> {
            var day = Clocks.day(at);
            var grounds = procedure.againstCalling(day, by.on());
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var number = numbers.draw(Notice.HEARING.word());
            var paper = new Paper.HearingCalled(number, at, day, place, closed);
            Adjudication called =
                    heard instanceof Adjudication.Examining examining ? examining.call(by, paper) : heard.put(by, paper);
            documents.notice(called, Notice.HEARING, number, closed, adjudications.personal(called));
            return Adjudications.done(called);
        });
    }

    /**
     * 口头审理，制作笔录; a requester who stays away is taken to have withdrawn.
     *
     * @param present who took part, one a line; masked on file, in full under seal and in the document
     */
    public Outcome holdHearing(Step step, Paper.Attendance attendance, String present, String record) {
        return steps.take(step, Verb.HOLD_HEARING, attendance + record, "", Adjudication.HearingCalled.class, (called, by) -> {
            var held = called.hold(by, new Paper.HearingHeld(by.on(), attendance, masked(present), seal.seal(present), record));
            var personal = adjudications.personal(held);
            documents.hearingRecord(held, present, personal);
            if (!attendance.endsIt()) {
                return Adjudications.done(held);
            }
            var number = numbers.draw(Notice.WITHDRAWAL.word());
            String reasons = "请求人无正当理由拒不参加口头审理或者中途退出，按撤回请求处理。";
            var withdrawn = held.withdraw(by, new Paper.Withdrawn(number, true, reasons));
            documents.notice(withdrawn, Notice.WITHDRAWAL, number, reasons, personal);
            return Adjudications.done(withdrawn);
        });
    }

    private static String masked(String present) {
        return Arrays.stream(present.split("[\\n、，,；;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Masked::name)
                .collect(Collectors.joining("、"));
    }

    /** 调解. @param agreed whether they came to terms @param text the terms, or why not */
    public Outcome mediate(Step step, boolean agreed, String text) {
        return steps.take(step, Verb.MEDIATE, agreed + text, "", Adjudication.Heard.class, (heard, by) -> {
            if (!agreed) {
                return Adjudications.done(heard.put(by, new Paper.MediationFailed(text)));
            }
            var number = numbers.draw("专调");
            var mediated = heard.agree(by, new Paper.MediationAgreed(number, text));
            documents.mediation(mediated, adjudications.personal(mediated));
            return Adjudications.done(mediated);
        });
    }

    /** 合议. */
    public Outcome deliberate(Step step, Paper.Conclusion conclusion, int votes, String text) {
        return steps.take(step, Verb.DELIBERATE, conclusion + " " + votes, text, Adjudication.Examining.class, (examining, by) -> {
            int members = examining.dossier().panel().orElseThrow().members().size();
            if (votes * 2 <= members || votes > members) {
                return refused("NO_MAJORITY", members);
            }
            var deliberated = examining.put(by, new Paper.Deliberated(conclusion, votes, text));
            documents.deliberation(deliberated, adjudications.personal(deliberated));
            return Adjudications.done(deliberated);
        });
    }

    /** 中止处理. @param reference of what is waited for */
    public Outcome suspend(Step step, Paper.SuspensionGround ground, String reference, String reasons) {
        return adjudications.noted(
                step, Verb.SUSPEND, ground + reference, Adjudication.Heard.class, Notice.SUSPENSION, reasons, (heard, letter) ->
                        heard.suspend(letter.by(), new Paper.Suspended(letter.number(), ground, reference, reasons)));
    }

    /** 中止理由明显不能成立，不中止. */
    public Outcome denySuspension(Step step, String reasons) {
        return adjudications.noted(
                step, Verb.DENY_SUSPENSION, reasons, Adjudication.Heard.class, Notice.NO_SUSPENSION, reasons, (heard, letter) ->
                        heard.put(letter.by(), new Paper.SuspensionDenied(letter.number(), reasons)));
    }

    /** 恢复处理. */
    public Outcome resume(Step step, String reasons) {
        return adjudications.noted(
                step, Verb.RESUME, reasons, Adjudication.Suspended.class, Notice.RESUMPTION, reasons, (suspended, letter) ->
                        suspended.resume(letter.by(), new Paper.Resumed(letter.number(), reasons)));
    }

    /** 延长期限，经负责人批准. */
    public Outcome extend(Step step, String reasons) {
        return steps.take(step, Verb.EXTEND, "", reasons, Adjudication.Heard.class, (heard, by) ->
                Adjudications.done(heard.put(by, new Paper.Extended(reasons))));
    }

    private Outcome refused(String code, Object... arguments) {
        return new Outcome.Refused(List.of(procedure.ground(code, arguments)));
    }
}
