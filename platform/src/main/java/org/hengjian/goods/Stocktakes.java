package org.hengjian.goods;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counting a store (盘点): begun by whoever keeps goods, scanned item by item, closed by the head. */
@Service
@Transactional
public class Stocktakes {

    static final int SIZE = 50;

    private final StocktakeTable table;
    private final GoodsTable items;
    private final Goods goods;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Stocktakes(StocktakeTable table, GoodsTable items, Goods goods, Viewers viewers, Audit audit, Clock clock) {
        this.table = table;
        this.items = items;
        this.goods = goods;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a scan. */
    sealed interface Scanned {
        record Found(Item item, Quantity quantity, boolean elsewhere) implements Scanned {}

        record Refused(Ground ground) implements Scanned {}
    }

    /** What came of closing. */
    sealed interface Closing {
        record Done(Stocktake stocktake) implements Closing {}

        /** Nothing was booked. */
        record Refused(List<Ground> grounds) implements Closing {
            public Refused {
                grounds = List.copyOf(grounds);
            }
        }
    }

    /** 开始盘点: what the ledger holds of the place now is what should be found. */
    Stocktake start(String place) {
        var viewer = viewers.require("goods.stocktake.start", Role.OFFICER, Role.HEAD);
        long id = table.start(place, viewer, Instant.now(clock));
        var stocktake = table.find(id).orElseThrow();
        audit.enter(Deed.of("goods.stocktake.start", "stocktake", Long.toString(id))
                .with(Map.of("place", place, "items", stocktake.lines().size())));
        return stocktake;
    }

    /** @param quantity found; empty for as much as should be there. Scanned again, the last one counts */
    Scanned scan(long id, Item seen, Optional<Quantity> quantity) {
        var viewer = viewers.require("goods.stocktake.scan", Role.OFFICER, Role.HEAD);
        var stocktake = table.lock(id).orElseThrow(() -> new NotFound("stocktake " + id));
        if (stocktake.end().isPresent()) {
            return new Scanned.Refused(Ground.of("COUNT_CLOSED", stocktake.place()));
        }
        var item = items.find(seen.id()).filter(one -> one.agency() == viewer.agency());
        if (item.isEmpty()) {
            return new Scanned.Refused(Ground.of("NOT_OURS", seen.code()));
        }
        table.note(id, item.get());
        var line = table.find(id).orElseThrow().lines().stream()
                .filter(one -> one.item().id() == seen.id())
                .findFirst()
                .orElseThrow();
        var found = quantity.orElse(line.expected());
        table.found(id, seen.id(), found, viewer, Instant.now(clock));
        return new Scanned.Found(item.get(), found, line.elsewhere());
    }

    /**
     * 盘点结论: the head books those differences, with one reason, and closes the count.
     *
     * @param book ids of the items whose difference goes into the ledger
     * @throws Conflict if somebody has closed it since
     */
    Closing close(long id, int version, Set<Long> book, String reason) {
        var viewer = viewers.require("goods.stocktake.close", Role.HEAD);
        var stocktake = table.lock(id).orElseThrow(() -> new NotFound("stocktake " + id));
        if (stocktake.version() != version) {
            var end = stocktake.end().orElseThrow();
            throw new Conflict(stocktake.place(), end.person(), end.at());
        }
        var booked = stocktake.differences().stream()
                .filter(line -> book.contains(line.item().id()))
                .toList();
        var grounds = new ArrayList<Ground>();
        booked.stream()
                .filter(Stocktake.Line::isOvertaken)
                .forEach(line -> grounds.add(Ground.of("MOVED_SINCE", line.item().code())));
        if (!grounds.isEmpty()) {
            return new Closing.Refused(grounds);
        }
        for (var line : booked) {
            book(stocktake, line, reason);
            table.booked(id, line.item().id());
        }
        table.close(id, reason, viewer, Instant.now(clock));
        audit.enter(Deed.of("goods.stocktake.close", "stocktake", Long.toString(id))
                .because(reason)
                .with(Map.of(
                        "place", stocktake.place(),
                        "found", stocktake.found(),
                        "differences", stocktake.differences().size(),
                        "booked", booked.size())));
        return new Closing.Done(table.find(id).orElseThrow());
    }

    private void book(Stocktake stocktake, Stocktake.Line line, String reason) {
        long found = line.found().map(Quantity::steps).orElse(0L);
        long difference = found - line.expected().steps();
        var moving = new Moving(
                difference > 0 ? Move.COUNT_MORE : Move.COUNT_LESS,
                new Quantity(Math.abs(difference), line.expected().scale()),
                LocalDate.now(clock),
                "",
                "盘点" + stocktake.id(),
                reason);
        if (goods.move(line.item().id(), line.movements(), moving, "") instanceof Answer.Refused refused) {
            throw new IllegalStateException("a difference was not booked: " + refused.grounds()); // undoes the others
        }
    }

    @Transactional(readOnly = true)
    public Optional<Stocktake> find(long id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    List<Stocktake> newest() {
        return table.newest(SIZE);
    }
}
