package org.hengjian.pictures;

import java.util.List;
import org.hengjian.screening.Kind;

/**
 * What was found in a picture (图片发现), and where.
 *
 * @param text    what stands there: the words read, the digits of a code, the name of the reference picture
 * @param matched what it was taken for
 * @param path    each transformation between the two, by its stable name
 * @param rightId of the right concerned; empty for none
 * @param weight  log-odds; 0 where it accuses nobody by itself
 */
public record PictureFinding(
        Kind kind,
        Box box,
        String text,
        String matched,
        List<String> path,
        String rightId,
        double weight,
        String zh,
        String en) {

    public PictureFinding {
        path = List.copyOf(path);
    }

    PictureFinding in(Box other) {
        return new PictureFinding(kind, other, text, matched, path, rightId, weight, zh, en);
    }
}
