package org.hengjian.claims;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.claims.Wording.Content;
import org.hengjian.screening.Claim;
import org.hengjian.screening.Kind;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.screening.text.Units;
import org.hengjian.time.TypedDay;
import org.jspecify.annotations.Nullable;

/** Words as typed into the form: what they say, or the field that keeps them from being saved and why. */
final class WordingForm {

    /** What claims speak for; names in disguise, prices and codes are found without words. */
    static final List<Kind> KINDS = List.of(
            Kind.COUNTERFEIT_CLAIM, Kind.RISKY_PRODUCT, Kind.PIRATED_CONTENT, Kind.GI_MISUSE, Kind.DIVERSION);

    static final List<String> LANGUAGES = List.of("zh", "en");
    private static final int WORDS_MOST = 300;
    private static final int SENSE_MOST = 60;
    private static final int TEXT_MOST = 200;
    private static final int NOTE_MOST = 1000;
    private static final double WEIGHT_MOST = 6;
    private static final int SENSES_MOST = 200;

    private final Map<String, String> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();

    WordingForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** Field → message key. */
    Map<String, String> faults() {
        return faults;
    }

    /** Empty where a fault keeps it from being saved. */
    Optional<Content> content() {
        String words = text("words", WORDS_MOST, true);
        if (!words.isEmpty() && Units.of(words).size() < 2 && shipped(words, language()).isEmpty()) {
            faults.put("words", "claims.fault.too-short");
        }
        if (!Claim.bothPartsSaid(words)) {
            faults.put("words", "claims.fault.half");
        }
        String language = text("language", TEXT_MOST, true);
        if (!language.isEmpty() && !LANGUAGES.contains(language)) {
            faults.put("language", "claims.fault.choose");
        }
        boolean off = typed.containsKey("off");
        if (off && !words.isEmpty() && shipped(words, language).isEmpty()) {
            faults.put("words", "claims.fault.nothing-to-switch-off");
        }
        Kind kind = KINDS.stream()
                .filter(one -> one.code().equals(typed.get("kind")))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            faults.put("kind", "claims.fault.choose");
        }
        double weight = weight();
        LocalDate from = day("from", true);
        LocalDate to = day("to", false);
        if (from != null && to != null && to.isBefore(from)) {
            faults.put("to", "claims.fault.turned");
        }
        String topic = text("topic", 40, true);
        String source = text("source", TEXT_MOST, true);
        String note = text("note", NOTE_MOST, false);
        List<String> unless = unless();
        if (!faults.isEmpty() || kind == null || from == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Content(words, language, off, kind, weight, topic, unless, from, to, source, note));
    }

    static Map<String, String> typed(Content content) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("words", content.words());
        typed.put("language", content.language());
        typed.put("kind", content.kind().code());
        typed.put("weight", plain(content.weight()));
        typed.put("topic", content.topic());
        typed.put("unless", String.join("、", content.unless()));
        typed.put("from", content.fromDay().toString());
        typed.put("to", content.toDay() == null ? "" : content.toDay().toString());
        typed.put("source", content.source());
        typed.put("note", content.note());
        if (content.switchesOff()) {
            typed.put("off", "1");
        }
        return typed;
    }

    /** To begin with when shipped words are corrected: as they are, from today on. */
    static Map<String, String> typed(Claim shipped, LocalDate today) {
        return typed(new Content(
                shipped.text(),
                shipped.language(),
                false,
                shipped.kind(),
                shipped.weight(),
                shipped.group(),
                shipped.unless(),
                today,
                null,
                shipped.source(),
                ""));
    }

    static Optional<Claim> shipped(String words, String language) {
        return ShippedClaims.all().stream()
                .filter(claim -> claim.text().equals(words) && claim.language().equals(language))
                .findFirst();
    }

    static String plain(double weight) {
        return weight == Math.rint(weight) ? Integer.toString((int) weight) : Double.toString(weight);
    }

    private String text(String field, int most, boolean needed) {
        String text = typed.getOrDefault(field, "").strip();
        if (needed && text.isEmpty()) {
            faults.put(field, "claims.fault.missing");
        } else if (text.length() > most) {
            faults.put(field, "claims.fault.too-long");
        } else if (!field.equals("note") && text.chars().anyMatch(Character::isISOControl)) {
            faults.put(field, "claims.fault.control");
        }
        return text;
    }

    private String language() {
        return typed.getOrDefault("language", "").strip();
    }

    private double weight() {
        try {
            double weight = Double.parseDouble(typed.getOrDefault("weight", "").strip());
            if (weight > 0 && weight <= WEIGHT_MOST) {
                return Math.round(weight * 10) / 10.0;
            }
        } catch (NumberFormatException e) {
            // told below, with what is asked for
        }
        faults.put("weight", "claims.fault.weight");
        return 0;
    }

    private @Nullable LocalDate day(String field, boolean needed) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            if (needed) {
                faults.put(field, "claims.fault.missing");
            }
            return null;
        }
        try {
            return TypedDay.parse(text);
        } catch (DateTimeException e) {
            faults.put(field, "claims.fault.day");
            return null;
        }
    }

    private List<String> unless() {
        var words = new ArrayList<String>();
        Arrays.stream(typed.getOrDefault("unless", "").split("[|、,，;；\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .forEach(words::add);
        if (words.size() > SENSES_MOST || words.stream().anyMatch(word -> word.length() > SENSE_MOST)) {
            faults.put("unless", "claims.fault.too-long");
        }
        return words;
    }
}
