package org.hengjian.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hengjian.tables.CsvWriter;
import org.hengjian.tables.Register;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rejected rows as they came, with four columns more: row, field, reason, remedy. */
@Component
class RejectDownload {

    private static final List<String> OWN_COLUMNS = List.of("row", "field", "reason", "remedy");
    private static final int COLUMN_WIDTH = 24;

    private final RejectionTable rejections;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final FaultWords words;

    RejectDownload(
            RejectionTable rejections, TransactionTemplate transaction, MessageSource messages, FaultWords words) {
        this.rejections = rejections;
        this.transaction = transaction;
        this.messages = messages;
        this.words = words;
    }

    /** For a spreadsheet; can be corrected and uploaded again, the four columns are passed over. */
    void csv(Batch batch, OutputStream out, Locale locale) {
        transaction.executeWithoutResult(_ -> {
            try (var csv = new CsvWriter(out)) {
                csv.write(headings(batch, locale));
                rejections.each(batch.id(), one -> {
                    try {
                        csv.write(cells(batch, one, locale));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    void xlsx(Batch batch, OutputStream out, Locale locale) {
        var headings = headings(batch, locale);
        var columns = headings.stream()
                .map(heading -> new Register.Column(heading, Register.Kind.TEXT, COLUMN_WIDTH))
                .toList();
        var head = new Register.Head(
                text("intake.rejects.register", locale, batch.fileName()),
                text("intake.rejects.register.source", locale, batch.sourceName()),
                List.of(text("intake.rejects.register.counts", locale, batch.received(), batch.accepted(), batch.rejected(), batch.duplicates())));
        transaction.executeWithoutResult(_ -> {
            try (var register = new Register(out, text("intake.rejects", locale), head, columns)) {
                rejections.each(batch.id(), one -> {
                    try {
                        var cells = cells(batch, one, locale);
                        register.write(cells.subList(0, Math.min(cells.size(), columns.size())));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private List<String> headings(Batch batch, Locale locale) {
        var headings = new ArrayList<>(batch.headings());
        OWN_COLUMNS.forEach(column -> headings.add(text("intake.rejects." + column, locale)));
        return headings;
    }

    /** A row that could not be split stands in the first column as a whole; surplus cells come last. */
    private List<String> cells(Batch batch, RejectionTable.Rejection one, Locale locale) {
        int width = batch.headings().size();
        var cells = new ArrayList<>(one.cells().subList(0, Math.min(width, one.cells().size())));
        while (cells.size() < width) {
            cells.add("");
        }
        cells.add(String.valueOf(one.rowNumber()));
        cells.add(joined(one.faults(), fault -> words.fieldName(fault.field(), locale)));
        cells.add(joined(one.faults(), fault -> words.reason(fault, locale)));
        cells.add(joined(one.faults(), fault -> words.remedy(fault, locale)));
        if (one.cells().size() > width) {
            cells.addAll(one.cells().subList(width, one.cells().size()));
        }
        return cells;
    }

    private static String joined(List<Fault> faults, Function<Fault, String> part) {
        return faults.stream().map(part).distinct().collect(Collectors.joining("\n"));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
