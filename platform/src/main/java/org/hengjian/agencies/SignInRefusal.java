package org.hengjian.agencies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the form, with the reason and the name as typed; never telling whether the name exists. */
@Component
class SignInRefusal implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String name = request.getParameter("name");
        request.getSession().setAttribute("sign-in.name", name == null ? "" : name);
        response.sendRedirect(
                request.getContextPath() + "/sign-in?" + (refusal instanceof LockedException ? "locked" : "wrong"));
    }
}
