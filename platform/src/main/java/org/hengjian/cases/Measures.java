package org.hengjian.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hengjian.documents.Numbers;
import org.hengjian.statutes.Ground;
import org.hengjian.time.PlatformTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What runs beside the main line of a case: measures upon goods and places, tests by others, suspension. One verb a
 * step, each one transaction, as in {@link Cases}; the state of the case stays.
 */
@Service
@Transactional
public class Measures {

    private static final String REGISTRATION_WORD = "登保";
    private static final String COMPULSION_WORD = "强制";
    private static final String EXTENSION_WORD = "延强";
    private static final String LIFTING_WORD = "解强";
    private static final String RELEASE_WORD = "解保";
    private static final String COMMISSION_WORD = "检委";
    private static final String TESTING_NOTICE_WORD = "检告";

    private final Steps steps;
    private final Procedure procedure;
    private final MeasureRules rules;
    private final OpinionRules opinions;
    private final Clocks clocks;
    private final Kinds kinds;
    private final MeasureDocuments documents;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    Measures(
            Steps steps,
            Procedure procedure,
            MeasureRules rules,
            OpinionRules opinions,
            Clocks clocks,
            Kinds kinds,
            MeasureDocuments documents,
            Numbers numbers,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.procedure = procedure;
        this.rules = rules;
        this.opinions = opinions;
        this.clocks = clocks;
        this.kinds = kinds;
        this.documents = documents;
        this.numbers = numbers;
        this.events = events;
    }

    /** 申请采取先行登记保存、查封、扣押. */
    public Outcome ask(Step step, Measure.Kind kind, Measure.Taking taking) {
        return steps.take(step, Verb.ASK_MEASURE, taking.ground(), CaseFile.class, (file, by) -> {
            var grounds = kinds.againstMeasure(file.docket().id(), kind);
            return grounds.isEmpty()
                    ? new Outcome.Done(file.put(by, new Paper.MeasureAsked(kind, taking)))
                    : new Outcome.Refused(grounds);
        });
    }

    /** 批准采取: the decision and its list are issued, the period runs. */
    public Outcome impose(Step step, int measure) {
        return about(step, Verb.IMPOSE_MEASURE, measure, "", (file, by) -> {
            var kind = Measure.in(file.docket(), measure, Measure.Asked.class).orElseThrow().kind();
            var after = file.put(by, new Paper.MeasureImposed(measure, numbers.draw(word(kind))));
            imposed(after, measure, by.on());
            return after;
        });
    }

    /** 不批准采取. */
    public Outcome refuse(Step step, int measure, String ground) {
        return about(step, Verb.REFUSE_MEASURE, measure, ground, (file, by) ->
                file.put(by, new Paper.MeasureRefused(measure, ground)));
    }

    /** 情况紧急，当场采取: the hours for the approval run from that moment. */
    public Outcome take(Step step, Measure.Kind kind, Measure.Taking taking, Instant at) {
        var on = LocalDate.ofInstant(at, PlatformTime.ZONE);
        return steps.take(step, Verb.TAKE_MEASURE, on, taking.ground(), CaseFile.class, (file, by) -> {
            var grounds = kinds.againstMeasure(file.docket().id(), kind);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var after = file.put(by, new Paper.MeasureTaken(kind, taking, at, on, numbers.draw(word(kind))));
            imposed(after, after.docket().entries().size(), on);
            return new Outcome.Done(after);
        });
    }

    /** 补办批准手续. */
    public Outcome confirm(Step step, int measure) {
        return about(step, Verb.CONFIRM_MEASURE, measure, "", (file, by) ->
                file.put(by, new Paper.MeasureConfirmed(measure)));
    }

    /** 延长查封、扣押. */
    public Outcome extend(Step step, int measure, String ground) {
        return about(step, Verb.EXTEND_MEASURE, measure, ground, (file, by) -> {
            var number = numbers.draw(EXTENSION_WORD);
            var after = file.put(by, new Paper.MeasureExtended(measure, ground, number));
            var running = Measure.in(after.docket(), measure, Measure.Running.class).orElseThrow();
            documents.issueExtension(after, running, ground, number, steps.personal(after));
            events.publishEvent(new MeasureExtended(
                    after.docket().id(), after.number().orElseThrow(), after.docket().agency(), measure, number, by.on(),
                    until(running, after)));
            return after;
        });
    }

    /** 处理先行登记保存的证据. */
    public Outcome settle(Step step, int measure, Measure.Settling way, String text) {
        return about(step, Verb.SETTLE_REGISTRATION, measure, text, (file, by) ->
                file.put(by, new Paper.RegistrationSettled(measure, way, text)));
    }

    /** 解除. */
    public Outcome lift(Step step, int measure, Measure.Lifting ground, String text) {
        return about(step, Verb.LIFT_MEASURE, measure, text, (file, by) -> {
            var standing = Measure.in(file.docket(), measure, Measure.Standing.class).orElseThrow();
            var number = numbers.draw(standing.kind().isCompulsory() ? LIFTING_WORD : RELEASE_WORD);
            var after = file.put(by, new Paper.MeasureLifted(measure, ground, text, number));
            documents.issueLifting(after, standing, ground, text, number, steps.personal(after));
            events.publishEvent(new MeasureLifted(
                    after.docket().id(), after.number().orElseThrow(), after.docket().agency(), measure, ground, number,
                    by.on()));
            return after;
        });
    }

