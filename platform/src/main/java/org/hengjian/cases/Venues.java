package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.access.Viewers;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Numbers;
import org.hengjian.statutes.Ground;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has jurisdiction over a case (管辖): disputes between agencies, what the superior is asked and says, and the handing
 * over. One verb a step, each one transaction, as in {@link Cases}. The agency that has the case takes the steps; the other
 * agency confirms what was consulted, and the superior designates, on the same file, which the database allows them alone.
 */
@Service
@Transactional
public class Venues {

    private static final String REQUEST_WORD = "请";
    private static final String DESIGNATION_WORD = "指管";
    private static final String TRANSFER_WORD = "移";

    private final Steps steps;
    private final VenueRules rules;
    private final VenueDocuments documents;
    private final Numbers numbers;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;

    Venues(
            Steps steps,
            VenueRules rules,
            VenueDocuments documents,
            Numbers numbers,
            Viewers viewers,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.rules = rules;
        this.documents = documents;
        this.numbers = numbers;
        this.viewers = viewers;
        this.events = events;
    }

    /** 认定管辖依据. */
    public Outcome state(Step step, Paper.VenueGround ground, String text) {
        return steps.take(step, Verb.STATE_VENUE, text, CaseFile.class, (file, by) ->
                new Outcome.Done(file.put(by, new Paper.VenueStated(ground, text))));
    }

    /** 登记管辖权争议. @param filedOn the day on which the other agency filed; empty where it did not */
    public Outcome dispute(Step step, Office counterpart, LocalDate on, Optional<LocalDate> filedOn, String text) {
        return steps.take(step, Verb.DISPUTE_VENUE, on, text, CaseFile.class, (file, by) -> {
            var grounds = rules.againstCounterpart(file, counterpart);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var superior = rules.commonSuperior(file.docket().agency(), counterpart.id()).orElseThrow();
            return moved(file.put(by, new Paper.VenueDisputed(counterpart, superior, on, filedOn, text)));
        });
    }

    /** 记录协商. */
    public Outcome consult(Step step, LocalDate on, String present, String record, Paper.Consultation outcome) {
        return steps.take(step, Verb.CONSULT_VENUE, on, "", CaseFile.class, (file, by) -> {
            var after = file.put(by, new Paper.VenueConsulted(on, present, record, outcome));
            documents.issueConsultation(after, steps.personal(after));
            return moved(after);
        });
    }

    /** 确认协商结果, by the other agency. */
    public Outcome confirm(Step step, boolean agreed, String text) {
        return steps.take(step, Verb.CONFIRM_VENUE, text, CaseFile.class, (file, by) ->
                moved(file.put(by, new Paper.VenueConfirmed(agreed, viewers.require().agencyName(), text))));
    }

    /** 提请报请指定管辖. @param transferring the agency that transferred the case, for an objection; empty otherwise */
    public Outcome proposeDesignation(Step step, Paper.Designation kind, Optional<Office> transferring, String text) {
        return steps.take(step, Verb.PROPOSE_DESIGNATION, text, CaseFile.class, (file, by) -> {
            var grounds = new ArrayList<>(rules.againstDesignation(file, kind));
            if (kind == Paper.Designation.OBJECTION) {
                transferring.ifPresent(office -> grounds.addAll(rules.againstCounterpart(file, office)));
            }
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            long own = file.docket().agency();
            var other = switch (kind) {
                case DISPUTE -> Optional.of(file.docket().need(Paper.VenueDisputed.class).counterpart());
                case OBJECTION -> transferring;
                case HARDSHIP -> Optional.<Office>empty();
            };
            var superior = other.flatMap(office -> rules.commonSuperior(own, office.id())).or(() -> rules.superior(own)).orElseThrow();
            return moved(file.put(by, new Paper.DesignationProposed(kind, other, superior, text)));
        });
    }

    /** 同意报请: the request goes to the superior. */
    public Outcome askDesignation(Step step) {
        return steps.take(step, Verb.ASK_DESIGNATION, "", CaseFile.class, (file, by) -> {
            var superior = file.docket().need(Paper.DesignationProposed.class).superior();
            var after = file.put(by, new Paper.DesignationAsked(numbers.draw(REQUEST_WORD), superior));
            documents.issueRequest(after, steps.personal(after));
            return moved(after);
        });
    }

