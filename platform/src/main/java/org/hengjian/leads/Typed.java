package org.hengjian.leads;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form that was refused: given back as it was, with the reason at the form.
 *
 * @param field name of the field that the reason is about; empty where it is about the whole
 */
record Typed(
        String form,
        @Nullable String why,
        String field,
        String reason,
        String notes,
        String place,
        String outcome,
        String visitedOn,
        String agency,
        String ground) {

    static final Typed NOTHING = new Typed("", null, "", "", "", "", "", "", "", "");

    static String fieldOf(String key) {
        return switch (key) {
            case "leads.no.record.when", "leads.no.record.day" -> "visitedOn";
            case "leads.no.record.notes", "leads.no.record.long" -> "notes";
            case "leads.no.photo.large", "leads.no.photo.kind", "leads.no.photo.many" -> "photos";
            default -> "";
        };
    }

    static Typed of(String form, String reason, String agency, String ground) {
        return new Typed(form, null, "", reason, "", "", "", "", agency, ground);
    }
}
