package org.hengjian.rights;

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

/** Reference pictures of one right: seen by all, added and removed by whoever keeps the right. */
@Controller
@RequestMapping("/rights")
class RightPicturePages {

    private static final long BYTES_MAX = 12_000_000;
    private static final int AT_ONCE_MAX = 20;
    private static final int REASON_CHARS_MAX = 300;

    private final Rights rights;
    private final RightPictures pictures;

    RightPicturePages(Rights rights, RightPictures pictures) {
        this.rights = rights;
        this.pictures = pictures;
    }

    /** A file that was not taken. @param key of the message that says why; its remedy has {@code .remedy} behind it */
    record Fault(String file, String key) {}

    @GetMapping("/{id}/pictures")
    String list(@PathVariable long id, Model model) {
        return page(id, List.of(), model);
    }

    @PostMapping("/{id}/pictures")
    String add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        if (!rights.mayKeep(right(id).facts().holderAgency())) {
            throw new Forbidden("rights.add-picture");
        }
        List<MultipartFile> given = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        var faults = new ArrayList<Fault>();
        int added = 0;
        if (given.isEmpty()) {
            faults.add(new Fault("", "rights.picture.fault.none"));
        } else if (given.size() > AT_ONCE_MAX) {
            faults.add(new Fault("", "rights.picture.fault.many"));
        } else {
            for (MultipartFile file : given) {
                Optional<Fault> fault = add(id, file);
                added += fault.isEmpty() ? 1 : 0;
                fault.ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            model.addAttribute("added", added);
            return page(id, faults, model);
        }
        Toast.of("rights.picture.added", added).on(redirect);
        return "redirect:/rights/" + id + "/pictures";
    }

    private Optional<Fault> add(long id, MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (file.getSize() > BYTES_MAX) {
            return Optional.of(new Fault(name, "rights.picture.fault.large"));
        }
        byte[] content = file.getBytes();
        try {
            return switch (pictures.add(id, name, content, Picture.read(content))) {
                case RightPictures.Added.Done _ -> Optional.empty();
                case RightPictures.Added.There _ -> Optional.of(new Fault(name, "rights.picture.fault.there"));
                case RightPictures.Added.Full _ -> Optional.of(new Fault(name, "rights.picture.fault.full"));
            };
        } catch (Picture.Unreadable e) {
            return Optional.of(
                    new Fault(name, "rights.picture.fault." + e.fault().name().toLowerCase(Locale.ROOT)));
        }
    }

    @PostMapping("/pictures/{picture}/removal")
    String remove(
            @PathVariable long picture,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes redirect) {
        var one = pictures.find(picture).orElseThrow(() -> new NotFound("reference picture " + picture));
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > REASON_CHARS_MAX) {
            return page(one.registration(), List.of(new Fault(one.name(), "rights.picture.fault.why")), model);
        }
        pictures.remove(picture, reason);
        Toast.of("rights.picture.removed", one.name()).on(redirect);
        return "redirect:/rights/" + one.registration() + "/pictures";
    }

    @GetMapping("/pictures/{picture}")
    ResponseEntity<byte[]> content(@PathVariable long picture) {
        var one = pictures.find(picture).orElseThrow(() -> new NotFound("reference picture " + picture));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, one.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .body(pictures.content(picture).orElseThrow());
    }

    private String page(long id, List<Fault> faults, Model model) {
        Registration right = right(id);
        model.addAttribute("right", right);
        model.addAttribute("pictures", pictures.of(id));
        model.addAttribute("mayKeep", rights.mayKeep(right.facts().holderAgency()));
        model.addAttribute("faults", faults);
        return "rights/pictures";
    }

    private Registration right(long id) {
        return rights.find(id).orElseThrow(() -> new NotFound("right " + id));
    }
}
