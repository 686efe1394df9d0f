package org.hengjian.leads;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hengjian.access.Viewer;
import org.hengjian.agencies.Regions;
import org.hengjian.tables.Register;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes leads as a register (线索台账), row by row. */
@Component
class LeadRegister {

    /** What a spreadsheet program opens without complaint; a longer list is narrowed first. */
    private static final int ROWS_MAX = 100_000;

    private final LeadListTable list;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    LeadRegister(LeadListTable list, Regions regions, MessageSource messages, Clock clock) {
        this.list = list;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    void write(OutputStream out, Filter filter, Viewer viewer, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        var head = new Register.Head(
                say("leads.register.title", locale),
                viewer.agencyName(),
                List.of(say("leads.register.note", locale, LocalDate.now(clock), viewer.name(), filter.state())));
        try (var register = new Register(out, say("leads.title", locale), head, columns(locale))) {
            list.each(filter, viewer, ROWS_MAX, lead -> {
                try {
                    register.write(cells(lead, locale, english));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Register.Column> columns(Locale locale) {
        return List.of(
                new Register.Column(say("leads.column.number", locale), Register.Kind.TEXT, 16),
                new Register.Column(say("leads.column.stage", locale), Register.Kind.TEXT, 10),
                new Register.Column(say("leads.column.score", locale), Register.Kind.TEXT, 7),
                new Register.Column(say("leads.column.title", locale), Register.Kind.TEXT, 44),
                new Register.Column(say("leads.column.right", locale), Register.Kind.TEXT, 16),
                new Register.Column(say("leads.column.kind", locale), Register.Kind.TEXT, 14),
                new Register.Column(say("leads.column.price", locale), Register.Kind.FEN, 12),
                new Register.Column(say("leads.column.seller", locale), Register.Kind.TEXT, 22),
                new Register.Column(say("leads.column.platform", locale), Register.Kind.TEXT, 12),
                new Register.Column(say("leads.column.place", locale), Register.Kind.TEXT, 22),
                new Register.Column(say("leads.column.received", locale), Register.Kind.DAY, 12),
                new Register.Column(say("leads.column.due", locale), Register.Kind.DAY, 12),
                new Register.Column(say("leads.column.assignee", locale), Register.Kind.TEXT, 10));
    }

    private List<?> cells(Lead lead, Locale locale, boolean english) {
        Integer region = lead.subject().region();
        return List.of(
                lead.number(),
                say("leads.stage." + lead.stage().code(), locale),
                String.format(Locale.ROOT, "%.2f", lead.score()),
                lead.goods().title(),
                lead.right().name(),
                english ? lead.explanation().kind().en() : lead.explanation().kind().zh(),
                lead.goods().priceFen() == null ? "" : lead.goods().priceFen(),
                lead.subject().seller(),
                lead.subject().platform(),
                region == null ? "" : regions.path(region),
                lead.receivedOn(),
                lead.due() == null ? "" : lead.due(),
                lead.assigneeName());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
