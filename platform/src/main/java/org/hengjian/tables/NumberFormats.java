package org.hengjian.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** What a number in a cell looks like to the person at the screen: a day, a time, an id with its zeros, or a number. */
final class NumberFormats {

    /** A double carries 15 decimal digits for certain; the 16th and 17th in the file are noise of its making. */
    private static final MathContext SIGNIFICANT = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final BigDecimal DIGITS_LOST_FROM = new BigDecimal("1e15");

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int SECONDS_A_DAY = 24 * 60 * 60;

    private NumberFormats() {}

    enum Style {
        PLAIN,
        DATE,
        /** A format of zeros only, such as 000000: an id whose zeros count. */
        ZEROS
    }

    /** Number format of Excel with the given id (ECMA-376 part 1, 18.8.30, the East Asian ones included) or code. */
    static Style style(int id, String code) {
        if (code.isEmpty()) {
            boolean day = (id >= 14 && id <= 22)
                    || (id >= 27 && id <= 36)
                    || (id >= 45 && id <= 47)
                    || (id >= 50 && id <= 58);
            return day ? Style.DATE : Style.PLAIN;
        }
        if (code.matches("0{2,30}")) {
            return Style.ZEROS;
        }
        return saysDay(code) ? Style.DATE : Style.PLAIN;
    }

    private static boolean saysDay(String code) {
        var first = code.split(";", 2)[0];
        var bare = first.replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "")
                .replaceAll("_.", "")
                .replaceAll("\\[(?!h|m|s|hh|mm|ss)[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT);
        return !bare.contains("general") && bare.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0);
    }

    static String text(String raw, Style style, String code, boolean since1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException text) {
            return raw;
        }
        return switch (style) {
            case DATE -> day(number, since1904);
            case ZEROS -> padded(plain(number), code.length());
            case PLAIN -> plain(number);
        };
    }

    /** Whether digits have been lost when the number was typed in. */
    static boolean isRounded(String raw) {
        try {
            return new BigDecimal(raw.strip()).abs().compareTo(DIGITS_LOST_FROM) >= 0;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        // A hostile 1E1000000000 would be written out digit by digit.
        if (Math.abs((long) number.precision() - number.scale()) > 400 || number.scale() > 400) {
            return number.toString();
        }
        var rounded = number.round(SIGNIFICANT).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    private static String padded(String digits, int length) {
        boolean whole = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole && digits.length() < length ? "0".repeat(length - digits.length()) + digits : digits;
    }

    /** ISO day, day and time, or time of day. Serial 60, the 29 February 1900 that never was, becomes the 28th. */
    private static String day(BigDecimal serial, boolean since1904) {
        if (serial.signum() < 0 || serial.compareTo(new BigDecimal(3_000_000)) > 0) {
            return plain(serial);
        }
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        if (seconds == SECONDS_A_DAY) {
            days++;
            seconds = 0;
        }
        if (days == 0 && seconds > 0) {
            return LocalTime.ofSecondOfDay(seconds).toString();
        }
        try {
            var epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
            var day = epoch.plusDays(!since1904 && days < 60 ? days + 1 : days);
            return seconds == 0 ? day.toString() : day + " " + time(seconds);
        } catch (DateTimeException outOfReach) {
            return plain(serial);
        }
    }

    private static String time(long seconds) {
        var time = LocalTime.ofSecondOfDay(seconds);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    }
}
