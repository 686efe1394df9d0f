package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.springframework.stereotype.Component;

/** The forms of archiving and reopening. */
@Component
class ArchiveForms implements StepForms {

    private final Archive archive;

    ArchiveForms(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Set<Verb> steps() {
        return EnumSet.of(Verb.ARCHIVE, Verb.REOPEN);
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case ARCHIVE -> List.of(
                    CaseForms.choice("retention", CaseForms.names(Paper.Retention.values())),
                    Field.of("shelf", Kind.LINE, true),
                    Field.of("note", Kind.BLOCK, false));
            case REOPEN -> List.of(
                    CaseForms.choice("reopening", CaseForms.names(Paper.Reopening.values())),
                    Field.of("ground", Kind.BLOCK, true));
            default -> throw new IllegalArgumentException("not after the closing: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case ARCHIVE -> {
                var retention = in.one("retention", Paper.Retention.class);
                String shelf = in.text("shelf", LINE);
                String note = in.optional("note", BLOCK);
                yield CaseForms.taken(in, () -> archive.archive(step, retention, shelf, note));
            }
            case REOPEN -> {
                var kind = in.one("reopening", Paper.Reopening.class);
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> archive.reopen(step, kind, ground));
            }
            default -> throw new IllegalArgumentException("not after the closing: " + verb);
        };
    }
}
