package org.hengjian.parties;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.agencies.Regions;
import org.hengjian.time.TypedDay;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/** A form about a party as it was filled in, and what is wrong with it, by field. */
record FilledForm(Map<String, String> fields, Map<String, FilledForm.Words> faults) {

    /** A sentence about a field. */
    record Words(String key, List<String> arguments) {}

    FilledForm {
        fields = Map.copyOf(fields);
    }

    static FilledForm of(Map<String, String> fields) {
        return new FilledForm(fields, new LinkedHashMap<>());
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    void fault(String field, String key) {
        faults.put(field, new Words(key, List.of()));
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    String needed(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            fault(field, "parties.fault.needed");
        }
        return text;
    }

    @Nullable LocalDate day(String field) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : TypedDay.parse(text);
        } catch (DateTimeParseException e) {
            fault(field, "parties.fault.day");
            return null;
        }
    }

    @Nullable Integer region(Regions regions) {
        String text = text("region");
        if (text.isEmpty()) {
            return null;
        }
        var found = regions.named(text);
        if (found.isEmpty()) {
            fault("region", "parties.fault.region");
        }
        return found.map(Regions.Region::code).orElse(null);
    }

    /** At which version the thing stood when the form was opened. */
    int version() {
        String version = fields.getOrDefault("version", "0");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    static Optional<Words> codeFault(String code) {
        if (UnifiedSocialCreditCode.read(code).isPresent()) {
            return Optional.empty();
        }
        String bare = code.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return Optional.of(
                UnifiedSocialCreditCode.hasForm(bare)
                        ? new Words(
                                "parties.fault.code.check",
                                List.of(
                                        String.valueOf(UnifiedSocialCreditCode.checkCharacter(bare)),
                                        bare.substring(bare.length() - 1)))
                        : new Words("parties.fault.code.form", List.of()));
    }
}
