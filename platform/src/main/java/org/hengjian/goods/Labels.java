package org.hengjian.goods;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.hengjian.documents.Documents;
import org.springframework.stereotype.Component;

/** Labels (物品标签) to stick on: A4 sheets of 3 × 8, each with its QR code, which carries the item's code and no more. */
@Component
class Labels {

    private static final String TEMPLATE = "goods-labels";
    private static final int PIXELS = 264;

    private final Documents documents;

    Labels(Documents documents) {
        this.documents = documents;
    }

    /** @param code as PNG in a data address */
    record Label(Item item, String code) {}

    /**
     * Labels of the items from one on; when there are more than fit into one file, it ends by saying which are not in it.
     *
     * @param from counts from one
     */
    byte[] pdf(List<Item> items, int from, int most) {
        int to = Math.min(items.size(), from - 1 + most);
        var labels = items.subList(from - 1, to).stream()
                .map(item -> new Label(item, picture(item.code())))
                .toList();
        return documents.preview(new Documents.Draft(
                "goods", 0, TEMPLATE, "", "物品标签",
                Map.of("labels", labels, "from", from, "to", to, "all", items.size())));
    }

    /** Level Q: a quarter of the code may be rubbed off. */
    private static String picture(String text) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            PIXELS,
                            PIXELS,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 1));
            var image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
