package org.hengjian.facilities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.agencies.Regions;
import org.hengjian.imports.ImportTarget.Fault;
import org.hengjian.tracing.UnifiedSocialCreditCode;

/** From the cells of a row, or the fields of the form, to what the list says of a unit; or what is wrong with which. */
record FacilityReading(Optional<Facility.Facts> facts, List<Fault> faults) {

    private static final int TEXT_MOST = 200;
    private static final String BETWEEN = "[;；|\\n]";

    FacilityReading {
        faults = List.copyOf(faults);
    }

    static FacilityReading read(Map<String, String> cells, Regions regions) {
        var faults = new ArrayList<Fault>();
        String name = text(cells, "name", true, faults);
        var code = UnifiedSocialCreditCode.read(cells.getOrDefault("creditCode", ""));
        if (code.isEmpty()) {
            faults.add(fault("creditCode", "code"));
        }
        var region = regions.named(cells.getOrDefault("region", "").strip());
        if (region.isEmpty()) {
            faults.add(fault("region", "region"));
        }
        String address = text(cells, "address", true, faults);
        var methods = methods(cells.getOrDefault("abilities", ""), faults);
        var from = day(cells, "validFrom", faults);
        var until = day(cells, "validTo", faults);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            faults.add(fault("validTo", "before"));
        }
        String note = text(cells, "note", false, faults);
        return faults.isEmpty()
                ? new FacilityReading(
                        Optional.of(new Facility.Facts(
                                name, code.orElseThrow(), region.orElseThrow().code(), address, List.copyOf(methods),
                                from.orElseThrow(), until.orElseThrow(), note)),
                        List.of())
                : new FacilityReading(Optional.empty(), faults);
    }

    private static Set<Method> methods(String typed, List<Fault> faults) {
        var methods = new LinkedHashSet<Method>();
        for (String word : typed.split(BETWEEN)) {
            if (!word.isBlank()) {
                Method.said(word).ifPresentOrElse(methods::add, () -> faults.add(
                        new Fault("abilities", "facilities.fault.ability", List.of(word.strip()))));
            }
        }
        if (methods.isEmpty() && faults.stream().noneMatch(fault -> fault.field().equals("abilities"))) {
            faults.add(fault("abilities", "needed"));
        }
        return methods;
    }

    private static String text(Map<String, String> cells, String field, boolean needed, List<Fault> faults) {
        String text = cells.getOrDefault(field, "").strip();
        if (needed && text.isEmpty()) {
            faults.add(fault(field, "needed"));
        } else if (text.length() > TEXT_MOST) {
            faults.add(fault(field, "long"));
        }
        return text;
    }

    private static Optional<LocalDate> day(Map<String, String> cells, String field, List<Fault> faults) {
        try {
            return Optional.of(LocalDate.parse(cells.getOrDefault(field, "").strip()));
        } catch (DateTimeException e) {
            faults.add(fault(field, "day"));
            return Optional.empty();
        }
    }

    private static Fault fault(String field, String kind) {
        return new Fault(field, "facilities.fault." + kind, List.of());
    }
}
