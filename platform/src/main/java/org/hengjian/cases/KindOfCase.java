package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hengjian.law.Said;
import org.hengjian.statutes.Ground;

/**
 * A kind of case (案件类型) in one version, as its pack says it. What a version says never changes; a case keeps the
 * version that it was filed under.
 *
 * @param line       of the agencies that are competent
 * @param causes     案由 as they are usually written
 * @param measures   that the law allows for it
 * @param measureBasis the provision that allows them
 * @param penalties  ids of the ranges in the law library, the usual one first
 * @param clauses    that its documents carry beside what the templates say
 * @param documents  that it usually needs, by title
 */
record KindOfCase(
        Ref ref,
        LocalDate from,
        Said name,
        String line,
        Said agency,
        List<String> causes,
        List<String> acts,
        List<Ground.Provision> bases,
        Set<Measure.Kind> measures,
        Ground.Provision measureBasis,
        List<String> penalties,
        List<Clause> clauses,
        List<String> documents) {

    KindOfCase {
        causes = List.copyOf(causes);
        acts = List.copyOf(acts);
        bases = List.copyOf(bases);
        measures = Set.copyOf(measures);
        penalties = List.copyOf(penalties);
        clauses = List.copyOf(clauses);
        documents = List.copyOf(documents);
    }

    /** @param document title of the document that carries it */
    record Clause(String document, String text) {}

    /** What the document of that title carries. */
    List<String> clauses(String document) {
        return clauses.stream().filter(one -> one.document().equals(document)).map(Clause::text).toList();
    }

    /** Name and version of a kind. */
    record Ref(String kind, int version) {}
}
