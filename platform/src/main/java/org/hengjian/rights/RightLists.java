package org.hengjian.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.parties.SearchText;
import org.hengjian.registers.RegisterFile;
import org.hengjian.registers.Registers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of rights: search, filters, pages, the register (台账) as a workbook. */
@Service
@Transactional(readOnly = true)
class RightLists {

    static final int PAGE = 50;
    private static final int EXPORT_CHUNK = 1_000;

    private final RightTable table;
    private final AuthorisationTable authorisations;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Registers registers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RightLists(
            RightTable table,
            AuthorisationTable authorisations,
            Viewers viewers,
            MessageSource messages,
            Registers registers,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.authorisations = authorisations;
        this.viewers = viewers;
        this.messages = messages;
        this.registers = registers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The conditions of a list as they stand in its address; what is not understood is no condition. */
    record Wanted(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String niceClass,
            @Nullable String source,
            @Nullable Boolean sellers,
            @Nullable Boolean mine,
            @Nullable String sort) {

        public boolean isFiltered() {
            return java.util.stream.Stream.of(q, kind, status, niceClass, source)
                            .anyMatch(text -> text != null && !text.isBlank())
                    || Boolean.TRUE.equals(sellers)
                    || Boolean.TRUE.equals(mine);
        }
    }

    Page<Registration> page(Wanted wanted, Optional<Cursor> after) {
        return page(wanted, after, PAGE);
    }

    Page<Registration> page(Wanted wanted, Optional<Cursor> after, int size) {
        var order = order(wanted);
        var rows = table.list(filter(wanted), order, after.flatMap(cursor -> key(order, cursor)), size + 1);
        return Page.of(rows, size, row -> Cursor.of(key(order, row), row.id()));
    }

    long count(Wanted wanted) {
        return table.count(filter(wanted));
    }

    List<Authorisation> sellers(long right) {
        return authorisations.of(right);
    }

    List<RightTable.Version> versions(long right) {
        return table.versions(right);
    }

    Optional<Registration> numbered(String kind, String number) {
        return table.find(kind, number);
    }

    /** Holds no connection while it sends. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void export(Wanted wanted, Locale locale, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<List<?>>();
        transaction.executeWithoutResult(_ -> {
            Optional<Cursor> after = Optional.empty();
            do {
                var page = page(wanted, after, EXPORT_CHUNK);
                page.rows().forEach(row -> rows.add(cells(row.facts(), locale)));
                after = page.next();
            } while (after.isPresent() && rows.size() < Registers.ROWS_ASKED);
        });
        String niceClass = text(wanted.niceClass());
        registers.of("rights", "rights.register", locale)
                .filter(text(wanted.q()))
                .filter("rights.kind.", text(wanted.kind()))
                .filter(niceClass.isEmpty() ? "" : words("rights.class", locale, niceClass))
                .filter("rights.status.", text(wanted.status()))
                .filter(text(wanted.source()))
                .filter("rights.filter.sellers", Boolean.TRUE.equals(wanted.sellers()))
                .filter("rights.filter.mine", Boolean.TRUE.equals(wanted.mine()))
                .text("rights.field.kind", 12)
                .text("rights.field.number", 20)
                .text("rights.field.name", 24)
                .text("rights.field.latin", 24)
                .text("rights.field.aliases", 24)
                .text("rights.field.classes", 10)
                .text("rights.field.goods", 36)
                .text("rights.field.holder", 30)
                .text("rights.field.agent", 26)
                .text("rights.field.status", 10)
                .day("rights.field.validFrom")
                .day("rights.field.validTo")
                .text("rights.field.source", 24)
                .xlsx(rows, row -> row, response);
    }

    private List<?> cells(Registration.Facts facts, Locale locale) {
        return RegisterFile.cells(
                words("rights.kind." + facts.kind().name(), locale),
                facts.number(),
                facts.name(),
                String.join("；", facts.latin()),
                String.join("；", facts.aliases()),
                String.join("、", facts.classes().stream().map(Object::toString).toList()),
                facts.goods(),
                facts.holder(),
                facts.agent(),
                words("rights.status." + facts.status(), locale),
                facts.validFrom(),
                facts.validTo(),
                facts.source());
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(
                key, Arrays.stream(arguments).map(Object::toString).toArray(), locale);
    }

    private RightTable.Filter filter(Wanted wanted) {
        var viewer = viewers.require();
        String niceClass = text(wanted.niceClass());
        return new RightTable.Filter(
                SearchText.searched(text(wanted.q())),
                text(wanted.kind()),
                text(wanted.status()),
                niceClass.matches("\\d{1,2}") ? Integer.parseInt(niceClass) : 0,
                text(wanted.source()),
                Boolean.TRUE.equals(wanted.mine()) && viewer.has(Role.RIGHTS_HOLDER) ? viewer.agency() : 0,
                Boolean.TRUE.equals(wanted.sellers()),
                LocalDate.now(clock));
    }

    private static RightTable.Order order(Wanted wanted) {
        return switch (text(wanted.sort())) {
            case "end" -> RightTable.Order.END;
            case "change" -> RightTable.Order.CHANGE;
            default -> RightTable.Order.NAME;
        };
    }

    private static Object key(RightTable.Order order, Registration row) {
        return switch (order) {
            case NAME -> RightTable.sortName(row.facts());
            case END -> java.util.Objects.requireNonNull(row.facts().validTo());
            case CHANGE -> row.changedAt();
        };
    }

    /** Empty where someone wrote the address by hand: the list then begins at its start. */
    private static Optional<Map.Entry<String, Long>> key(RightTable.Order order, Cursor cursor) {
        boolean fits = cursor.key(1).matches("\\d{1,18}")
                && switch (order) {
                    case NAME -> true;
                    case END -> cursor.key(0).matches("\\d{4}-\\d\\d-\\d\\d");
                    case CHANGE -> cursor.key(0).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
                };
        return fits ? Optional.of(Map.entry(cursor.key(0), Long.valueOf(cursor.key(1)))) : Optional.empty();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
