package org.hengjian.cases;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The facts of a case (认定事实): established by its handling officers as often as they change while the case is pending.
 * The latest count, all stay on file, each with what the thresholds of its day said.
 */
@Service
@Transactional
public class CaseFacts {

    private final Steps steps;
    private final CrimeThresholds thresholds;
    private final ApplicationEventPublisher events;

    CaseFacts(Steps steps, CrimeThresholds thresholds, ApplicationEventPublisher events) {
        this.steps = steps;
        this.thresholds = thresholds;
        this.events = events;
    }

    /** 认定事实. */
    public Outcome establish(Step step, FoundFacts found) {
        return steps.take(step, Verb.ESTABLISH, "", CaseFile.Pending.class, (file, by) -> {
            var assessment = thresholds.weigh(found.on(by.on()));
            var verdicts = thresholds.verdicts(assessment, by.on());
            var after = file.put(by, new Paper.Facts(found, verdicts));
            events.publishEvent(new CaseFactsEstablished(
                    after.docket().id(),
                    after.number().orElseThrow(),
                    after.docket().agency(),
                    verdicts,
                    assessment.referral().basis().word(),
                    by.on()));
            return new Outcome.Done(after);
        });
    }
}
