package org.hengjian.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFactsEstablished;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Paper.Result;
import org.hengjian.cases.CaseDecided;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that may not be left lying: an alert each, raised by the facts that were established and put aside by the head
 * alone; and what supervisors and prosecutors ask about them in writing.
 */
@Service("referralAlerts") // networks have theirs
@Transactional
class Alerts {

    static final Role[] ASKERS = {Role.PROSECUTOR, Role.ANALYST, Role.HEAD};
    static final Role[] ANSWERERS = {Role.OFFICER, Role.HEAD, Role.POLICE};

    private final AlertTable table;
    private final Procedure procedure;
    private final Agencies agencies;
    private final Cases cases;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Alerts(
            AlertTable table,
            Procedure procedure,
            Agencies agencies,
            Cases cases,
            Viewers viewers,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.procedure = procedure;
        this.agencies = agencies;
        this.cases = cases;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a deed upon an alert: nothing stands against it, or grounds do. */
    record Answered(List<Ground> grounds) {

        static final Answered DONE = new Answered(List.of());

        boolean done() {
            return grounds.isEmpty();
        }
    }

    /** Told twice, the second time changes nothing. */
    @ApplicationModuleListener
    void on(CaseFactsEstablished event) {
        var weight = Alert.Weight.of(event);
        var before = table.lockOfCase(event.id());
        if (before.isEmpty()) {
            if (weight.level() != Alert.Level.BELOW) {
                raise(event, weight);
            }
            return;
        }
        var alert = before.get();
        if (event.on().isBefore(alert.weighedOn()) || isSame(alert, weight)) {
            return;
        }
        boolean reopened = alert.state() == Alert.State.DISMISSED && weight.isGraverThan(alert);
        table.weigh(alert.id(), weight, reopened ? Alert.State.OPEN : alert.state(), event.on());
        table.note(alert.id(), reopened ? "REOPENED" : "WEIGHED", weight.level(), weight.crime(), viewers.require(), now());
    }

    private static boolean isSame(Alert alert, Alert.Weight weight) {
        boolean sameRatio = alert.ratio() == null
                ? weight.ratio() == null
                : weight.ratio() != null && alert.ratio().compareTo(weight.ratio()) == 0;
        return alert.level() == weight.level() && alert.crime().equals(weight.crime()) && sameRatio;
    }

    private void raise(CaseFactsEstablished event, Alert.Weight weight) {
        var file = cases.find(event.id()).orElseThrow(() -> new NotFound("case " + event.id()));
        var agency = agencies.on(event.agency(), event.on())
                .orElseThrow(() -> new IllegalStateException("agency " + event.agency() + " has no record on " + event.on()));
        var readers = agencies.competent("procuratorate", agency.region(), event.on()).map(Agencies.Agency::id).stream().toList();
        var subject = new AlertTable.Subject(
                event.id(), event.number().text(), file.docket().matter().title(), new Office(agency.id(), agency.name()),
                agency.line(), agency.region(), readers);
        if (table.raise(subject, weight, event.on())) {
            var alert = table.ofCase(event.id()).orElseThrow();
            table.note(alert.id(), "RAISED", weight.level(), weight.crime(), viewers.require(), now());
        }
    }

    /** 以罚代刑: a penalty although the case was not referred. */
    @ApplicationModuleListener
    void on(CaseDecided event) {
        if (event.result() == Result.PENALTY) {
            table.lockOfCase(event.id())
                    .filter(alert -> alert.state() != Alert.State.REFERRED && alert.penalty().isEmpty())
                    .filter(alert -> alert.level() != Alert.Level.BELOW)
                    .ifPresent(alert -> {
                        table.penalised(alert.id(), event.decisionNumber(), event.on());
                        table.note(alert.id(), "PENALISED", alert.level(), event.decisionNumber(), viewers.require(), now());
                    });
        }
    }

    /** The case was sent to the police: in the transaction of the sending. */
    void referred(long caseId, String letter) {
        table.lockOfCase(caseId).filter(alert -> alert.state() != Alert.State.REFERRED).ifPresent(alert -> {
            table.referred(alert.id());
            table.note(alert.id(), "REFERRED", alert.level(), letter, viewers.require(), now());
        });
    }

    @Transactional(readOnly = true)
    Optional<Alert> find(long id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    Optional<Alert> ofCase(long caseId) {
        return table.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    List<Alert.Happening> happenings(Alert alert) {
        return table.happenings(alert.id());
    }

    @Transactional(readOnly = true)
    List<Question> questions(Alert alert) {
        return table.questionsOfAlert(alert.id());
    }

    @Transactional(readOnly = true)
    List<Question> questions(Referral referral) {
        return table.questionsOfReferral(referral.dossier().id());
    }

    /** What stands against the viewer's putting an alert aside. */
    @Transactional(readOnly = true)
    List<Ground> againstDismissing(Alert alert) {
        var viewer = viewers.require();
        if (alert.state() != Alert.State.OPEN) {
            return List.of(procedure.ground("ORDER.DISMISS"));
        }
        if (alert.agencyId() != viewer.agency()) {
            return List.of(procedure.ground("CASE_ELSEWHERE"));
        }
        if (!viewer.has(Role.HEAD)) {
            return List.of(procedure.ground("ROLE.HEAD"));
        }
        boolean own = cases.find(alert.caseId())
                .filter(file -> file.docket().officers().stream().anyMatch(officer -> officer.id() == viewer.person()))
                .isPresent();
        return own ? List.of(procedure.ground("OWN_REPORT")) : List.of();
    }

    /** 不移送，理由记录在案. @param version that the actor saw */
    Answered dismiss(long id, int version, String reason) {
        var viewer = viewers.require("referrals.dismiss", Role.HEAD, Role.OFFICER);
        var alert = table.lock(id).orElseThrow(() -> new NotFound("alert " + id));
        if (alert.version() != version) {
            var last = table.happenings(id).getFirst();
            throw new Conflict(alert.caseNumber(), last.name(), last.at());
        }
        var grounds = againstDismissing(alert);
        if (!grounds.isEmpty()) {
            return new Answered(grounds);
        }
        table.dismiss(id, reason, viewer, today());
        table.note(id, "DISMISSED", alert.level(), reason, viewer, now());
        audit.enter(Deed.of("referrals.dismiss", "alert", alert.caseNumber())
                .because(reason)
                .with(Map.of("level", alert.level().name(), "crime", alert.crime())));
        return Answered.DONE;
    }

    /** Asks the agency whose case it is. */
    Answered ask(Alert alert, String text) {
        return ask(
                new AlertTable.About(alert.id(), null, alert.caseNumber(), List.of(alert.agencyId())),
                text,
                new Office(alert.agencyId(), alert.agencyName()));
    }

    /** Asks the agency or the police about a referral; both read it, and the procuratorate. */
    Answered ask(Referral referral, Side to, String text) {
        var dossier = referral.dossier();
        var office = to == Side.POLICE ? dossier.police() : Optional.of(dossier.agency());
        if (office.isEmpty()) {
            return new Answered(List.of(procedure.ground("ELSEWHERE.POLICE", "—")));
        }
        var readers = Stream.of(Optional.of(dossier.agency()), dossier.police(), dossier.procuratorate())
                .flatMap(Optional::stream)
                .map(Office::id)
                .toList();
        return ask(new AlertTable.About(null, dossier.id(), referral.name(), readers), text, office.get());
    }

    private Answered ask(AlertTable.About about, String text, Office to) {
        var viewer = viewers.require("referrals.ask", ASKERS);
        if (to.id() == viewer.agency()) {
            return new Answered(List.of(procedure.ground("ASK_ONESELF")));
        }
        table.ask(about, text, to, viewer, now());
        audit.enter(Deed.of("referrals.ask", "question", about.subject()).because(text).with(Map.of("to", to.name())));
        return Answered.DONE;
    }

    /** Answers a question, once, for the agency that was asked. */
    Answered answer(long id, String answer) {
        var viewer = viewers.require("referrals.answer", ANSWERERS);
        var question = table.question(id).orElseThrow(() -> new NotFound("question " + id));
        if (question.addresseeId() != viewer.agency()) {
            return new Answered(List.of(procedure.ground("NOT_ASKED", question.addressee())));
        }
        if (!table.answer(id, answer, viewer, now())) {
            throw new Conflict(question.subject(), question.answerer().isEmpty() ? "—" : question.answerer(), now());
        }
        audit.enter(Deed.of("referrals.answer", "question", question.subject()).because(answer));
        return Answered.DONE;
    }

    boolean mayAsk(Viewer viewer, long addressee) {
        return viewer.hasAny(ASKERS) && viewer.agency() != addressee;
    }

    private Instant now() {
        return Instant.now(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
