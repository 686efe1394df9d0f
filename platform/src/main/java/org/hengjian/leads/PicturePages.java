package org.hengjian.leads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.References;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Trying a picture: what is written in it, its codes, whether it copies another; nothing is stored. */
@Controller
class PicturePages {

    private static final Role[] TRIERS = {Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST};
    private static final long BYTES_MOST = 12_000_000;
    private static final int SHOWN_MOST = 1_000;

    private final PictureReading reading;
    private final CurrentReferences current;
    private final Viewers viewers;

    PicturePages(PictureReading reading, CurrentReferences current, Viewers viewers) {
        this.reading = reading;
        this.current = current;
        this.viewers = viewers;
    }

    /** A picture that is not taken. The key is that of a message. */
    private static final class NotTaken extends Exception {

        private static final long serialVersionUID = 1;

        private final String key;

        NotTaken(String key) {
            super(key);
            this.key = key;
        }
    }

    @GetMapping("/screen/picture")
    String form() {
        viewers.require("leads.try", TRIERS);
        return "leads/picture";
    }

    @PostMapping("/screen/picture")
    String screen(
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(required = false) @Nullable MultipartFile reference,
            @RequestParam(defaultValue = "") String claimed,
            Model model)
            throws IOException {
        viewers.require("leads.try", TRIERS);
        try {
            Picture image = read(picture);
            References references = reference == null || reference.isEmpty()
                    ? current.now()
                    : current.now()
                            .with(new References.Builder()
                                    .add(
                                            new References.Reference("reference", "", name(reference)),
                                            read(reference).image())
                                    .build());
            model.addAttribute("said", reading.with(references).screen(image, claimed.strip()));
            model.addAttribute("shown", shown(image.image()));
            model.addAttribute("compared", reference != null && !reference.isEmpty());
        } catch (NotTaken e) {
            model.addAttribute("fault", e.key);
        }
        return "leads/picture";
    }

    /** The same over HTTP. */
    @PostMapping(path = "/api/v1/pictures:screen", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseBody
    ResponseEntity<?> api(
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "") String claimed)
            throws IOException {
        viewers.require("leads.try", TRIERS);
        try {
            var said = reading.with(current.now()).screen(read(picture), claimed.strip());
            return ResponseEntity.ok(Map.of(
                    "width", said.width(),
                    "height", said.height(),
                    "verdict", said.standing().name().toLowerCase(Locale.ROOT),
                    "textRead", said.textRead(),
                    "text", said.lines().stream().map(line -> Map.of("text", line.text(), "box", line.box())).toList(),
                    "codes", said.codes(),
                    "findings", said.findings().stream().map(PicturePages::written).toList()));
        } catch (NotTaken e) {
            return ResponseEntity.badRequest()
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.key.substring(e.key.lastIndexOf('.') + 1)));
        }
    }

    private static Map<String, Object> written(PictureFinding finding) {
        return Map.of(
                "kind", finding.kind().code(),
                "box", finding.box(),
                "text", finding.text(),
                "matched", finding.matched(),
                "path", finding.path(),
                "right", finding.rightId(),
                "weight", finding.weight(),
                "zh", finding.zh(),
                "en", finding.en());
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "reference" : name;
    }

    private static Picture read(@Nullable MultipartFile file) throws IOException, NotTaken {
        if (file == null || file.isEmpty()) {
            throw new NotTaken("leads.picture.fault.none");
        }
        if (file.getSize() > BYTES_MOST) {
            throw new NotTaken("leads.picture.fault.large");
        }
        try {
            return Picture.read(file.getBytes());
        } catch (Picture.Unreadable e) {
            throw new NotTaken("leads.picture.fault." + e.fault().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String shown(BufferedImage image) throws IOException {
        double scale = Math.min(1, SHOWN_MOST / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.drawImage(image, 0, 0, width, height, java.awt.Color.WHITE, null);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "jpg", bytes);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
