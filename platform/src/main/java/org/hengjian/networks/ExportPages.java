package org.hengjian.networks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A network to take along; what was taken is in the log. */
@Controller
@RequestMapping("/networks")
class ExportPages {

    private final Networks networks;
    private final Regions regions;
    private final Viewers viewers;
    private final Audit audit;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    ExportPages(
            Networks networks,
            Regions regions,
            Viewers viewers,
            Audit audit,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.networks = networks;
        this.regions = regions;
        this.viewers = viewers;
        this.audit = audit;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    @GetMapping("/" + NetworkPages.KEY + "/{file:picture\\.svg|picture\\.png|network\\.graphml|bundle\\.json}")
    ResponseEntity<byte[]> export(
            @PathVariable String key,
            @PathVariable String file,
            @RequestParam Optional<Integer> steps,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") List<String> open,
            Locale locale) {
        var view = NetworkPages.filter(steps, kind, from, to, region, open, regions).view();
        var network = networks.of(key, view);
        audit.enter(Deed.of("networks.export", "network", key)
                .with(Map.of("file", file, "nodes", network.nodes().size(), "view", view.query())));
        return switch (file) {
            case "picture.svg" -> answer(
                    key + ".svg", MediaType.valueOf("image/svg+xml"),
                    utf8(Picture.svg(
                            Drawing.of(network, List.of()), network.start().label(), column -> head(column, locale))));
            case "picture.png" -> answer(
                    key + ".png", MediaType.IMAGE_PNG,
                    Picture.png(Drawing.of(network, List.of()), column -> head(column, locale)));
            case "network.graphml" -> answer(
                    key + ".graphml", MediaType.valueOf("application/graphml+xml"), utf8(Exchange.graphml(network)));
            default -> answer(
                    key + ".json", MediaType.valueOf("application/stix+json;version=2.1"),
                    utf8(json.writeValueAsString(
                            Exchange.stix(network, viewers.require().agencyName(), Instant.now(clock)))));
        };
    }

    private String head(String column, Locale locale) {
        return messages.getMessage("networks.column." + column, null, locale);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .contentType(type)
                .body(body);
    }
}
