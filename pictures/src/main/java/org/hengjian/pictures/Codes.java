package org.hengjian.pictures;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads bar and QR codes (条码识读), several in one picture. */
final class Codes {

    private static final int PADDING = 6; // the points lie inside the code

    private Codes() {}

    static List<Code> in(BufferedImage picture) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(
                        BarcodeFormat.EAN_13,
                        BarcodeFormat.EAN_8,
                        BarcodeFormat.UPC_A,
                        BarcodeFormat.UPC_E,
                        BarcodeFormat.CODE_128,
                        BarcodeFormat.QR_CODE,
                        BarcodeFormat.DATA_MATRIX));
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        var codes = new ArrayList<Code>();
        try {
            for (Result result : new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints)) {
                codes.add(new Code(
                        result.getText(), result.getBarcodeFormat().name(), box(result.getResultPoints(), picture)));
            }
        } catch (NotFoundException e) {
            // no code in it, as in most pictures
        }
        return codes;
    }

    private static Box box(ResultPoint[] points, BufferedImage picture) {
        double left = picture.getWidth();
        double top = picture.getHeight();
        double right = 0;
        double bottom = 0;
        for (ResultPoint point : points) {
            if (point != null) {
                left = Math.min(left, point.getX());
                top = Math.min(top, point.getY());
                right = Math.max(right, point.getX());
                bottom = Math.max(bottom, point.getY());
            }
        }
        int x = (int) Math.max(0, left - PADDING);
        int y = (int) Math.max(0, top - PADDING);
        return new Box(
                x,
                y,
                (int) Math.max(0, Math.min(picture.getWidth(), right + PADDING) - x),
                (int) Math.max(0, Math.min(picture.getHeight(), bottom + PADDING) - y));
    }
}
