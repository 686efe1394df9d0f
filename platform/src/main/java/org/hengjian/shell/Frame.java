package org.hengjian.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What surrounds one page: who looks, the navigation, this page in the other language. Templates call it {@code frame}. */
public final class Frame {

    private final HttpServletRequest request;
    private final List<NavEntry> entries;
    private final @Nullable Viewer viewer;
    private final Clock clock;
    private final boolean demonstration;

    Frame(
            HttpServletRequest request,
            List<NavEntry> entries,
            @Nullable Viewer viewer,
            Clock clock,
            boolean demonstration) {
        this.request = request;
        this.entries = entries;
        this.viewer = viewer;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** A group of the navigation as this viewer sees it. */
    public record Section(NavEntry.Group group, List<Item> items) {}

    public record Item(NavEntry entry, boolean current, NavEntry.Waiting waiting) {}

    public @Nullable Viewer getViewer() {
        return viewer;
    }

    public LocalDate getToday() {
        return LocalDate.now(clock);
    }

    public boolean isDemonstration() {
        return demonstration;
    }

    public String getEnglish() {
        return with("lang", "en");
    }

    public String getChinese() {
        return with("lang", "zh-CN");
    }

    public List<Section> getSections() {
        if (viewer == null) {
            return List.of();
        }
        return Arrays.stream(NavEntry.Group.values())
                .map(group -> new Section(
                        group,
                        entries.stream()
                                .filter(entry -> entry.group() == group && entry.isFor(viewer))
                                .map(entry -> new Item(
                                        entry, isCurrent(entry), entry.count().now()))
                                .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    /**
     * This address with one parameter set anew, or taken away by {@code null}, and back at the first page: for filters,
     * sorting, languages. After a POST it is the bare path.
     */
    public String with(String parameter, @Nullable Object value) {
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
        if ("GET".equals(request.getMethod())) {
            Optional.ofNullable(request.getQueryString()).ifPresent(address::query);
        }
        address.replaceQueryParam(parameter);
        if (!"lang".equals(parameter)) {
            address.replaceQueryParam("after");
        }
        String before = address.build(true).toUriString();
        return value == null
                ? before
                : before + (before.indexOf('?') < 0 ? "?" : "&") + parameter + "="
                        + java.net.URLEncoder.encode(value.toString(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** This address at the page that begins behind the cursor. */
    public String after(Cursor cursor) {
        return with("after", cursor.text());
    }

    /** Of two that lead here, the longer: an entry's address may lie under another's. */
    private boolean isCurrent(NavEntry entry) {
        return leadsHere(entry)
                && entries.stream()
                        .filter(this::leadsHere)
                        .noneMatch(other -> other.href().length() > entry.href().length());
    }

    private boolean leadsHere(NavEntry entry) {
        String path = request.getRequestURI();
        return path.equals(entry.href()) || !entry.href().equals("/") && path.startsWith(entry.href() + "/");
    }
}
