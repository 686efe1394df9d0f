package org.hengjian.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The forms of one group of steps: their fields, and the step taken from what was typed. */
interface StepForms {

    Set<Verb> steps();

    List<CaseForms.Field> fields(Verb verb, CaseFile file, String today);

    /** Takes the step; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> take(Verb verb, Step step, Inputs in);
}
