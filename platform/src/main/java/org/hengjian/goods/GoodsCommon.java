package org.hengjian.goods;

import java.util.Arrays;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.time.PlatformTime;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all pages about goods ask before anything else, and what they all show. */
@ControllerAdvice(
        assignableTypes = {
            GoodsPages.class, MovePages.class, ListPages.class, PhotoPages.class, ValuationPages.class,
            DestructionPages.class, StocktakePages.class
        })
class GoodsCommon {

    static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR, Role.POLICE, Role.PROSECUTOR
    };

    private final Viewers viewers;
    private final GroundLaw groundLaw;

    GoodsCommon(Viewers viewers, GroundLaw groundLaw) {
        this.viewers = viewers;
        this.groundLaw = groundLaw;
    }

    @ModelAttribute
    void common(Model model) {
        var viewer = viewers.require("goods.read", READERS);
        model.addAttribute("mayRegister", viewer.has(Role.OFFICER));
        model.addAttribute("groundLaw", groundLaw);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("accounts", Arrays.stream(Account.values()).skip(1).toList());
    }
}
