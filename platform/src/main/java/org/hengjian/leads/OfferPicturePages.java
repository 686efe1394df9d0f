package org.hengjian.leads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.pictures.Picture;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pictures of the offer that a lead is about, each with what was found in it and where. */
@Controller
@RequestMapping("/leads/{number}/pictures")
class OfferPicturePages {

    private static final long BYTES_MAX = 12_000_000;
    private static final int AT_ONCE_MAX = 10; // each is read for a second or so

    private final OfferPictures pictures;

    OfferPicturePages(OfferPictures pictures) {
        this.pictures = pictures;
    }

    /** A file that was not taken. @param key of the message that says why and what to do */
    record Fault(String file, String key) {}

    @GetMapping
    String list(@PathVariable String number, Model model) {
        return page(pictures.lead(number), List.of(), model);
    }

    @PostMapping
    String add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Lead lead = pictures.lead(number);
        if (!pictures.mayAdd(lead)) {
            throw new Forbidden("leads.picture");
        }
        List<MultipartFile> given = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        var faults = new ArrayList<Fault>();
        if (given.isEmpty()) {
            faults.add(new Fault("", "leads.picture.fault.none"));
        } else if (given.size() > AT_ONCE_MAX) {
            faults.add(new Fault("", "leads.pictures.fault.many"));
        } else {
            for (MultipartFile file : given) {
                add(lead, file).ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            return page(lead, faults, model);
        }
        Toast.of("leads.pictures.added", given.size()).on(redirect);
        return "redirect:/leads/" + lead.number() + "/pictures";
    }

    private Optional<Fault> add(Lead lead, MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (file.getSize() > BYTES_MAX) {
            return Optional.of(new Fault(name, "leads.picture.fault.large"));
        }
        byte[] content = file.getBytes();
        try {
            return switch (pictures.add(lead, name, content, Picture.read(content))) {
                case DONE -> Optional.empty();
                case THERE -> Optional.of(new Fault(name, "leads.pictures.fault.there"));
                case FULL -> Optional.of(new Fault(name, "leads.pictures.fault.full"));
            };
        } catch (Picture.Unreadable e) {
            return Optional.of(
                    new Fault(name, "leads.picture.fault." + e.fault().name().toLowerCase(Locale.ROOT)));
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> content(@PathVariable String number, @PathVariable long id) {
        Lead lead = pictures.lead(number);
        var picture = pictures.of(lead).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("picture " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, picture.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .body(pictures.content(lead, id).orElseThrow());
    }

    private String page(Lead lead, List<Fault> faults, Model model) {
        model.addAttribute("lead", lead);
        model.addAttribute("pictures", pictures.of(lead));
        model.addAttribute("elsewhere", pictures.elsewhere(lead));
        model.addAttribute("mayAdd", pictures.mayAdd(lead));
        model.addAttribute("faults", faults);
        return "leads/pictures";
    }
}
