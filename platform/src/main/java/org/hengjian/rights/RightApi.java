package org.hengjian.rights;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of rights for programs. */
@RestController
@RequestMapping(path = "/api/v1/rights", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "rights", description = "The register of rights")
class RightApi {

    private static final int PAGE = 200;

    private final Rights rights;
    private final RightLists lists;

    RightApi(Rights rights, RightLists lists) {
        this.rights = rights;
        this.lists = lists;
    }

    record Seller(String name, String platform, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate withdrawn) {}

    record One(
            String reference, String kind, String number, String name, List<String> latin, List<String> aliases,
            List<String> nicknames, List<String> models, SortedSet<Integer> classes, String goods, String holder,
            String holderCode,
            String agent, String status, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String category,
            String source, int version) {}

    record Several(List<One> rights, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Rights by name, reading, number or holder; filters as in the address of the page")
    Several list(@ModelAttribute RightLists.Wanted wanted, @RequestParam(required = false) @Nullable String after) {
        var page = lists.page(wanted, after == null ? Optional.empty() : Cursor.parse(after, 2), PAGE);
        return new Several(
                page.rows().stream().map(RightApi::one).toList(),
                page.next().map(Cursor::text).orElse(null));
    }

    @GetMapping("/{reference}")
    @Operation(summary = "One right by its reference, such as trademark:90000001")
    ResponseEntity<One> find(@PathVariable String reference) {
        var row = rights.find(reference).orElseThrow(() -> new NotFound("right " + reference));
        return ResponseEntity.ok().eTag(Integer.toString(row.version())).body(one(row));
    }

    @GetMapping("/{reference}/sellers")
    @Operation(summary = "Who may sell under it, newest first")
    List<Seller> sellers(@PathVariable String reference) {
        var row = rights.find(reference).orElseThrow(() -> new NotFound("right " + reference));
        return lists.sellers(row.id()).stream()
                .map(one -> new Seller(one.seller(), one.platform(), one.fromDay(), one.toDay(), one.withdrawnOn()))
                .toList();
    }

    private static One one(Registration row) {
        var facts = row.facts();
        return new One(
                row.reference(), facts.kind().name(), facts.number(), facts.shown(), facts.latin(), facts.aliases(),
                facts.nicknames(), facts.models(), facts.classes(), facts.goods(), facts.holder(), facts.holderCode(), facts.agent(),
                facts.status().name(), facts.validFrom(), facts.validTo(), facts.category(), facts.source(),
                row.version());
    }
}
