package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;

/** One transformation between what is written and what it stands for (变形手法); a finding's path is made of them. */
enum Trick {
    FULL_WIDTH("full-width", "全角字符", "full-width characters", 3.3),
    TRADITIONAL("traditional", "繁体或异体字", "traditional or variant characters", 0.0),
    DIACRITIC("diacritic", "带附加符号的字母", "letters with marks", 0.3),
    ENCLOSED("enclosed", "带圈或数学字体字母", "enclosed or styled letters", 4.3),
    CONFUSABLE("confusable", "形似的外文字母", "letters of another script", 4.2),
    ZERO_WIDTH("zero-width", "零宽字符", "invisible characters", 4.2),
    SPACED("spaced", "拆开书写", "spaced out", 4.2),
    SYMBOLS("symbol-noise", "夹杂符号", "symbols in between", 4.2),
    LEET("leet", "数字或符号代字母", "digits or symbols for letters", 4.3),
    REPEATED("repeated", "重复字母", "repeated letters", 4.2),
    LETTER_SHAPES("letter-shapes", "形似字母组合", "letters drawn with others", 4.2),
    HOMOPHONE("homophone", "谐音字", "homophone", 2.7),
    FUZZY_HOMOPHONE("fuzzy-homophone", "近音字", "near homophone", 1.9),
    LOOK_ALIKE("look-alike-character", "形近字", "look-alike character", 2.6),
    SPLIT("split-character", "拆字", "split character", 4.2),
    PINYIN("pinyin", "拼音代字", "pinyin", 2.2),
    MIXED_SCRIPT("mixed-script", "中英混写", "mixed script", 4.2),
    INITIAL("pinyin-initial", "拼音首字母代字", "pinyin initial", 2.4),
    ALL_INITIALS("pinyin-initials", "拼音首字母", "pinyin initials", 0.6),
    REORDERED("reordered", "颠倒词序", "changed order", 2.3),
    MASKED("masked", "以“某”代字", "a character left out for 某", 2.6),
    ADDED_MARK("added-mark", "名称本无的附加符号", "marks that the name does not have", 2.2),
    TYPO("typo", "一字之差", "one letter off", 2.7),
    COMPOUND("compound", "连写", "run together", 0.0),
    NICKNAME("trade-nickname", "行业俗称", "trade nickname", 0.0);

    private static final Trick[] ALL = values();

    final String code;
    final String zh;
    final String en;
    final double weight;

    Trick(String code, String zh, String en, double weight) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.weight = weight;
    }

    int bit() {
        return 1 << ordinal();
    }

    static boolean in(int mask, Trick trick) {
        return (mask & 1 << trick.ordinal()) != 0;
    }

    static List<Trick> of(int mask) {
        if (mask == 0) {
            return List.of();
        }
        var tricks = new ArrayList<Trick>(2);
        for (int left = mask; left != 0; left &= left - 1) {
            tricks.add(ALL[Integer.numberOfTrailingZeros(left)]);
        }
        return tricks;
    }
}
