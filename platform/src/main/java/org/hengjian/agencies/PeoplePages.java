package org.hengjian.agencies;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Toast;
import org.hengjian.time.TypedDay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People and their roles, for administrators. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private final Staff staff;
    private final Viewers viewers;
    private final Clock clock;

    PeoplePages(Staff staff, Viewers viewers, Clock clock) {
        this.staff = staff;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "false") boolean resting,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("page", staff.list(q.strip(), role, resting, Cursor.parse(after, 1)));
        model.addAttribute("roles", Role.values());
        return "agencies/people";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String agency, Model model) {
        viewers.require("agencies.enter-person", Role.ADMINISTRATOR);
        return form(model, Map.of("agency", List.of(agency)), Map.of(), 0);
    }

    @PostMapping
    String enter(@RequestParam MultiValueMap<String, String> form, Model model, RedirectAttributes redirect) {
        viewers.require("agencies.enter-person", Role.ADMINISTRATOR);
        var errors = check(form, true);
        if (errors.isEmpty()) {
            var hired = staff.enter(entered(form));
            if (hired.refusal().isEmpty()) {
                redirect.addFlashAttribute("password", hired.password());
                Toast.of("agencies.people.entered", value(form, "name")).on(redirect);
                return "redirect:/people/" + hired.id();
            }
            switch (hired.refusal().get()) {
                case TAKEN -> errors.put("signIn", "agencies.error.taken");
                case AGENCY -> errors.put("agency", "agencies.error.agency");
                case WRONG_PASSWORD -> throw new IllegalStateException("entering asks for no password");
            }
        }
        return form(model, form, errors, 0);
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        var member = staff.member(id);
        model.addAttribute("member", member);
        return form(
                model,
                Map.of(
                        "signIn", List.of(member.signIn()),
                        "name", List.of(member.name()),
                        "nameLatin", List.of(member.nameLatin()),
                        "licence", List.of(member.licence()),
                        "legalCertificate", List.of(member.legalCertificate()),
                        "legalCertifiedOn", List.of(shown(member.review().certifiedOn())),
                        "legalReviewSince", List.of(shown(member.review().since())),
                        "roles", member.roleList(),
                        "active", List.of(Boolean.toString(member.active())),
                        "version", List.of(Integer.toString(member.version()))),
                Map.of(),
                id);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes redirect) {
        var errors = check(form, false);
        if (errors.isEmpty()) {
            staff.change(id, entered(form));
            Toast.of("agencies.people.changed", value(form, "name")).on(redirect);
            return "redirect:/people/" + id;
        }
        model.addAttribute("member", staff.member(id));
        return form(model, form, errors, id);
    }

    @PostMapping("/{id}/password")
    String password(@PathVariable long id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("password", staff.newPassword(id));
        return "redirect:/people/" + id;
    }

    @PostMapping("/{id}/unlock")
    String unlock(@PathVariable long id, RedirectAttributes redirect) {
        staff.unlock(id);
        Toast.of("agencies.people.unlocked").on(redirect);
        return "redirect:/people/" + id;
    }

    private static String form(
            Model model, Map<String, ? extends List<String>> form, Map<String, String> errors, long id) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", Role.values());
        return "agencies/person";
    }

    private static String shown(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private Map<String, String> check(MultiValueMap<String, String> form, boolean fresh) {
        var errors = new LinkedHashMap<String, String>();
        if (fresh && !value(form, "signIn").toLowerCase(Locale.ROOT).matches("[a-z0-9][a-z0-9.@_-]{1,63}")) {
            errors.put("signIn", "agencies.error.sign-in");
        }
        if (value(form, "name").isEmpty()) {
            errors.put("name", "agencies.error.needed");
        }
        String certificate = certificate(form);
        if (!certificate.isEmpty() && !LegalQualification.isCertificate(certificate)) {
            errors.put("legalCertificate", "agencies.error.certificate");
        }
        checkDay(form, "legalCertifiedOn", errors);
        checkDay(form, "legalReviewSince", errors);
        if (certificate.isEmpty() && !value(form, "legalCertifiedOn").isEmpty()) {
            errors.putIfAbsent("legalCertificate", "agencies.error.needed");
        }
        if (!certificate.isEmpty() && value(form, "legalCertifiedOn").isEmpty()) {
            errors.putIfAbsent("legalCertifiedOn", "agencies.error.needed");
        }
        if (form.getOrDefault("roles", List.of()).isEmpty()) {
            errors.put("roles", "agencies.error.roles");
        }
        return errors;
    }

    private void checkDay(MultiValueMap<String, String> form, String field, Map<String, String> errors) {
        String typed = value(form, field);
        if (typed.isEmpty()) {
            return;
        }
        try {
            if (TypedDay.parse(typed).isAfter(LocalDate.now(clock))) {
                errors.put(field, "form.error.future");
            }
        } catch (DateTimeParseException e) {
            errors.put(field, "form.error.day");
        }
    }

    private static Optional<LocalDate> day(MultiValueMap<String, String> form, String field) {
        return Optional.of(value(form, field)).filter(typed -> !typed.isEmpty()).map(TypedDay::parse);
    }

    private static String certificate(MultiValueMap<String, String> form) {
        return value(form, "legalCertificate").toUpperCase(Locale.ROOT);
    }

    private static Staff.Entered entered(MultiValueMap<String, String> form) {
        Set<Role> roles = form.getOrDefault("roles", List.of()).stream()
                .filter(name -> Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(name)))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Staff.Entered(
                value(form, "signIn").toLowerCase(Locale.ROOT),
                value(form, "name"),
                value(form, "nameLatin"),
                value(form, "licence"),
                value(form, "agency"),
                roles,
                "true".equals(value(form, "active")),
                value(form, "version").matches("\\d{1,9}") ? Integer.parseInt(value(form, "version")) : 0,
                new LegalQualification(certificate(form), day(form, "legalCertifiedOn"), day(form, "legalReviewSince")));
    }

    private static String value(MultiValueMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
