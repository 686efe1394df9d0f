package org.hengjian.shell;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component once, to copy from. Not in production. */
@Controller
@Profile({"demo", "test", "development"})
class Components {

    @GetMapping("/components")
    String show() {
        return "shell/components";
    }
}
