package org.hengjian.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** What came back from the page of a proof: for each document its passages as the machine and as the person has them. */
public record Typed(List<Sheet> sheets) {

    static final String SHEET = "sheet";
    static final String SAID = "said";
    static final String INSTEAD = "instead";
    static final String VERSION = "wording";
    private static final char SEPARATOR = '|';
    private static final int LONGEST = 20_000; // characters of a passage
    private static final ScopedValue<Typed> NOW = ScopedValue.newInstance();

    public Typed {
        sheets = List.copyOf(sheets);
    }

    /** @param version of the wording that was kept when the page was made */
    record Sheet(String kind, String title, String version, List<Revision> revisions) {

        Sheet {
            revisions = List.copyOf(revisions);
        }

        static Sheet empty(Documents.Draft draft) {
            return new Sheet(draft.kind(), draft.title(), "", List.of());
        }
    }

    /** How a document is named in the form. */
    static String name(Documents.Proof proof) {
        return proof.kind() + SEPARATOR + proof.title();
    }

    /**
     * The documents are {@code sheet} in their order; of the first, {@code wording0} is the version kept, {@code said0} and
     * {@code instead0} the passages.
     *
     * @throws IllegalArgumentException if the form is none of ours
     */
    public static Typed of(MultiValueMap<String, String> form) {
        var names = form.getOrDefault(SHEET, List.of());
        var sheets = new ArrayList<Sheet>();
        for (int at = 0; at < names.size(); at++) {
            int cut = names.get(at).indexOf(SEPARATOR);
            var said = form.getOrDefault(SAID + at, List.of());
            var instead = form.getOrDefault(INSTEAD + at, List.of());
            if (cut < 0 || said.size() != instead.size()) {
                throw new IllegalArgumentException("sheet " + at);
            }
            var revisions = new ArrayList<Revision>();
            for (int i = 0; i < said.size(); i++) {
                var revision = new Revision(said.get(i), instead.get(i));
                if (revision.instead().length() > LONGEST || !isText(revision.instead())) {
                    throw new IllegalArgumentException("passage " + i + " of sheet " + at);
                }
                if (revision.changes()) {
                    revisions.add(revision);
                }
            }
            sheets.add(new Sheet(
                    names.get(at).substring(0, cut),
                    names.get(at).substring(cut + 1),
                    Optional.ofNullable(form.getFirst(VERSION + at)).orElse(""),
                    revisions));
        }
        return new Typed(sheets);
    }

    /** What XML 1.0 can say (section 2.2), or no document could be set from it. */
    private static boolean isText(String text) {
        return text.codePoints().allMatch(c -> c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000);
    }

    /** The fields of a form that are not a proof's. */
    static Map<String, List<String>> others(MultiValueMap<String, String> form) {
        var others = new LinkedHashMap<String, List<String>>();
        form.forEach((name, values) -> {
            if (!name.matches("sheet|proof|_csrf|(said|instead|wording)\\d+")) {
                others.put(name, values);
            }
        });
        return others;
    }

    /** What a person words otherwise, over all documents. */
    public List<Revision> revisions() {
        return sheets.stream().flatMap(sheet -> sheet.revisions().stream()).toList();
    }

    Optional<Sheet> of(Documents.Draft draft) {
        return sheets.stream()
                .filter(sheet -> sheet.kind().equals(draft.kind()) && sheet.title().equals(draft.title()))
                .findFirst();
    }

    /** Does a deed whose documents say what was typed. */
    <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> deed) throws X {
        return ScopedValue.where(NOW, this).call(deed);
    }

    /** What was typed for that document in the deed under way. */
    static Optional<Sheet> now(Documents.Draft draft) {
        return NOW.isBound() ? NOW.get().of(draft) : Optional.empty();
    }
}
