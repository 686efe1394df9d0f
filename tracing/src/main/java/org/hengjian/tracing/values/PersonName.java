package org.hengjian.tracing.values;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people (姓名): forms of address go, the rest is folded. Chinese without blanks, Latin as words in order. */
public final class PersonName {

    private static final Pattern ADDRESS_FORM =
            Pattern.compile("(?:先生|女士|小姐|老板娘|老板|经理|总经理|店长|师傅|老师|同学|\\(.*\\)|（.*）)$|^(?:mr|mrs|ms|dr|miss)[. ]+");
    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{Nd}*]+");
    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
            "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "令狐");

    private PersonName() {}

    /** Empty if nothing is said. */
    public static String canonical(String typed) {
        String folded = ADDRESS_FORM.matcher(Folding.fold(typed)).replaceAll("");
        if (Folding.isNothing(folded.replace('*', 'x'))) {
            return "";
        }
        if (Folding.hasHan(folded)) {
            return NEITHER.matcher(folded).replaceAll("");
        }
        return NEITHER.matcher(folded).replaceAll(" ").strip();
    }

    /** Syllables or words in an order that does not depend on whether the surname stands first. */
    public static String sound(String canonical) {
        if (Folding.hasHan(canonical)) {
            int given = canonical.length() > 2 && DOUBLE_SURNAMES.contains(canonical.substring(0, 2)) ? 2 : 1;
            if (canonical.length() > given && isAllKnown(canonical)) {
                return sorted(Readings.of(canonical.substring(0, given)), Readings.of(canonical.substring(given)));
            }
            List<String> syllables = Readings.syllables(canonical);
            if (syllables.size() <= given) {
                return String.join("", syllables);
            }
            return sorted(
                    String.join("", syllables.subList(0, given)),
                    String.join("", syllables.subList(given, syllables.size())));
        }
        String[] words = canonical.split(" ");
        if (words.length == 3 && canonical.length() <= 20) {
            // Zhang Xiao Ming is how some write Zhang Xiaoming.
            return sorted(words[0], words[1] + words[2]);
        }
        return sorted(words);
    }

    private static boolean isAllKnown(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Readings.isKnown(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String sorted(String... words) {
        String[] copy = words.clone();
        Arrays.sort(copy);
        return String.join(" ", copy);
    }
}
