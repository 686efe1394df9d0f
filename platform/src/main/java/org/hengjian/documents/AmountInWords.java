package org.hengjian.documents;

import org.hengjian.law.Money;

/**
 * An amount in capital numerals (大写金额), as on cheques and decisions: 陆万柒仟玖佰元整, 壹拾元零伍分. After the rules
 * for filling in bills (支付结算办法 附一).
 */
public final class AmountInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "兆", "京"};
    private static final int GROUP = 10_000;

    private AmountInWords() {}

    /** @throws IllegalArgumentException if it is negative */
    public static String of(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a negative amount has no capital numerals: " + amount);
        }
        long yuan = amount.fen() / 100;
        int jiao = (int) (amount.fen() / 10 % 10);
        int fen = (int) (amount.fen() % 10);
        var words = new StringBuilder();
        if (yuan > 0 || jiao == 0 && fen == 0) {
            words.append(yuan == 0 ? "零" : whole(yuan)).append('元');
        }
        if (jiao == 0 && fen == 0) {
            return words.append('整').toString();
        }
        if (jiao > 0) {
            words.append(DIGITS.charAt(jiao)).append('角');
        } else if (yuan > 0) {
            words.append('零');
        }
        return fen > 0 ? words.append(DIGITS.charAt(fen)).append('分').toString() : words.append('整').toString();
    }

    private static String whole(long number) {
        var words = new StringBuilder();
        int group = 0;
        boolean gap = false;
        for (long rest = number; rest > 0; rest /= GROUP, group++) {
            int four = (int) (rest % GROUP);
            if (four == 0) {
                gap = !words.isEmpty();
                continue;
            }
            String join = gap && !words.isEmpty() ? "零" : "";
            words.insert(0, four(four) + GROUPS[group] + join);
            gap = four < GROUP / 10;
        }
        return words.toString();
    }

    private static String four(int number) {
        var words = new StringBuilder();
        boolean gap = false;
        int place = 0;
        for (int rest = number; rest > 0; rest /= 10, place++) {
            int digit = rest % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            words.insert(0, DIGITS.charAt(digit) + PLACES[place] + (gap ? "零" : ""));
            gap = false;
        }
        return words.toString();
    }
}
