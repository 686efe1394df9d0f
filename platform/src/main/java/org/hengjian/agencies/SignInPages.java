package org.hengjian.agencies;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The way in and out. */
@Controller
class SignInPages {

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final boolean demonstration;

    SignInPages(ObjectProvider<ClientRegistrationRepository> registrations, Environment environment) {
        this.registrations = registrations;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/sign-in")
    String form(HttpServletRequest request, Model model) {
        var session = Optional.ofNullable(request.getSession(false));
        model.addAttribute(
                "name", session.map(s -> s.getAttribute("sign-in.name")).orElse(""));
        model.addAttribute("demonstration", demonstration);
        registrations.ifAvailable(all -> {
            if (all instanceof Iterable<?> list) {
                list.forEach(one -> {
                    if (one instanceof ClientRegistration registration) {
                        model.addAttribute("oidc", registration);
                    }
                });
            }
        });
        return "agencies/sign-in";
    }
}
