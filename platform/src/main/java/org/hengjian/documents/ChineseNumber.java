package org.hengjian.documents;

/** Small whole numbers as laws write them: 五, 十五, 二十, 六十, 九十. */
public final class ChineseNumber {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int LIMIT = 100;

    private ChineseNumber() {}

    /** @throws IllegalArgumentException if it is below 0 or above 99 */
    public static String of(int number) {
        if (number < 0 || number >= LIMIT) {
            throw new IllegalArgumentException("not from 0 to 99: " + number);
        }
        if (number < 10) {
            return DIGITS.substring(number, number + 1);
        }
        int tens = number / 10;
        int ones = number % 10;
        return (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十" + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }
}
