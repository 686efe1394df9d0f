package org.hengjian.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Field;

/** The fields of a listing and of a parcel, and the ways between headings, columns and fields. */
final class Fields {

    private static final List<Field> OF_LISTINGS = Field.read(Fields.class, "fields.txt");
    private static final List<Field> OF_PARCELS = Field.read(Fields.class, "parcel-fields.txt");

    /** Headings about who receives a parcel: of it only the region is taken, and nothing else proposed or guessed. */
    private static final Pattern RECIPIENT =
            Pattern.compile("收件|收货|收方|recipient|receiver|consignee|deliver", Pattern.CASE_INSENSITIVE);

    /** The code of a kind of goods names no single offer: as its number it would make one of all the goods of that kind. */
    private static final Pattern TARIFF =
            Pattern.compile("\\bHS\\W*(编码|編碼|编号|code)|税号|税则|稅則|海关编码|tariff", Pattern.CASE_INSENSITIVE);

    private static final List<Field> RECIPIENT_REGION =
            OF_PARCELS.stream().filter(field -> field.name().equals("recipientRegion")).toList();

    private static final Set<String> OF_SENDERS = Set.of("waybill", "senderName", "senderPhone", "senderAddress");

    /** As sure as that the heading is the word itself. */
    private static final double SURE = 0.95;

    private Fields() {}

    static List<Field> of(Source.Kind kind) {
        return switch (kind) {
            case LISTINGS -> OF_LISTINGS;
            case PARCELS -> OF_PARCELS;
        };
    }

    static ColumnMapping.Proposal propose(List<String> headings, Source.Kind kind) {
        return ColumnMapping.propose(
                headings.stream().map(heading -> mayBeTaken(heading, kind) ? heading : "").toList(), of(kind));
    }

    /** Headings under which surely nothing stands that names a person, so that what stands there may be shown. */
    static Set<String> impersonal(List<String> headings, Source.Kind kind) {
        return kind.namesPersons()
                ? propose(headings, kind).matches().stream()
                        .filter(match -> match.confidence() >= SURE && !OF_SENDERS.contains(match.field()))
                        .map(ColumnMapping.Match::heading)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.copyOf(headings);
    }

    private static boolean mayBeTaken(String heading, Source.Kind kind) {
        if (!kind.namesPersons()) {
            return !TARIFF.matcher(heading).find();
        }
        return !RECIPIENT.matcher(heading).find()
                || ColumnMapping.propose(List.of(heading), RECIPIENT_REGION).matches().stream()
                        .anyMatch(match -> match.confidence() >= SURE);
    }

    /** Every heading once: a blank one gets its number, a second one of the same name too. */
    static List<String> distinct(List<String> headings) {
        var distinct = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int column = 0; column < headings.size(); column++) {
            var heading = headings.get(column).isEmpty() ? "#" + (column + 1) : headings.get(column);
            if (!taken.add(heading)) {
                heading = heading + " #" + (column + 1);
                taken.add(heading);
            }
            distinct.add(heading);
        }
        return distinct;
    }

    static ColumnMapping columns(Map<String, String> headingOfField, List<String> headings) {
        var columns = new LinkedHashMap<String, Integer>();
        headingOfField.forEach((field, heading) -> {
            int column = headings.indexOf(heading);
            if (column >= 0) {
                columns.put(field, column);
            }
        });
        return new ColumnMapping(columns);
    }

    static Map<String, String> headings(ColumnMapping mapping, List<String> headings) {
        var headingOfField = new LinkedHashMap<String, String>();
        mapping.columns().forEach((field, column) -> headingOfField.put(field, headings.get(column)));
        return headingOfField;
    }

    /** Required fields that the mapping does not give a column that exists. */
    static List<String> missing(Source.Kind kind, Map<String, String> headingOfField, List<String> headings) {
        return of(kind).stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(name -> !headings.contains(headingOfField.getOrDefault(name, "")))
                .toList();
    }

    /**
     * What was remembered of the last file, and for headings that are new the proposal: so a column that comes along
     * later is not overlooked.
     */
    static Map<String, String> remembered(Map<String, String> before, List<String> headings) {
        var mapping = new LinkedHashMap<String, String>();
        before.forEach((field, heading) -> {
            if (headings.contains(heading)) {
                mapping.put(field, heading);
            }
        });
        return mapping;
    }
}