    /** 委托检测、检验、检疫、鉴定: the party is told of the period, which does not count. */
    public Outcome commission(
            Step step, Testing.Kind kind, int measure, String institution, String subject, String question, LocalDate until) {
        return steps.take(step, Verb.COMMISSION_TESTING, "", CaseFile.class, (file, by) -> {
            if (measure != 0 && Measure.in(file.docket(), measure, Measure.Running.class).isEmpty()) {
                return new Outcome.Refused(List.of(procedure.ground("NO_SUCH_MEASURE")));
            }
            var commissioned = new Paper.TestingCommissioned(
                    kind,
                    measure,
                    institution,
                    subject,
                    question,
                    until,
                    numbers.draw(COMMISSION_WORD),
                    numbers.draw(TESTING_NOTICE_WORD));
            var after = file.put(by, commissioned);
            documents.issueCommission(after, commissioned, steps.personal(after));
            documents.issueTestingNotice(
                    after, testing(after, after.docket().entries().size()), "", commissioned.notice(), steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 延长检测期间并告知. */
    public Outcome prolong(Step step, int testing, LocalDate until, String ground) {
        return tested(step, Verb.PROLONG_TESTING, testing, one -> until.isAfter(one.until())
                ? List.of()
                : List.of(procedure.ground("PROLONGED_BACKWARDS", one.until())), (file, by) -> {
            var notice = numbers.draw(TESTING_NOTICE_WORD);
            var after = file.put(by, new Paper.TestingProlonged(testing, until, ground, notice));
            documents.issueTestingNotice(after, testing(after, testing), ground, notice, steps.personal(after));
            return after;
        });
    }

    /** 收到结果并告知当事人: the clocks run on. */
    public Outcome end(Step step, int testing, LocalDate on, String result) {
        return tested(step, Verb.END_TESTING, testing, one -> on.isBefore(one.from())
                ? List.of(procedure.ground("TESTED_BEFORE", one.from()))
                : opinions.againstEnding(one), (file, by) -> file.put(by, new Paper.TestingEnded(testing, on, result)));
    }

    /** 中止调查. */
    public Outcome suspend(Step step, Paper.SuspensionGround ground, String text) {
        return put(step, Verb.SUSPEND, text, new Paper.Suspended(ground, text));
    }

    /** 恢复调查. */
    public Outcome resume(Step step, String text) {
        return put(step, Verb.RESUME, text, new Paper.Resumed(text));
    }

    private Outcome put(Step step, Verb verb, String reason, Paper paper) {
        return steps.take(step, verb, reason, CaseFile.class, (file, by) -> {
            var after = file.put(by, paper);
            documents.issueMatter(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    private Outcome about(
            Step step, Verb verb, int measure, String reason, BiFunction<CaseFile, Signature, CaseFile> move) {
        return steps.take(step, verb, reason, CaseFile.class, (file, by) -> {
            var grounds = rules.against(verb, file, measure, by.at());
            return grounds.isEmpty() ? new Outcome.Done(move.apply(file, by)) : new Outcome.Refused(grounds);
        });
    }

    private Outcome tested(
            Step step,
            Verb verb,
            int testing,
            Function<Testing, List<Ground>> against,
            BiFunction<CaseFile, Signature, CaseFile> move) {
        return steps.take(step, verb, "", CaseFile.class, (file, by) -> {
            var grounds = Testing.of(file.docket()).stream()
                    .filter(one -> one.n() == testing && one.isOpen())
                    .findFirst()
                    .map(against)
                    .orElseGet(() -> List.of(procedure.ground("NO_SUCH_TESTING")));
            return grounds.isEmpty() ? new Outcome.Done(move.apply(file, by)) : new Outcome.Refused(grounds);
        });
    }

    private void imposed(CaseFile file, int measure, LocalDate on) {
        var docket = file.docket();
        var standing = Measure.in(docket, measure, Measure.Standing.class).orElseThrow();
        documents.issueDecision(file, standing, standing.number(), steps.personal(file));
        events.publishEvent(new MeasureImposed(
                docket.id(),
                file.number().orElseThrow(),
                docket.agency(),
                measure,
                standing.kind(),
                standing.begun().taking().place(),
                standing.begun().taking().goods(),
                standing.number(),
                on,
                until(standing, file)));
    }

    private LocalDate until(Measure.Standing standing, CaseFile file) {
        return clocks.term(standing, file.docket()).dueDay().orElseThrow();
    }

    private static Testing testing(CaseFile file, int n) {
        return Testing.of(file.docket()).stream().filter(one -> one.n() == n).findFirst().orElseThrow();
    }

    private static String word(Measure.Kind kind) {
        return kind.isCompulsory() ? COMPULSION_WORD : REGISTRATION_WORD;
    }
}
