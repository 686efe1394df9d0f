package org.hengjian.screening;

import java.util.List;
import java.util.Locale;

/** A verdict as one line of JSON: the shape that the command line and the REST door share. */
public final class VerdictJson {

    private VerdictJson() {}

    /** One JSON object without a line break; offsets are UTF-16 indices into the named field. */
    public static String line(String listingId, Verdict verdict) {
        var out = new StringBuilder(512);
        out.append("{\"id\":");
        text(out, listingId);
        out.append(",\"verdict\":\"").append(verdict.standing().code()).append('"');
        out.append(",\"score\":").append(String.format(Locale.ROOT, "%.4f", verdict.score()));
        out.append(",\"right\":");
        verdict.right().ifPresentOrElse(right -> right(out, right), () -> out.append("null"));
        out.append(",\"kind\":\"").append(verdict.kind().code()).append('"');
        out.append(",\"findings\":[");
        List<Finding> findings = verdict.findings();
        for (int i = 0; i < findings.size(); i++) {
            out.append(i == 0 ? "" : ",");
            finding(out, findings.get(i));
        }
        out.append("],\"clearings\":[");
        List<Clearing> clearings = verdict.clearings();
        for (int i = 0; i < clearings.size(); i++) {
            out.append(i == 0 ? "" : ",");
            clearing(out, clearings.get(i));
        }
        return out.append("]}").toString();
    }

    private static void right(StringBuilder out, Right right) {
        out.append("{\"id\":");
        text(out, right.id());
        out.append(",\"name\":");
        text(out, right.name());
        out.append(",\"holder\":");
        text(out, right.holder());
        out.append('}');
    }

    private static void finding(StringBuilder out, Finding finding) {
        out.append("{\"kind\":\"").append(finding.kind().code()).append("\",\"field\":");
        text(out, finding.field());
        out.append(",\"start\":").append(finding.start()).append(",\"end\":").append(finding.end());
        out.append(",\"text\":");
        text(out, finding.text());
        out.append(",\"matched\":");
        text(out, finding.matched());
        out.append(",\"path\":[");
        for (int i = 0; i < finding.path().size(); i++) {
            out.append(i == 0 ? "" : ",");
            text(out, finding.path().get(i));
        }
        out.append("],\"weight\":").append(String.format(Locale.ROOT, "%.3f", finding.weight()));
        out.append(",\"zh\":");
        text(out, finding.zh());
        out.append(",\"en\":");
        text(out, finding.en());
        out.append('}');
    }

    private static void clearing(StringBuilder out, Clearing clearing) {
        out.append("{\"kind\":\"").append(clearing.kind().code()).append("\",\"field\":");
        text(out, clearing.field());
        out.append(",\"start\":").append(clearing.start()).append(",\"end\":").append(clearing.end());
        out.append(",\"text\":");
        text(out, clearing.text());
        out.append(",\"zh\":");
        text(out, clearing.zh());
        out.append(",\"en\":");
        text(out, clearing.en());
        out.append('}');
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneSurrogate = Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x2028 || c == 0x2029 || loneSurrogate) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
