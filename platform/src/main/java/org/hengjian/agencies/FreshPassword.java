package org.hengjian.agencies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever came in with a temporary password sets their own before anything else. */
@Configuration(proxyBeanMethods = false)
class FreshPassword implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                            throws IOException {
                        var authentication = SecurityContextHolder.getContext().getAuthentication();
                        if (authentication != null
                                && authentication.getPrincipal() instanceof SignedInPerson person
                                && person.mustChangePassword()) {
                            response.sendRedirect(request.getContextPath() + "/me?first");
                            return false;
                        }
                        return true;
                    }
                })
                .excludePathPatterns("/me", "/me/**", "/look/**", "/vendor/**", "/sign-in", "/preferences", "/error");
    }
}
