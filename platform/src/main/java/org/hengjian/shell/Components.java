package org.hengjian.shell;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component once, to copy from. Not in production. */
@Controller
@Profile({"demo", "test", "development"})
class Components {

    @GetMapping("/components")
    String show(Model model) {
        model.addAttribute(
                "lights",
                List.of(
                        Light.of(-17, Light.Unit.CALENDAR_DAYS),
                        Light.of(21, Light.Unit.WORKING_DAYS),
                        Light.suspended(),
                        Light.of(3, Light.Unit.WORKING_DAYS),
                        Light.of(0, Light.Unit.WORKING_DAYS)));
        return "shell/components";
    }
}
