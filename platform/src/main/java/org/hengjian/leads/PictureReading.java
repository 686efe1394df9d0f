package org.hengjian.leads;

import java.util.List;
import java.util.Optional;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.PictureScreening;
import org.hengjian.pictures.References;
import org.hengjian.pictures.TextReader;
import org.hengjian.postgres.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads pictures with what the register knows now. Text is read by native code in a folder of this server alone. */
@Component
class PictureReading {

    private static final Logger LOG = LoggerFactory.getLogger(PictureReading.class);

    private final CurrentScreening screening;
    private final CurrentDomains domains;
    private final DataFolder data;

    private volatile @Nullable Optional<TextReader> text;

    PictureReading(CurrentScreening screening, CurrentDomains domains, DataFolder data) {
        this.screening = screening;
        this.domains = domains;
        this.data = data;
    }

    PictureScreening with(References references) {
        return new PictureScreening(screening.screening(), references, domains.watch(), text());
    }

    /** Only the references that it copies, which takes no reading of text. */
    List<PictureFinding> copies(References references, Picture picture) {
        return new PictureScreening(screening.screening(), references, domains.watch(), Optional.empty()).copies(picture);
    }

    /** Opened when first asked for: most servers start without anybody trying a picture. */
    private Optional<TextReader> text() {
        var known = text;
        if (known == null) {
            try {
                known = Optional.of(TextReader.open(data.folder("text-reader")));
            } catch (IllegalStateException e) {
                LOG.warn("{}", e.getMessage());
                known = Optional.empty();
            }
            text = known;
        }
        return known;
    }
}
