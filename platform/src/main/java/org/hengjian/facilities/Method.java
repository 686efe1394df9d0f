package org.hengjian.facilities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.tables.RuleTable;

/**
 * How goods of a material are destroyed (销毁方法), from {@code facilities/methods.csv}.
 *
 * @param notice what must be minded for people and the environment (环保告知)
 */
public record Method(String material, String method, Words materialName, Words methodName, Words notice) {

    private static final String FILE = "facilities/methods.csv";
    private static final List<Method> ALL = read();

    /** In both languages. */
    public record Words(String zh, String en) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    public static List<Method> all() {
        return ALL;
    }

    /** By its code, {@code TEXTILE:SHRED}. */
    public static Optional<Method> of(String code) {
        return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** By its code; one that has left the file stays readable by it. */
    public static Method named(String code) {
        return of(code).orElseGet(() -> {
            var words = new Words(code, code);
            int colon = code.indexOf(':');
            return new Method(
                    code.substring(0, colon), code.substring(colon + 1), words, words, new Words("", ""));
        });
    }

    /** By its code, or as people write it: 纺织品、服装:焚烧. */
    public static Optional<Method> said(String words) {
        String plain = words.strip().replace('：', ':');
        return of(plain.toUpperCase(Locale.ROOT))
                .or(() -> ALL.stream()
                        .filter(one -> plain.equals(one.materialName.zh + ":" + one.methodName.zh))
                        .findFirst());
    }

    public String code() {
        return material + ":" + method;
    }

    private static List<Method> read() {
        return RuleTable.of(FILE).stream()
                .map(row -> new Method(
                        row.get("material"),
                        row.get("method"),
                        new Words(row.get("materialZh"), row.get("materialEn")),
                        new Words(row.get("methodZh"), row.get("methodEn")),
                        new Words(row.get("noticeZh"), row.get("noticeEn"))))
                .toList();
    }
}
