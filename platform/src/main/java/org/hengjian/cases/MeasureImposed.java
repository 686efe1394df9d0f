package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.documents.DocumentNumber;

/**
 * A measure came into force (先行登记保存、查封、扣押), by approval or on the spot; with its list, from which the goods are
 * registered.
 *
 * @param measure name of the measure within the case
 * @param until   last day of its period; for one taken on the spot, of the hours for its approval
 * @param document number of the decision that the list belongs to
 */
public record MeasureImposed(
        long id,
        CaseNumber number,
        long agency,
        int measure,
        Measure.Kind kind,
        String place,
        List<Measure.Thing> goods,
        DocumentNumber document,
        LocalDate on,
        LocalDate until) {

    public MeasureImposed {
        goods = List.copyOf(goods);
    }
}
