package org.hengjian.pictures;

/**
 * A bar code or QR code read from a picture (条码、二维码).
 *
 * @param format as ZXing calls it: {@code EAN_13}, {@code QR_CODE}
 */
public record Code(String text, String format, Box box) {

    boolean isGtin() {
        return format.equals("EAN_13") || format.equals("EAN_8") || format.equals("UPC_A") || format.equals("UPC_E");
    }
}
