package org.hengjian.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How long an {@code Idempotency-Key} may be, for all interfaces: refused before the work, and told in their description. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyKeys implements WebMvcConfigurer {

    /** As the tables of {@link KeyedRequests} keep it. */
    public static final int CHARS_MOST = 200;

    static final String HEADER = "Idempotency-Key";

    private static final String DESCRIPTION =
            "At most " + CHARS_MOST + " characters of your choice. The same request under the same key is done once and answered "
                    + "alike; another request under it is refused (422 idempotency-key-reused), a longer one too (422 fields).";

    /** A key that no table would keep. */
    static final class TooLong extends RuntimeException {
        TooLong(int length) {
            super("Idempotency-Key has " + length + " characters, more than " + CHARS_MOST);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        String key = Objects.requireNonNullElse(request.getHeader(HEADER), "");
                        if (key.length() > CHARS_MOST) {
                            throw new TooLong(key.length());
                        }
                        return true;
                    }
                })
                .addPathPatterns("/api/**");
    }

    @Bean
    GlobalOperationCustomizer describedKeys() {
        return (operation, _) -> {
            Objects.requireNonNullElse(operation.getParameters(), List.<io.swagger.v3.oas.models.parameters.Parameter>of())
                    .stream()
                    .filter(parameter -> HEADER.equals(parameter.getName()))
                    .forEach(parameter -> {
                        parameter.description(DESCRIPTION);
                        parameter.getSchema().maxLength(CHARS_MOST);
                    });
            return operation;
        };
    }
}
