package org.hengjian.goods;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.tables.RuleTable;

/**
 * A unit that goods are counted in (计量单位), from {@code goods/units.csv}.
 *
 * @param scale decimals that are written: 3 for kilograms, which are counted in grams
 */
public record Unit(String code, String zh, String en, int scale) {

    private static final String FILE = "goods/units.csv";
    private static final List<Unit> ALL = read();

    public static List<Unit> all() {
        return ALL;
    }

    public static Optional<Unit> of(String code) {
        return ALL.stream().filter(unit -> unit.code.equals(code)).findFirst();
    }

    /** By what people write on a list: the name in either language, or the code. */
    public static Optional<Unit> said(String word) {
        return ALL.stream()
                .filter(unit -> unit.zh.equals(word) || unit.en.equalsIgnoreCase(word) || unit.code.equals(word))
                .findFirst();
    }

    /** By code; one that has left the file stays readable by its code. */
    static Unit named(String code, int scale) {
        return of(code).filter(unit -> unit.scale == scale).orElse(new Unit(code, code, code, scale));
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    private static List<Unit> read() {
        return RuleTable.of(FILE).stream()
                .map(row -> new Unit(
                        row.get("code"), row.get("zh"), row.get("en"), Integer.parseInt(row.get("scale"))))
                .toList();
    }
}
