package org.hengjian.parties;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.RegionSpan;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Market subjects and their shops for programs; nothing that is under seal. */
@RestController
@RequestMapping(path = "/api/v1/parties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "parties", description = "Market subjects and their shops")
class PartyApi {

    private final Subjects subjects;
    private final Shops shops;

    PartyApi(Subjects subjects, Shops shops) {
        this.subjects = subjects;
        this.shops = shops;
    }

    record One(
            long id, String name, @Nullable String creditCode, String kind, String status, @Nullable Integer region,
            String address, boolean confirmed, LocalDate firstSeen, int version) {}

    record Several(List<One> parties, @Nullable String next) {}

    record OwnShop(
            long id, String platform, String account, String name, String url, @Nullable Integer region,
            LocalDate firstSeen, LocalDate lastSeen) {}

    @GetMapping
    @Operation(summary = "Market subjects by name, reading or credit code, within a region of GB/T 2260")
    Several list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(required = false) @Nullable String after) {
        var span = region == 0 ? null : RegionSpan.of(region);
        var page = subjects.list(
                new SubjectTable.Filter(
                        SearchText.sought(q), "", span == null ? 0 : span.from(), span == null ? 0 : span.to(), false),
                after == null
                        ? Optional.empty()
                        : Cursor.parse(after, 2).filter(cursor -> cursor.key(1).matches("\\d{1,18}")));
        return new Several(
                page.rows().stream().map(PartyApi::one).toList(),
                page.next().map(Cursor::text).orElse(null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One market subject")
    One find(@PathVariable long id) {
        return subjects.find(id).map(PartyApi::one).orElseThrow(() -> new NotFound("subject " + id));
    }

    @GetMapping("/{id}/shops")
    @Operation(summary = "The shops of a market subject")
    List<OwnShop> shops(@PathVariable long id) {
        return shops.ofSubject(id).stream()
                .map(shop -> new OwnShop(
                        shop.id(), shop.platform(), shop.account(), shop.name(), shop.url(), shop.region(),
                        shop.firstSeen(), shop.lastSeen()))
                .toList();
    }

    private static One one(Subject subject) {
        return new One(
                subject.id(), subject.name(), subject.creditCode(), subject.kind().name(), subject.status().name(),
                subject.region(), subject.address(), subject.confirmed(), subject.firstSeen(), subject.version());
    }
}
