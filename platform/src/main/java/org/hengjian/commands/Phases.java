package org.hengjian.commands;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.context.ApplicationListener;

/** Where the time of a start went. */
final class Phases implements ApplicationListener<SpringApplicationEvent> {

    private static final String BEAN_MADE = "spring.beans.instantiate";
    private static final String DATABASE = "embeddedServer";
    private static final String MIGRATIONS = "flywayInitializer";
    private static final Set<String> FILLING = Set.of("founding", "seed"); // fill in while they are made
    private static final int SLOWEST_MAX = 20;

    private final BufferingApplicationStartup steps;
    private final Instant machineStarted =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private Instant starting = machineStarted;
    private Instant started = machineStarted;
    private Instant filled = machineStarted;
    private Duration firstPage = Duration.ZERO;

    Phases(BufferingApplicationStartup steps) {
        this.steps = steps;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationStartingEvent _ -> starting = Instant.now();
            case ApplicationStartedEvent _ -> started = Instant.now();
            default -> {}
        }
    }

    /** Called when everything that listens to the start, the seed among them, has come back. */
    void firstPage(Duration taken) {
        filled = Instant.now().minus(taken);
        firstPage = taken;
    }

    String told() {
        List<TimelineEvent> made = steps.getBufferedTimeline().getEvents().stream()
                .filter(event -> event.getStartupStep().getName().equals(BEAN_MADE))
                .toList();
        Optional<TimelineEvent> database = named(made, DATABASE);
        Duration databaseTook = database.map(TimelineEvent::getDuration).orElse(Duration.ZERO);
        Duration migrationsTook = named(made, MIGRATIONS)
                // The first migration asks for the database; what that took is told in its own line.
                .map(migrations ->
                        database.filter(inside -> isInside(inside, migrations)).isPresent()
                                ? migrations.getDuration().minus(databaseTook)
                                : migrations.getDuration())
                .orElse(Duration.ZERO);
        Duration fillingTook = made.stream()
                .filter(event ->
                        tag(event, "beanName").filter(FILLING::contains).isPresent())
                .map(event -> ownTime(event, ofChildren(made)))
                .reduce(Duration.ZERO, Duration::plus);
        var text = new StringBuilder();
        line(text, "Java and program loaded", Duration.between(machineStarted, starting));
        if (database.isPresent()) {
            line(text, "database started", databaseTook);
        }
        line(text, "migrations", migrationsTook);
        line(
                text,
                "rooms and pages",
                Duration.between(starting, started)
                        .minus(databaseTook)
                        .minus(migrationsTook)
                        .minus(fillingTook));
        line(text, "data filled in", Duration.between(started, filled).plus(fillingTook));
        line(text, "first page", firstPage);
        line(text, "together", Duration.between(launched(), filled).plus(firstPage));
        if (System.getenv("HENGJIAN_TRACE") != null) {
            slowest(made).forEach((bean, taken) -> line(text, "  " + bean, taken));
        }
        return text.toString();
    }

    /** The parts that took longest by themselves, without the parts that they asked for. */
    private static Map<String, Duration> slowest(List<TimelineEvent> made) {
        Map<Long, Duration> ofChildren = ofChildren(made);
        Map<String, Duration> own = new LinkedHashMap<>();
        made.stream()
                .sorted(Comparator.comparing((TimelineEvent event) -> ownTime(event, ofChildren))
                        .reversed())
                .limit(SLOWEST_MAX)
                .forEach(event -> own.put(tag(event, "beanName").orElse("?"), ownTime(event, ofChildren)));
        return own;
    }

    private static Map<Long, Duration> ofChildren(List<TimelineEvent> made) {
        Map<Long, Duration> ofChildren = new HashMap<>();
        for (var event : made) {
            @Nullable Long parent = event.getStartupStep().getParentId();
            if (parent != null) {
                ofChildren.merge(parent, event.getDuration(), Duration::plus);
            }
        }
        return ofChildren;
    }

    private static Duration ownTime(TimelineEvent event, Map<Long, Duration> ofChildren) {
        return event.getDuration()
                .minus(ofChildren.getOrDefault(event.getStartupStep().getId(), Duration.ZERO));
    }

    private static Optional<TimelineEvent> named(List<TimelineEvent> made, String bean) {
        return made.stream()
                .filter(event -> tag(event, "beanName").filter(bean::equals).isPresent())
                .findFirst();
    }

    private static boolean isInside(TimelineEvent inner, TimelineEvent outer) {
        return !inner.getStartTime().isBefore(outer.getStartTime())
                && !inner.getEndTime().isAfter(outer.getEndTime());
    }

    private static Optional<String> tag(TimelineEvent event, String key) {
        for (var tag : event.getStartupStep().getTags()) {
            if (tag.getKey().equals(key)) {
                return Optional.of(tag.getValue());
            }
        }
        return Optional.empty();
    }

    /** When the person pressed Enter, as the launcher noted; without it, when this process began. */
    private Instant launched() {
        return Optional.ofNullable(Long.getLong("hengjian.launched"))
                .map(Instant::ofEpochMilli)
                .orElse(machineStarted);
    }

    private static void line(StringBuilder text, String name, Duration taken) {
        text.append(String.format(Locale.ROOT, "  %-28s %5.1f s%n", name, taken.toMillis() / 1000.0));
    }
}
