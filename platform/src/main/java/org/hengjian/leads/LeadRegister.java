package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.hengjian.access.Viewer;
import org.hengjian.agencies.Regions;
import org.hengjian.registers.RegisterFile;
import org.hengjian.registers.Registers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads as a register (线索台账). */
@Component
class LeadRegister {

    private final LeadListTable list;
    private final Regions regions;
    private final MessageSource messages;
    private final Registers registers;
    private final TransactionTemplate transaction;

    LeadRegister(
            LeadListTable list,
            Regions regions,
            MessageSource messages,
            Registers registers,
            TransactionTemplate transaction) {
        this.list = list;
        this.regions = regions;
        this.messages = messages;
        this.registers = registers;
        this.transaction = transaction;
    }

    /** @param conditions of the list, in words */
    void send(Filter filter, Collection<String> conditions, Viewer viewer, Locale locale, HttpServletResponse response)
            throws IOException {
        boolean english = locale.getLanguage().equals("en");
        // The cells alone are kept, not what screening said of each; no connection is held while they are sent.
        var rows = new ArrayList<List<?>>();
        transaction.executeWithoutResult(_ ->
                list.each(filter, viewer, Registers.ROWS_ASKED, lead -> rows.add(cells(lead, locale, english))));
        var register = registers.of("leads", "leads.register.title", locale);
        conditions.forEach(register::filter);
        register.text("leads.column.number", 16)
                .text("leads.column.stage", 10)
                .text("leads.column.score", 7)
                .text("leads.column.title", 44)
                .text("leads.column.right", 16)
                .text("leads.column.kind", 14)
                .fen("leads.column.price")
                .text("leads.column.seller", 22)
                .text("leads.column.platform", 12)
                .text("leads.column.place", 22)
                .day("leads.column.received")
                .day("leads.column.due")
                .text("leads.column.assignee", 10)
                .xlsx(rows, row -> row, response);
    }

    private List<?> cells(Lead lead, Locale locale, boolean english) {
        Integer region = lead.subject().region();
        return RegisterFile.cells(
                lead.number(),
                say("leads.stage." + lead.stage().code(), locale),
                String.format(Locale.ROOT, "%.2f", lead.score()),
                lead.goods().title(),
                lead.right().name(),
                english ? lead.explanation().kind().en() : lead.explanation().kind().zh(),
                lead.goods().priceFen(),
                lead.subject().seller(),
                lead.subject().platform(),
                region == null ? "" : regions.path(region),
                lead.receivedOn(),
                lead.due(),
                lead.assigneeName());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
