package org.hengjian.leads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.time.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a form about a visit must say, and what its photos may be. */
final class VisitForm {

    private VisitForm() {}

    /** What is missing in it or too long. */
    static Optional<Answer.Refused> fault(String outcome, String notes, @Nullable LocalDate visitedOn) {
        if (Arrays.stream(Outcome.values())
                .noneMatch(one -> one.name().equals(outcome))) {
            return Optional.of(Answer.Refused.of("leads.no.record.outcome"));
        }
        if (visitedOn == null) {
            return Optional.of(Answer.Refused.of("leads.no.record.when"));
        }
        if (notes.isBlank()) {
            return Optional.of(Answer.Refused.of("leads.no.record.notes"));
        }
        if (notes.length() > Deeds.NOTES_CHARS_MAX) {
            return Optional.of(Answer.Refused.of("leads.no.record.long", Integer.toString(Deeds.NOTES_CHARS_MAX)));
        }
        return Optional.empty();
    }

    /** Reads the photos into {@code taken}, or says which is none. */
    static Optional<Answer.Refused> take(@Nullable List<MultipartFile> files, List<Photo> taken) {
        if (files == null) {
            return Optional.empty();
        }
        for (MultipartFile file : files) {
            if (file.isEmpty()) {
                continue;
            }
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("-");
            if (file.getSize() > Photo.BYTES_MAX) {
                return Optional.of(Answer.Refused.of("leads.no.photo.large", name));
            }
            try {
                var photo = Photo.of(name, file.getBytes());
                if (photo.isEmpty()) {
                    return Optional.of(Answer.Refused.of("leads.no.photo.kind", name));
                }
                taken.add(photo.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return taken.size() > Photo.IN_ONE_RECORD_MAX
                ? Optional.of(Answer.Refused.of("leads.no.photo.many", Integer.toString(Photo.IN_ONE_RECORD_MAX)))
                : Optional.empty();
    }

    static @Nullable LocalDate day(String text) {
        try {
            return TypedDay.parse(text.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
