package org.hengjian.rights;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hengjian.rights.Registration.Facts;
import org.hengjian.rights.Registration.Status;
import org.hengjian.screening.PriceBand;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/** Reads what people write about a right, in a form or a file, and says of each field what is wrong with it. */
final class RightReading {

    /** What a form asks and a file may tell. */
    static final List<String> FIELDS = List.of(
            "kind", "number", "name", "latin", "aliases", "nicknames", "models", "classes", "goods", "holder", "holderCode",
            "agent", "status", "validFrom", "validTo", "details", "category", "source");

    static final int LONGEST = 2_000; // a list of goods; the longest real ones have some hundred characters

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("商标", "TRADEMARK"),
            Map.entry("注册商标", "TRADEMARK"),
            Map.entry("TRADE MARK", "TRADEMARK"),
            Map.entry("专利", "PATENT"),
            Map.entry("发明专利", "PATENT"),
            Map.entry("著作权", "COPYRIGHT"),
            Map.entry("版权", "COPYRIGHT"),
            Map.entry("地理标志", "GEOGRAPHICAL_INDICATION"),
            Map.entry("植物新品种", "PLANT_VARIETY"),
            Map.entry("植物新品种权", "PLANT_VARIETY"),
            Map.entry("布图设计", "LAYOUT_DESIGN"),
            Map.entry("集成电路布图设计", "LAYOUT_DESIGN"),
            Map.entry("海关备案", "CUSTOMS_RECORDAL"));
    private static final Map<String, Status> STATES = Map.ofEntries(
            Map.entry("有效", Status.REGISTERED),
            Map.entry("已注册", Status.REGISTERED),
            Map.entry("注册", Status.REGISTERED),
            Map.entry("专用权有效", Status.REGISTERED),
            Map.entry("申请中", Status.APPLIED),
            Map.entry("待审", Status.APPLIED),
            Map.entry("期满", Status.EXPIRED),
            Map.entry("到期", Status.EXPIRED),
            Map.entry("失效", Status.EXPIRED),
            Map.entry("撤销", Status.REVOKED),
            Map.entry("注销", Status.REVOKED),
            Map.entry("无效", Status.INVALIDATED),
            Map.entry("宣告无效", Status.INVALIDATED));
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[ T].*)?");
    private static final int NICE_CLASSES = 45;

    private RightReading() {}

    /**
     * What is wrong with a field.
     *
     * @param key of the sentence; {@code key + ".remedy"} says what to do
     */
    record Fault(String field, String key, List<String> arguments) {

        Fault {
            arguments = List.copyOf(arguments);
        }
    }

    /** Either the facts, or at least one fault. */
    record Read(Optional<Facts> facts, List<Fault> faults) {

        /** First fault of each field, for the form. */
        Map<String, Fault> byField() {
            var first = new LinkedHashMap<String, Fault>();
            faults.forEach(fault -> first.putIfAbsent(fault.field(), fault));
            return first;
        }
    }

    /**
     * @param unverified  whether a known name without number is allowed to stay so
     * @param holderAgency and the next two: what a form does not ask
     */
    static Read read(
            Map<String, String> told,
            boolean unverified,
            @Nullable Long holderAgency,
            boolean generic,
            List<PriceBand> prices) {
        var faults = new java.util.ArrayList<Fault>();
        for (String field : FIELDS) {
            if (text(told, field).length() > LONGEST) {
                faults.add(new Fault(field, "rights.fault.long", List.of(Integer.toString(LONGEST))));
            }
        }
        String kind = kind(text(told, "kind"));
        if (!Kind.NAMES.contains(kind)) {
            faults.add(new Fault("kind", "rights.fault.kind", List.of(text(told, "kind"))));
        }
        String number = text(told, "number").replaceAll("^第|号$", "").replaceAll("\\s+", "");
        Status status = status(text(told, "status"), number, unverified);
        if (number.isEmpty() && !unverified) {
            faults.add(new Fault("number", "rights.fault.number.needed", List.of()));
        } else if (kind.equals("TRADEMARK") && !number.isEmpty() && !number.matches("G?\\d{1,9}[A-Z]?")) {
            faults.add(new Fault("number", "rights.fault.number.trademark", List.of(number)));
        }
        if (status == null) {
            faults.add(new Fault("status", "rights.fault.status", List.of(text(told, "status"))));
        } else if (number.isEmpty() && status != Status.UNVERIFIED && unverified) {
            faults.add(new Fault("number", "rights.fault.number.needed", List.of()));
        }
        if (text(told, "name").isEmpty() && several(text(told, "latin")).isEmpty()) {
            faults.add(new Fault("name", "rights.fault.name", List.of()));
        }
        var classes = classes(text(told, "classes"), faults);
        String code = text(told, "holderCode");
        if (!code.isEmpty() && UnifiedSocialCreditCode.read(code).isEmpty()) {
            faults.add(creditCodeFault(code));
        }
        LocalDate from = day(told, "validFrom", faults);
        LocalDate to = day(told, "validTo", faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(new Fault("validTo", "rights.fault.ends-before", List.of(from.toString(), to.toString())));
        }
        Kind read = kindWith(kind, text(told, "details"), faults);
        if (!faults.isEmpty() || read == null || status == null) {
            return new Read(Optional.empty(), faults);
        }
        return new Read(
                Optional.of(new Facts(
                        read,
                        number,
                        text(told, "name"),
                        several(text(told, "latin")),
                        several(text(told, "aliases")),
                        several(text(told, "nicknames")),
                        several(text(told, "models")),
                        classes,
                        text(told, "goods"),
                        text(told, "holder"),
                        UnifiedSocialCreditCode.read(code)
                                .map(UnifiedSocialCreditCode::text)
                                .orElse(""),
                        holderAgency,
                        text(told, "agent"),
                        status,
                        from,
                        to,
                        text(told, "category"),
                        generic,
                        prices,
                        text(told, "source"))),
                List.of());
    }

    /** The form's fields for facts that are there. */
    static Map<String, String> written(Facts facts) {
        var form = new LinkedHashMap<>(Differences.fields(facts));
        form.put("details", facts.kind().details().values().stream().findFirst().orElse(""));
        return form;
    }

    static Fault creditCodeFault(String code) {
        String bare = code.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        return UnifiedSocialCreditCode.hasForm(bare)
                ? new Fault(
                        "holderCode",
                        "rights.fault.code.check",
                        List.of(
                                String.valueOf(UnifiedSocialCreditCode.checkCharacter(bare)),
                                bare.substring(bare.length() - 1)))
                : new Fault("holderCode", "rights.fault.code.form", List.of(code));
    }

    static List<String> several(String text) {
        return Arrays.stream(text.split("[|｜;；\\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String kind(String told) {
        String kind = told.strip();
        if (kind.isEmpty()) {
            return "TRADEMARK";
        }
        return KINDS.getOrDefault(kind.toUpperCase(Locale.ROOT), kind.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static @Nullable Status status(String told, String number, boolean unverified) {
        if (told.isEmpty()) {
            return number.isEmpty() && unverified ? Status.UNVERIFIED : Status.REGISTERED;
        }
        Status known = STATES.get(told);
        if (known != null) {
            return known;
        }
        return Arrays.stream(Status.values())
                .filter(one -> one.name().equalsIgnoreCase(told) && (one != Status.UNVERIFIED || unverified))
                .findFirst()
                .orElse(null);
    }

    private static TreeSet<Integer> classes(String told, List<Fault> faults) {
        var classes = new TreeSet<Integer>();
        for (String part : told.split("[|｜,，;；、\\s第类]+")) {
            if (part.isEmpty()) {
                continue;
            }
            if (part.matches("\\d{1,2}") && Integer.parseInt(part) >= 1 && Integer.parseInt(part) <= NICE_CLASSES) {
                classes.add(Integer.valueOf(part));
            } else {
                faults.add(new Fault("classes", "rights.fault.class", List.of(part)));
            }
        }
        return classes;
    }

    private static @Nullable LocalDate day(Map<String, String> told, String field, List<Fault> faults) {
        String text = text(told, field);
        if (text.isEmpty()) {
            return null;
        }
        var day = DAY.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
        } catch (DateTimeException e) {
            // 30 February and the like: told as any other text that is no day.
        }
        faults.add(new Fault(field, "rights.fault.day", List.of(text)));
        return null;
    }

    private static @Nullable Kind kindWith(String kind, String details, List<Fault> faults) {
        if (!Kind.NAMES.contains(kind)) {
            return null;
        }
        String detail = switch (kind) {
            case "TRADEMARK" -> "sign";
            case "PATENT" -> "type";
            case "COPYRIGHT" -> "work";
            case "GEOGRAPHICAL_INDICATION" -> "area";
            case "PLANT_VARIETY" -> "species";
            default -> "recorded";
        };
        try {
            return Kind.of(kind, details.isEmpty() ? Map.of() : Map.of(detail, details));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("details", "rights.fault.details", List.of(details)));
            return null;
        }
    }

    private static String text(Map<String, String> told, String field) {
        return told.getOrDefault(field, "").strip();
    }
}
