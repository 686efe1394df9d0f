package org.hengjian.referrals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.registers.RegisterFile;
import org.hengjian.registers.Registers;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The radar of referrals for supervisors and prosecutors, one alert on one page, questions and answers, statistics. */
@Controller
@RequestMapping("/referrals")
class RadarPages {

    private static final int TEXT_MOST = 4_000; // two pages of a letter
    static final Role[] WATCHERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.PROSECUTOR, Role.ANALYST, Role.AUDITOR
    };

    private final Radar radar;
    private final Alerts alerts;
    private final Referrals referrals;
    private final ReferralStatistics statistics;
    private final Regions regions;
    private final Viewers viewers;
    private final Clock clock;
    private final MessageSource messages;
    private final Registers registers;

    RadarPages(
            Radar radar,
            Alerts alerts,
            Referrals referrals,
            ReferralStatistics statistics,
            Regions regions,
            Viewers viewers,
            Clock clock,
            MessageSource messages,
            Registers registers) {
        this.radar = radar;
        this.alerts = alerts;
        this.referrals = referrals;
        this.statistics = statistics;
        this.regions = regions;
        this.viewers = viewers;
        this.clock = clock;
        this.messages = messages;
        this.registers = registers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry radarEntry(Radar radar) {
            return NavEntry.of(NavEntry.Group.WORK, "nav.radar", "alert-triangle", "/referrals/radar", 55, WATCHERS)
                    .counting(radar::waiting);
        }
    }

    /** The span of days that is counted and how. */
    record Span(LocalDate from, LocalDate to, ReferralStatistics.By by) {}

    @GetMapping("/radar")
    String radar(
            @RequestParam(defaultValue = "") String kind, @RequestParam(required = false) @Nullable String after, Model model) {
        viewers.require("referrals.radar", WATCHERS);
        var chosen = kind(kind);
        model.addAttribute("kinds", Radar.Kind.values());
        model.addAttribute("kind", chosen);
        model.addAttribute("counts", radar.counts());
        model.addAttribute("ofAlerts", Radar.isAboutAlerts(chosen));
        model.addAttribute("page", radar.page(chosen, after));
        return "referrals/radar";
    }

    @GetMapping("/radar.xlsx")
    void register(@RequestParam(defaultValue = "") String kind, Locale locale, HttpServletResponse response) throws IOException {
        viewers.require("referrals.radar", WATCHERS);
        var chosen = kind(kind);
        registers.of("radar", "referrals.radar", locale)
                .filter("referrals.radar.kind.", chosen.name())
                .text("referrals.list.number", 26)
                .text("referrals.list.title", 48)
                .text("referrals.side.AGENCY", 30)
                .text("referrals.side.POLICE", 30)
                .text("referrals.field.crime", 30)
                .text("referrals.radar.level", 16)
                .day("referrals.radar.since")
                .text("referrals.radar.note", 48)
                .whole("referrals.radar.asked", 10)
                .xlsx(
                        radar.rows(chosen, Registers.ROWS_ASKED),
                        row -> RegisterFile.cells(
                                row.number(),
                                row.title(),
                                row.agency(),
                                row.police(),
                                row.crime().isEmpty() ? "" : said("statutes.crime." + row.crime(), locale),
                                row.level().isEmpty()
                                        ? said("referrals.state." + row.state(), locale)
                                        : said("referrals.level." + row.level(), locale),
                                row.since(),
                                row.note(),
                                row.asked()),
                        response);
    }

    @GetMapping("/alerts/{id:\\d+}")
    String alert(@PathVariable long id, Model model) {
        var viewer = viewers.require("referrals.radar", WATCHERS);
        var alert = alerts.find(id).orElseThrow(() -> new NotFound("alert " + id));
        model.addAttribute("alert", alert);
        model.addAttribute("happenings", alerts.happenings(alert));
        model.addAttribute("questions", alerts.questions(alert));
        model.addAttribute("ofTheAgency", alert.agencyId() == viewer.agency());
        model.addAttribute("mayPropose", viewer.has(Role.OFFICER) && alert.state() != Alert.State.REFERRED);
        model.addAttribute("mayDismiss", alerts.againstDismissing(alert).isEmpty());
        model.addAttribute("mayAsk", alerts.mayAsk(viewer, alert.agencyId()));
        model.addAttribute("mayAnswer", viewer.hasAny(Alerts.ANSWERERS));
        model.addAttribute("me", viewer.agency());
        model.addAttribute("zone", PlatformTime.ZONE);
        return "referrals/alert";
    }

    @PostMapping("/alerts/{id:\\d+}/dismiss")
    String dismiss(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        String back = "redirect:/referrals/alerts/" + id;
        if (written(reason, "dismiss", redirect)) {
            tell(alerts.dismiss(id, version, reason.strip()), "referrals.alert.dismissed", redirect);
        }
        return back;
    }

    @PostMapping("/alerts/{id:\\d+}/ask")
    String ask(@PathVariable long id, @RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        viewers.require("referrals.ask", Alerts.ASKERS);
        var alert = alerts.find(id).orElseThrow(() -> new NotFound("alert " + id));
        if (written(text, "ask", redirect)) {
            tell(alerts.ask(alert, text.strip()), "referrals.asked", redirect);
        }
        return "redirect:/referrals/alerts/" + id + "#questions";
    }

    @PostMapping("/{id:\\d+}/question")
    String askAbout(
            @PathVariable long id,
            @RequestParam(defaultValue = "AGENCY") String to,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect) {
        viewers.require("referrals.ask", Alerts.ASKERS);
        var referral = referrals.find(id).orElseThrow(() -> new NotFound("referral " + id));
        var side = to.equals(Side.POLICE.name()) ? Side.POLICE : Side.AGENCY;
        if (written(text, "ask", redirect)) {
            tell(alerts.ask(referral, side, text.strip()), "referrals.asked", redirect);
        }
        return "redirect:/referrals/" + id + "#questions";
    }

    /** @param back the page that the question stands on: an alert's or a referral's */
    @PostMapping("/questions/{id:\\d+}")
    String answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        viewers.require("referrals.answer", Alerts.ANSWERERS);
        if (written(answer, "answer", redirect)) {
            tell(alerts.answer(id, answer.strip()), "referrals.answered", redirect);
        }
        return "redirect:" + (back.matches("/referrals/(alerts/)?\\d{1,18}") ? back + "#questions" : "/referrals");
    }

    @GetMapping("/statistics")
    String statistics(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String by,
            Locale locale,
            Model model) {
        viewers.require("referrals.statistics", WATCHERS);
        var span = span(from, to, by);
        var rows = counted(span, locale);
        model.addAttribute("span", span);
        model.addAttribute("bys", ReferralStatistics.By.values());
        model.addAttribute("rows", rows);
        model.addAttribute("total", total(rows));
        return "referrals/statistics";
    }

    @GetMapping("/statistics.xlsx")
    void statisticsWorkbook(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String by,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var span = watched(from, to, by);
        statisticsOf(span, locale).xlsx(counted(span, locale), RadarPages::figures, response);
    }

    /** Who may see the figures, and of which days. */
    private Span watched(String from, String to, String by) {
        viewers.require("referrals.statistics", WATCHERS);
        return span(from, to, by);
    }

    private RegisterFile statisticsOf(Span span, Locale locale) {
        var register = registers.of("referral-statistics", "referrals.statistics", locale)
                .filter(span.from() + " – " + span.to())
                .text("referrals.statistics.unit", 40)
                .text("referrals.statistics.region", 12);
        FIGURES.forEach(figure -> register.whole("referrals.statistics." + figure, 12));
        return register;
    }

    private static List<?> figures(ReferralStatistics.Row row) {
        return List.of(
                row.unit(), Integer.toString(row.region()), row.proposed(), row.referred(), row.accepted(), row.filed(),
                row.declined(), row.agencyLate(), row.policeLate());
    }

    @GetMapping("/statistics.csv")
    void statisticsText(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String by,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var span = watched(from, to, by);
        statisticsOf(span, locale).csv(counted(span, locale), RadarPages::figures, response);
    }

    private static final List<String> FIGURES =
            List.of("proposed", "referred", "accepted", "filed", "declined", "agencyLate", "policeLate");

    private List<ReferralStatistics.Row> counted(Span span, Locale locale) {
        return statistics.between(span.from(), span.to(), span.by()).stream()
                .map(row -> {
                    int code = span.by().of(row.region());
                    return row.named(row.unit().isEmpty() ? name(code, locale) : row.unit(), code);
                })
                .toList();
    }

    private String name(int code, Locale locale) {
        return regions.find(code)
                .map(region -> locale.equals(Locale.ENGLISH) && !region.nameEn().isEmpty() ? region.nameEn() : region.name())
                .orElse(Integer.toString(code));
    }

    private static ReferralStatistics.Row total(List<ReferralStatistics.Row> rows) {
        return rows.stream()
                .reduce(ReferralStatistics.Row::plus)
                .orElse(new ReferralStatistics.Row("", 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** What cannot be read counts as not typed: this year, by agency. */
    private Span span(String from, String to, String by) {
        var today = LocalDate.now(clock);
        var last = day(to, today);
        var first = day(from, last.withDayOfYear(1));
        return new Span(first.isAfter(last) ? last : first, last, Arrays.stream(ReferralStatistics.By.values())
                .filter(one -> one.name().equals(by))
                .findFirst()
                .orElse(ReferralStatistics.By.AGENCY));
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() < 1990 || day.getYear() > 9999 ? otherwise : day;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    /** Whether something was written, and not too much; else the form says so. */
    private static boolean written(String text, String form, RedirectAttributes redirect) {
        if (text.isBlank() || text.length() > TEXT_MOST) {
            redirect.addFlashAttribute("fault", Map.of(form, text.isBlank() ? "referrals.error.empty" : "referrals.error.long"));
            redirect.addFlashAttribute("kept", text);
            return false;
        }
        return true;
    }

    private static void tell(Alerts.Answered answered, String key, RedirectAttributes redirect) {
        if (answered.done()) {
            Toast.of(key).on(redirect);
        } else {
            redirect.addFlashAttribute("grounds", answered.grounds());
        }
    }

    private static Radar.Kind kind(String typed) {
        return Arrays.stream(Radar.Kind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElse(Radar.Kind.NOT_REFERRED);
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
