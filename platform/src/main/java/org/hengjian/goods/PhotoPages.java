package org.hengjian.goods;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.evidence.Evidence;
import org.hengjian.evidence.Kind;
import org.hengjian.evidence.Receipt;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Photographs brought on an item's page: received as evidence of its case, then tied to it. */
@Controller
@RequestMapping("/goods")
class PhotoPages {

    private static final int NAME_MOST = 200;

    private final Goods goods;
    private final GoodsPhotos photos;
    private final Evidence evidence;
    private final Viewers viewers;
    private final Clock clock;
    private final MessageSource messages;

    PhotoPages(
            Goods goods, GoodsPhotos photos, Evidence evidence, Viewers viewers, Clock clock, MessageSource messages) {
        this.goods = goods;
        this.photos = photos;
        this.evidence = evidence;
        this.viewers = viewers;
        this.clock = clock;
        this.messages = messages;
    }

    @PostMapping("/{id:\\d+}/photos")
    String add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        viewers.require("goods.photograph", Role.OFFICER);
        var item = goods.find(id).orElseThrow(() -> new NotFound("item " + id));
        var chosen = files == null ? List.<MultipartFile>of() : files.stream().filter(one -> !one.isEmpty()).toList();
        if (chosen.isEmpty()) {
            redirect.addFlashAttribute("photoMissing", true);
        }
        var refused = new LinkedHashSet<String>();
        var grounds = new ArrayList<Ground>();
        int taken = 0;
        for (var one : chosen) {
            try (var content = one.getInputStream()) {
                switch (evidence.receive(receipt(item, one), content)) {
                    case org.hengjian.evidence.Answer.Refused no -> no.grounds().forEach(ground -> refused.add(
                            said("evidence.ground." + ground.code(), ground.getArray(), locale) + " "
                                    + said("evidence.remedy." + ground.code(), ground.getArray(), locale)));
                    case org.hengjian.evidence.Answer.Done done -> {
                        switch (photos.tie(id, done.item().id())) {
                            case Answer.Refused no -> grounds.addAll(no.grounds());
                            case Answer.Done _ -> taken++;
                        }
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            redirect.addFlashAttribute("photoRefused", List.copyOf(refused));
        }
        if (!grounds.isEmpty()) {
            redirect.addFlashAttribute("photoGrounds", grounds.stream().distinct().toList());
        }
        if (taken > 0) {
            Toast.of("goods.photos.done", taken).on(redirect);
        }
        return "redirect:/goods/" + id + "#photos";
    }

    private Receipt receipt(Item item, MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "");
        String kept = name.isBlank() ? item.code() : name.substring(Math.max(0, name.length() - NAME_MOST));
        return new Receipt(
                item.caseId(), kept, Kind.ELECTRONIC, item.takenAtPlace(), item.code() + " " + item.name(),
                LocalDate.now(clock), false);
    }

    private String said(String key, Object[] arguments, Locale locale) {
        return messages.getMessage(key, arguments, locale);
    }
}
