package org.hengjian.shell;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was done, shown once on the next page, with a way back where there is one.
 *
 * @param key  message key
 * @param undo address to POST to for taking it back; null where the deed stands
 */
public record Toast(String key, List<String> arguments, @Nullable String undo) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public Toast {
        arguments = List.copyOf(arguments);
    }

    public static Toast of(String key, Object... arguments) {
        return new Toast(key, java.util.Arrays.stream(arguments).map(Object::toString).toList(), null);
    }

    public Toast undoneAt(String address) {
        return new Toast(key, arguments, address);
    }

    /** Shows it on the page that the redirect leads to. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", this);
    }
}
