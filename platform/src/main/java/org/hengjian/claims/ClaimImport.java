package org.hengjian.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.imports.ImportTarget;
import org.hengjian.screening.Kind;
import org.hengjian.tables.Field;
import org.hengjian.tables.Formulas;
import org.springframework.stereotype.Component;

/**
 * Files of words, of the form that the library ships or with headings as offices write them. Each good row becomes a draft,
 * to be tried and published by another person; none counts before.
 */
@Component
class ClaimImport implements ImportTarget {

    private static final List<Field> FIELDS = Field.read(ClaimImport.class, "claim.fields");

    private final Claims claims;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    ClaimImport(Claims claims, Viewers viewers, Audit audit, Clock clock) {
        this.claims = claims;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public String href() {
        return "/claims?state=DRAFT";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public boolean mayImport() {
        return viewers.require().hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR);
    }

    @Override
    public Outcome take(Map<String, String> cells) {
        var typed = new HashMap<String, String>();
        cells.forEach((field, cell) -> typed.put(field, Formulas.original(cell).strip()));
        typed.computeIfPresent("kind", (_, kind) -> kindCode(kind));
        typed.computeIfPresent("language", (_, language) -> languageCode(language));
        if (typed.getOrDefault("from", "").isEmpty()) {
            typed.put("from", LocalDate.now(clock).toString());
        }
        var form = new WordingForm(typed);
        var content = form.content();
        if (content.isEmpty()) {
            var faults = new ArrayList<Fault>();
            form.faults().forEach((field, key) -> faults.add(new Fault(field, key, List.of())));
            return new Outcome.Rejected(faults);
        }
        return switch (claims.bringIn(content.get())) {
            case DRAFTED -> new Outcome.Accepted();
            case KNOWN -> new Outcome.Duplicate();
            case DRAFTED_OTHERWISE ->
                new Outcome.Rejected(List.of(new Fault("words", "claims.fault.drafted", List.of(content.get().words()))));
        };
    }

    @Override
    public void finished(String fileName, int accepted) {
        audit.enter(Deed.of("claims.import", "claim", fileName).with(Map.of("drafts", accepted)));
    }

    private static String kindCode(String written) {
        for (Kind kind : WordingForm.KINDS) {
            if (written.equals(kind.zh()) || written.equalsIgnoreCase(kind.en())) {
                return kind.code();
            }
        }
        return written;
    }

    private static String languageCode(String written) {
        return switch (written) {
            case "中文", "汉语" -> "zh";
            case "英文", "英语" -> "en";
            default -> written;
        };
    }
}
