package org.hengjian.agencies;

import jakarta.servlet.http.HttpServletRequest;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.hengjian.access.Viewers;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The two ways in: pages with a session, and {@code /api} with a key, a session, or Basic in the demonstration. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private static final String[] OPEN = {
        "/look/**", "/vendor/**", "/favicon.ico", "/error", "/refused", "/preferences", "/actuator/health/**",
        "/actuator/prometheus", "/api/demo/accounts", "/facilities"
    };

    /** Argon2id with 19 MiB, two passes (OWASP Password Storage Cheat Sheet). */
    @Bean
    PasswordEncoder passwordEncoder() {
        int saltBytes = 16;
        int hashBytes = 32;
        int lanes = 1;
        int memoryKib = 19_456;
        int passes = 2;
        return new Argon2PasswordEncoder(saltBytes, hashBytes, lanes, memoryKib, passes);
    }

    /** Sessions are read to learn who asks, so they cannot wait for the answer: no ticket for them. */
    @Bean
    TransactionOperations springSessionTransactionOperations(DataSource dataSource) {
        var operations = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        operations.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return operations;
    }

    /** Two requests of one session that both leave a word for the next page, as after a double click: the later one stays. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
        return new DefaultAuthenticationEventPublisher(events);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Environment environment, ApiKeys keys, SignIn people, Viewers viewers) {
        RequestMatcher carriesCredentials =
                request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        http.securityMatcher("/api/**")
                .addFilterBefore(new KeyFilter(keys, people, viewers), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                // A browser adds cookies by itself, never an Authorization header: only the former needs the token.
                .csrf(csrf -> csrf.ignoringRequestMatchers(carriesCredentials))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
        if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
        }
        secureHeaders(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInRefusal refusal,
            SignIn people,
            @Value("${hengjian.oidc.enabled:false}") boolean oidc,
            @Value("${hengjian.oidc.claim:preferred_username}") String claim) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/sign-in")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .failureHandler(refusal)
                        .defaultSuccessUrl("/"))
                .logout(out -> out.logoutRequestMatcher(Doors::signsOut).logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refusals -> refusals.accessDeniedPage("/refused"));
        if (oidc) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .defaultSuccessUrl("/")
                    .failureUrl("/sign-in?unknown")
                    .userInfoEndpoint(info -> info.oidcUserService(vouched(people, claim))));
        }
        secureHeaders(http);
        return http.build();
    }

    /** The organisation says who it is; whether that is one of our people, and what they may, is said here. */
    static OAuth2UserService<OidcUserRequest, OidcUser> vouched(SignIn people, String claim) {
        var standard = new OidcUserService();
        return request -> ours(people, claim, standard.loadUser(request));
    }

    static OidcPerson ours(SignIn people, String claim, OidcUser vouched) {
        String name = vouched.getClaimAsString(claim);
        try {
            if (name == null) {
                throw new UsernameNotFoundException("the token has no " + claim);
            }
            return new OidcPerson(people.loadUserByUsername(name), vouched);
        } catch (UsernameNotFoundException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("unknown_person"), e);
        }
    }

    private static boolean signsOut(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals(request.getContextPath() + "/sign-out");
    }

    private static void secureHeaders(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy ->
                        policy.policy("camera=(self), geolocation=(self), microphone=(), payment=(), usb=()")));
    }
}
