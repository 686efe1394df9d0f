package org.hengjian.screening.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Filing number of a site (ICP 备案号, 增值电信业务许可证号), such as {@code 浙ICP备12345678号-1}: short name of a province,
 * ICP, 备 or 证, number, 号, and the number of the site. Checks form only; says nothing of whether it was ever given.
 */
public record FilingNumber(String text) {

    private static final String PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕秦甘陇青桂蒙藏宁新";
    // A filing has 8 digits, or a year and 6; a licence (证) 6 to 8. \\s* is bounded: the text is the page's.
    private static final Pattern FORM = Pattern.compile(
            "[" + PROVINCES
                    + "]\\s{0,2}ICP\\s{0,2}(备\\s{0,2}(\\d{8}|(19|20)\\d{8})|证\\s{0,2}(\\d{6}|\\d{8}|B2-\\d{8}))\\s{0,2}号?(\\s{0,2}-\\s{0,2}\\d{1,3})?");
    /** What claims to be one, in whatever form. */
    private static final Pattern MENTION =
            Pattern.compile("\\p{IsHan}?\\s{0,2}[Ii][Cc][Pp]\\s{0,2}[备证][^\\n<|，。]{0,20}");

    /** @throws IllegalArgumentException if {@code text} is not of the form */
    public FilingNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a filing number: " + text);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The first of the right form that stands in the text. */
    public static Optional<FilingNumber> in(String text) {
        var matcher = FORM.matcher(text);
        return matcher.find() ? Optional.of(new FilingNumber(matcher.group())) : Optional.empty();
    }

    /** Where the text speaks of a filing: its first and last place, or empty. */
    static Optional<int[]> mention(String text) {
        var matcher = MENTION.matcher(text);
        return matcher.find() ? Optional.of(new int[] {matcher.start(), matcher.end()}) : Optional.empty();
    }
}
