package org.hengjian.shell;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the security chain sends those whom it refuses; an expired page included. */
@Controller
class ErrorPages {

    @RequestMapping("/refused")
    String refused(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return "error/403";
    }
}
