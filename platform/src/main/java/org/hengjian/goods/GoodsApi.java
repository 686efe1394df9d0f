package org.hengjian.goods;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Viewers;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Goods over HTTP: the same fields and refusals as on the pages. A movement carries how many {@code movements} the item had
 * when it was decided upon; an {@code Idempotency-Key} makes a repeated request answer what the first one did.
 */
@RestController
@RequestMapping("/api/v1/goods")
class GoodsApi {

    private final Goods goods;
    private final GoodsList list;
    private final GroundLaw law;
    private final Viewers viewers;
    private final Clock clock;
    private final MessageSource messages;

    GoodsApi(Goods goods, GoodsList list, GroundLaw law, Viewers viewers, Clock clock, MessageSource messages) {
        this.goods = goods;
        this.list = list;
        this.law = law;
        this.viewers = viewers;
        this.clock = clock;
        this.messages = messages;
    }

    /** @param accounts what each account holds, as written in the unit */
    record Row(
            long id,
            String code,
            long caseId,
            String caseNumber,
            String name,
            String brand,
            String unit,
            String place,
            int movements,
            String seized,
            Map<String, String> accounts) {

        static Row of(Item item) {
            var accounts = new LinkedHashMap<String, String>();
            Arrays.stream(Account.values())
                    .filter(account -> account != Account.OUTSIDE)
                    .forEach(account -> accounts.put(
                            account.name().toLowerCase(Locale.ROOT), item.quantity(account).plain()));
            return new Row(
                    item.id(), item.code(), item.caseId(), item.caseNumber(), item.name(), item.brand(), item.unit().code(),
                    item.place(), item.balance().movements(), item.seized().plain(), accounts);
        }
    }

    /** @param next cursor for {@code after}; empty on the last page */
    record Listed(List<Row> goods, String next) {}

    /** A line of the ledger. */
    record Line(
            int n, String kind, String from, String to, String quantity, LocalDate on, String counterpart, String document,
            String note, String person) {

        static Line of(Movement movement) {
            return new Line(
                    movement.n(), movement.kind().name(), movement.kind().from().name(), movement.kind().to().name(),
                    movement.quantity().plain(), movement.onDay(), movement.counterpart(), movement.document(),
                    movement.note(), movement.person());
        }
    }

    /** @param ledger newest first */
    record Shown(Row item, List<Line> ledger) {}

    @GetMapping
    Listed list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) @Nullable String after) {
        readers();
        var page = list.page(GoodsList.Filter.of(q, where, place, sort), after);
        return new Listed(
                page.rows().stream().map(Row::of).toList(), page.next().map(cursor -> cursor.text()).orElse(""));
    }

    @GetMapping("/{id}")
    ResponseEntity<Shown> show(@PathVariable long id) {
        readers();
        return shown(item(id));
    }

    /** @param move last part of the movement's address: {@code sample}, {@code take-back}, {@code return}, … */
    @PostMapping("/{id}/{move}")
    ResponseEntity<?> move(
            @PathVariable long id,
            @PathVariable String move,
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody JsonNode body) {
        readers();
        var item = item(id);
        var kind = Move.at(move).filter(Move::isFree).orElseThrow(() -> new NotFound("movement " + move));
        var in = new Typed(fields(body), LocalDate.now(clock));
        var moving = GoodsForms.moving(in, kind, item);
        if (!in.raw("movements").matches("\\d{1,9}")) {
            in.bad("movements", "empty");
        }
        if (moving.isEmpty() || !in.isGood()) {
            return problem(
                    HttpStatus.UNPROCESSABLE_ENTITY, "fields", "some fields cannot be read", Map.of("errors", said(in.errors())));
        }
        return switch (goods.move(id, Integer.parseInt(in.raw("movements")), moving.get(), key)) {
            case Answer.Done done -> shown(done.item());
            case Answer.Refused refused when refused.grounds().stream().anyMatch(one -> one.code().equals("KEY_USED")) ->
                problem(
                        HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused",
                        "this Idempotency-Key came with another request before", Map.of());
            case Answer.Refused refused -> problem(
                    HttpStatus.CONFLICT, "movement-refused", "this movement is not allowed now",
                    Map.of("grounds", refused.grounds().stream().map(this::said).toList()));
        };
    }

    private Map<String, Object> said(Ground ground) {
        var said = new LinkedHashMap<String, Object>();
        said.put("code", ground.code());
        said.put("ground", words("goods.ground." + ground.code(), ground.getArray()));
        said.put("remedy", words("goods.remedy." + ground.code(), ground.getArray()));
        law.of(ground.code()).stream().findFirst().ifPresent(source -> {
            said.put("instrument", source.instrument());
            said.put("article", source.article());
            said.put("quote", source.quote());
        });
        return said;
    }

    private Map<String, String> said(Map<String, String> faults) {
        var said = new LinkedHashMap<String, String>();
        faults.forEach((field, key) -> said.put(field, words(key, new Object[0])));
        return said;
    }

    private String words(String key, Object[] arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private ResponseEntity<Shown> shown(Item item) {
        return ResponseEntity.ok()
                .eTag("\"" + item.balance().movements() + "\"")
                .body(new Shown(Row.of(item), goods.movements(item).stream().map(Line::of).toList()));
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String type, String detail, Map<String, ?> properties) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        properties.forEach(problem::setProperty);
        return ResponseEntity.status(status).body(problem);
    }

    private void readers() {
        viewers.require("goods.read", GoodsCommon.READERS);
    }

    private Item item(long id) {
        return goods.find(id).orElseThrow(() -> new NotFound("item " + id));
    }

    private static Map<String, String> fields(JsonNode body) {
        var fields = new LinkedHashMap<String, String>();
        new ArrayList<>(body.properties()).stream()
                .filter(entry -> entry.getValue().isValueNode())
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asString()));
        return fields;
    }
}
