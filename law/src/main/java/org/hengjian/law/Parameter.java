package org.hengjian.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One figure or rule of the law (法定参数) through time: its names, its unit and its dated values, oldest first.
 */
public record Parameter(
        String id,
        String topic,
        String zh,
        String en,
        String unit,
        List<DatedValue> values,
        List<String> notes,
        Node node) {

    public Parameter {
        values = List.copyOf(values);
        notes = List.copyOf(notes);
    }

    /** The value in force on that day; none before the first, in a gap, or after a repeal. */
    public Optional<DatedValue> on(LocalDate day) {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (values.get(i).inForceOn(day)) {
                return Optional.of(values.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the period binds a party (当事人、权利人) rather than an agency. */
    public boolean bindsParty() {
        return node.at("binds").textOr("agency").equals("party");
    }
}