    /** 不同意报请. */
    public Outcome refuseDesignation(Step step, String ground) {
        return steps.take(step, Verb.REFUSE_DESIGNATION, ground, CaseFile.class, (file, by) ->
                moved(file.put(by, new Paper.DesignationRefused(ground))));
    }

    /** 指定管辖, by the superior that was asked. @param to the agency that has the case, another below, or the superior itself */
    public Outcome designate(Step step, Office to, String text) {
        return steps.take(step, Verb.DESIGNATE, text, CaseFile.class, (file, by) ->
                named(file, by, rules.againstChoice(viewers.require().agency(), to), after ->
                        new Paper.Designated(after, to, viewers.require().agencyName(), text)));
    }

    /** 提级管辖 or 改由其他下级管辖, by a superior that was not asked. @param to the superior itself, or another agency below it */
    public Outcome takeUp(Step step, Office to, String text) {
        return steps.take(step, Verb.TAKE_UP, text, CaseFile.class, (file, by) ->
                named(file, by, rules.againstTakingUp(file, viewers.require().agency(), to), after ->
                        new Paper.TakenUp(after, to, viewers.require().agencyName(), text)));
    }

    private Outcome named(
            CaseFile file, Signature by, List<Ground> grounds,
            Function<DocumentNumber, Paper> paper) {
        if (!grounds.isEmpty()) {
            return new Outcome.Refused(grounds);
        }
        var after = file.put(by, paper.apply(numbers.draw(DESIGNATION_WORD)));
        documents.issueDesignation(after, steps.personal(after));
        return moved(after);
    }

    /** 撤回. */
    public Outcome withdraw(Step step, String ground) {
        return steps.take(step, Verb.WITHDRAW_VENUE, ground, CaseFile.class, (file, by) ->
                moved(file.put(by, new Paper.VenueWithdrawn(ground))));
    }

    /** 提请移送 a case that the agency has no jurisdiction over. */
    public Outcome proposeHandover(Step step, Office to, String text) {
        return steps.take(step, Verb.PROPOSE_HANDOVER, text, CaseFile.class, (file, by) -> {
            var grounds = rules.againstHandingOver(file, to, Paper.Handover.NOT_OURS);
            return grounds.isEmpty()
                    ? moved(file.put(by, new Paper.HandoverProposed(to, text)))
                    : new Outcome.Refused(grounds);
        });
    }

    /** 移送案件 to the agency that was agreed on, designated or proposed; its papers go with it. */
    public Outcome handOver(Step step) {
        return steps.take(step, Verb.HAND_OVER, "", CaseFile.Pending.class, (file, by) -> switch (Venue.of(file.docket())) {
            case Venue.Elsewhere venue -> gone(file, by, venue.to(), venue.why(), venue.text(), List.of());
            case Venue.Leaving venue -> gone(file, by, venue.to(), Paper.Handover.NOT_OURS, venue.text(), List.of());
            case Venue.Unquestioned _, Venue.Disputed _, Venue.Consulted _, Venue.Proposed _, Venue.Asked _, Venue.Gone _ ->
                throw new IllegalStateException("nobody has it but " + file.docket().agency());
        });
    }

    /** 交由下级管辖. @param reserved whether the law leaves the case to an agency of this level */
    public Outcome handDown(Step step, Office to, boolean reserved, String text) {
        return steps.take(step, Verb.HAND_DOWN, text, CaseFile.Pending.class, (file, by) ->
                gone(file, by, to, Paper.Handover.HANDED_DOWN, text, rules.againstHandingDown(file, to, reserved)));
    }

    private Outcome gone(
            CaseFile.Pending file, Signature by, Office to, Paper.Handover why, String text, List<Ground> before) {
        var grounds = new ArrayList<>(before);
        if (grounds.isEmpty()) {
            grounds.addAll(rules.againstHandingOver(file, to, why));
        }
        if (!grounds.isEmpty()) {
            return new Outcome.Refused(grounds);
        }
        var after = file.handOver(by, new Paper.HandedOver(numbers.draw(TRANSFER_WORD), to, why, text));
        documents.issueHandover(after, steps.personal(after));
        return moved(after);
    }

    private Outcome moved(CaseFile after) {
        events.publishEvent(new VenueMoved(after.docket().id()));
        return new Outcome.Done(after);
    }
}
