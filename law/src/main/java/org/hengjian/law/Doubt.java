package org.hengjian.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is not certain about an answer (存疑), point by point; {@link #NONE} where nothing is. */
public record Doubt(List<Point> points) {

    public static final Doubt NONE = new Doubt(List.of());

    /** What kind of thing is not certain, for pages that show some of them in a place of their own. */
    public enum Kind {
        /** The facts given do not decide; the answer lists those that would. */
        MISSING_FACTS,
        /** The text of the instrument was not seen. */
        NOT_VERIFIED,
        /** The law itself, the calendar or the data leave it open. */
        OPEN
    }

    /** One point. */
    public record Point(Kind kind, Said said) {}

    public Doubt {
        points = List.copyOf(points);
    }

    /** With one more point that the law, the calendar or the data leave open. */
    Doubt and(String en, String zh) {
        return and(Kind.OPEN, new Said(en, zh));
    }

    Doubt and(Kind kind, Said said) {
        List<Point> more = new ArrayList<>(points);
        more.add(new Point(kind, said));
        return new Doubt(more);
    }

    /** With the point that nobody saw the text of this instrument. */
    Doubt andUnseen(String instrument) {
        return and(
                Kind.NOT_VERIFIED,
                new Said("not verified: the text of " + instrument + " was not available", "未核对：未取得" + instrument + "的条文"));
    }

    /** From data, where {@code uncertain} may stand. */
    static Doubt of(Node node) {
        return node.isPresent() ? NONE.and(Kind.OPEN, Said.of(node)) : NONE;
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** Whether a point of this kind is among them. */
    public boolean has(Kind kind) {
        return points.stream().anyMatch(point -> point.kind() == kind);
    }

    /** The others. */
    public Doubt without(Kind kind) {
        return has(kind)
                ? new Doubt(points.stream().filter(point -> point.kind() != kind).toList())
                : this;
    }

    /** All points as one sentence; empty where there is none. */
    public Optional<Said> said() {
        return points.stream().map(Point::said).reduce(Said::and);
    }
}
