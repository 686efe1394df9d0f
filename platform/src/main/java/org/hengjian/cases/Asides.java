package org.hengjian.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hengjian.cases.Aside.Line;
import org.hengjian.time.PlatformTime;

/** The blocks that a case's page shows beside its main line, read from its papers. */
final class Asides {

    private Asides() {}

    /** @param open what this viewer can do now, beside the main line */
    static List<Aside> of(CaseFile file, List<Verb> open) {
        return Stream.of(hearing(file)).filter(aside -> !aside.isEmpty()).toList();
    }

    private static Aside hearing(CaseFile file) {
        var lines = new ArrayList<Line>();
        Hearing.of(file.docket()).ifPresent(hearing -> {
            lines.add(Line.of("hearing.asked", "", hearing.asked().on()));
            hearing.called().ifPresent(called -> {
                lines.add(Line.of(
                        "hearing.called", called.place() + "（" + called.number().text() + "）",
                        PlatformTime.minute(called.at()), called.presidingName()));
                if (!called.closed().isEmpty()) {
                    lines.add(Line.of("hearing.closed", called.closed()));
                }
            });
            hearing.served().ifPresent(delivery -> lines.add(Line.of("hearing.served", "", delivery.effective())));
            hearing.held().ifPresent(held -> lines.add(Line.of("hearing.held", held.present(), held.on())));
            hearing.ended().ifPresent(ended -> lines.add(Line.of("hearing." + ended.ending(), ended.text(), ended.on())));
            hearing.report().ifPresent(entry ->
                    lines.add(Line.of("hearing.report", ((Paper.Heard) entry.paper()).report(), entry.by().on())));
        });
        return new Aside("hearing", lines, List.of());
    }
}
