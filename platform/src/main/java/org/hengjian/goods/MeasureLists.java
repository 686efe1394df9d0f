package org.hengjian.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Measure;
import org.springframework.stereotype.Component;

/** The lists of a case's measures beside what was registered from them. */
@Component
class MeasureLists {

    private final GoodsTable table;

    MeasureLists(GoodsTable table) {
        this.table = table;
    }

    /** Of the measures in force, in the order in which they were taken. */
    List<MeasureList> of(CaseFile file) {
        var listed = table.listed(file.docket().id());
        var items = table.ofCase(file.docket().id());
        return Measure.of(file.docket()).stream()
                .filter(Measure.Standing.class::isInstance)
                .map(Measure.Standing.class::cast)
                .map(measure -> new MeasureList(
                        measure.n(), kind(measure.kind()), measure.number().text(), measure.since(),
                        measure.begun().taking().place(), lines(measure, listed, items)))
                .toList();
    }

    private static List<ListLine> lines(Measure.Standing measure, List<GoodsTable.Listed> listed, List<Item> items) {
        var lines = new ArrayList<ListLine>();
        for (Measure.Thing thing : measure.begun().taking().goods()) {
            int line = lines.size() + 1;
            var item = listed.stream()
                    .filter(one -> one.line().equals(new Registration.Line(measure.n(), line)))
                    .findFirst()
                    .flatMap(one -> items.stream().filter(other -> other.id() == one.item()).findFirst());
            var alike = items.stream()
                    .filter(other -> listed.stream().noneMatch(one -> one.item() == other.id()))
                    .filter(other -> other.measureNumber().equals(measure.number().text()))
                    .filter(other -> other.name().equals(thing.name()))
                    .findFirst();
            var unit = Unit.said(thing.unit());
            var quantity = unit.flatMap(one -> Quantity.parse(thing.quantity().toPlainString(), one.scale()));
            lines.add(new ListLine(line, thing, unit, quantity, item, item.isEmpty() ? alike : Optional.empty()));
        }
        return lines;
    }

    private static Item.Measure kind(Measure.Kind kind) {
        return switch (kind) {
            case SEIZURE -> Item.Measure.SEIZED;
            case SEALING -> Item.Measure.SEALED;
            case REGISTRATION -> Item.Measure.PRESERVED;
        };
    }
}
