package org.hengjian.pictures;

import com.google.zxing.oned.UPCEReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bar code or QR code read from a picture (条码、二维码).
 *
 * @param format as ZXing calls it: {@code EAN_13}, {@code QR_CODE}
 */
public record Code(String text, String format, Box box) {

    /** Whatever stands before an @ is there to deceive. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]{0,15}://)?(?:[^/?#@]{0,200}@)?"
                    + "((?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?\\.){1,8}[\\p{L}][\\p{L}\\d-]{1,61})\\.?(?::\\d{1,5})?(?:[/?#].*)?",
            Pattern.DOTALL);

    boolean isGtin() {
        return format.equals("EAN_13") || format.equals("EAN_8") || format.equals("UPC_A") || format.equals("UPC_E");
    }

    /** The digits as they count: those of UPC-E leave out zeros that the check digit is made from. */
    String digits() {
        return format.equals("UPC_E") ? UPCEReader.convertUPCEtoUPCA(text) : text;
    }

    /** The domain of a web address in a QR code or the like; empty where it says something else. */
    Optional<String> domain() {
        var address = ADDRESS.matcher(text.strip());
        return isGtin() || !address.matches() ? Optional.empty() : Optional.of(address.group(1).toLowerCase(Locale.ROOT));
    }
}
