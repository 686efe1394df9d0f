package org.hengjian.law;

import java.time.LocalDate;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A local discretion rule (裁量基准) that narrows a national range: whose it is, where and when it holds. It can never
 * exceed the national range; one that does is refused when it is loaded.
 */
public record Overlay(
        String zh,
        String en,
        RegionCode region,
        String narrows,
        LocalDate from,
        @Nullable LocalDate to,
        Node bands,
        Source source) {

    static Overlay of(Node node) {
        node.allow(java.util.Set.of("whose", "narrows", "from", "to", "bands", "source"));
        Node whose = node.need("whose");
        Node to = node.at("to");
        return new Overlay(
                whose.need("zh").text(),
                whose.need("en").text(),
                RegionCode.of(whose.need("region").text()),
                node.need("narrows").text(),
                node.need("from").date(),
                to.isPresent() ? to.date() : null,
                node,
                Source.of(node.need("source")));
    }

    boolean holds(String basis, RegionCode where, LocalDate day) {
        return narrows.equals(basis)
                && region.contains(where)
                && !day.isBefore(from)
                && (to == null || !day.isAfter(to));
    }

    /** Compares with the national range at every boundary of either, and a fen beside it. */
    void refuseIfItExceeds(Parameter national) {
        for (DatedValue value : national.values()) {
            boolean together = (to == null || !value.from().isAfter(to))
                    && (value.to() == null || !value.to().isBefore(from));
            if (!together) {
                continue;
            }
            TreeSet<Money> probes = new TreeSet<>();
            for (Node side : java.util.List.of(value.value(), bands)) {
                for (Node band : side.need("bands").list()) {
                    for (String bound : java.util.List.of("below", "at_or_below", "above", "at_or_above")) {
                        if (band.has(bound)) {
                            Money cut = Money.ofYuan(band.need(bound).decimal());
                            probes.add(cut);
                            probes.add(cut.plus(Money.ofFen(1)));
                            probes.add(cut.minus(Money.ofFen(1)).max(Money.ZERO));
                        }
                    }
                }
            }
            probes.add(Money.ofYuan(1));
            probes.add(Money.ofYuan(10_000_000));
            for (Money probe : probes) {
                Penalties.Fine wide = Penalties.band(value.value().need("bands").list(), probe);
                Penalties.Fine narrow = Penalties.band(bands.need("bands").list(), probe);
                Money min = wide.min();
                Money max = wide.max();
                Money low = narrow.min();
                Money high = narrow.max();
                if (min != null
                        && max != null
                        && low != null
                        && high != null
                        && (low.compareTo(min) < 0 || high.compareTo(max) > 0)) {
                    throw new Node.Malformed(
                            bands.path(), zh + " exceeds the national range of " + narrows + " at " + probe);
                }
            }
        }
    }
}
