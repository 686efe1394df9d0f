package org.hengjian.rights;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.parties.SearchText;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.hengjian.tables.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of rights: search, filters, pages, the register (台账) as a workbook. */
@Service
@Transactional(readOnly = true)
class RightLists {

    static final int PAGE = 50;
    private static final int EXPORT_CHUNK = 1_000;
    private static final int EXPORT_MOST = 100_000; // a workbook that opens; more is an extract for a database

    private final RightTable table;
    private final AuthorisationTable authorisations;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    RightLists(
            RightTable table,
            AuthorisationTable authorisations,
            Viewers viewers,
            MessageSource messages,
            Clock clock) {
        this.table = table;
        this.authorisations = authorisations;
        this.viewers = viewers;
        this.messages = messages;
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

    void export(Wanted wanted, Locale locale, OutputStream out) throws IOException {
        var columns = List.of(
                column("kind", 12, locale),
                column("number", 20, locale),
                column("name", 24, locale),
                column("latin", 24, locale),
                column("aliases", 24, locale),
                column("classes", 10, locale),
                column("goods", 36, locale),
                column("holder", 30, locale),
                column("agent", 26, locale),
                column("status", 10, locale),
                new Register.Column(words("rights.field.validFrom", locale), Register.Kind.DAY, 12),
                new Register.Column(words("rights.field.validTo", locale), Register.Kind.DAY, 12),
                column("source", 24, locale));
        var head = new Register.Head(
                words("rights.register", locale),
                viewers.require().agencyName(),
                List.of(words("rights.register.made", locale, LocalDate.now(clock), viewers.require().name())));
        try (var register = new Register(out, words("rights.title", locale), head, columns)) {
            Optional<Cursor> after = Optional.empty();
            int written = 0;
            do {
                var page = page(wanted, after, EXPORT_CHUNK);
                for (var row : page.rows()) {
                    register.write(cells(row.facts(), locale));
                }
                written += page.rows().size();
                after = page.next();
            } while (after.isPresent() && written < EXPORT_MOST);
        }
    }

    private List<Object> cells(Registration.Facts facts, Locale locale) {
        return List.of(
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
                facts.validFrom() == null ? "" : facts.validFrom(),
                facts.validTo() == null ? "" : facts.validTo(),
                facts.source());
    }

    private Register.Column column(String field, int width, Locale locale) {
        return new Register.Column(words("rights.field." + field, locale), Register.Kind.TEXT, width);
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(
                key, Arrays.stream(arguments).map(Object::toString).toArray(), locale);
    }

    private RightTable.Filter filter(Wanted wanted) {
        var viewer = viewers.require();
        String niceClass = text(wanted.niceClass());
        return new RightTable.Filter(
                SearchText.sought(text(wanted.q())),
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
