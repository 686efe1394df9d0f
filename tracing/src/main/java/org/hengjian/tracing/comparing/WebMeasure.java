package org.hengjian.tracing.comparing;

import java.util.List;
import org.hengjian.tracing.values.WebAddress;

/** Web addresses. Levels: same host or page; same registered name; one typing error away; different. */
public final class WebMeasure implements Measure<WebMeasure.Site> {

    /** A page, and the name under which its host is registered. */
    public record Site(String page, String registered) {}

    @Override
    public Site read(String canonical) {
        return new Site(canonical, WebAddress.registered(WebAddress.host(canonical)));
    }

    @Override
    public List<String> levels() {
        return List.of("different", "typo", "registered", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.35, 0.05, 0.1, 0.5};
    }

    @Override
    public int level(Site source, Site target) {
        if (source.page.equals(target.page)) {
            return 3;
        }
        if (source.registered.equals(target.registered)) {
            return 2;
        }
        return source.registered.length() >= 7 && Edits.between(source.registered, target.registered, 1) <= 1 ? 1 : 0;
    }

    @Override
    public String term(Site value, int level) {
        return level == 3 ? value.page : level == 2 ? value.registered : "";
    }

    @Override
    public double strangers() {
        return 0.1;
    }

    @Override
    public List<String> keys(Site value) {
        return List.of(value.page, "r" + value.registered);
    }
}
