package org.hengjian.tracing.comparing;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.values.CompanyName;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.Readings;
import org.hengjian.tracing.values.Regions;

/**
 * Firms' names by their parts. The name proper (字号) decides; region, trade and form confirm or contradict. Levels: same;
 * same name proper and nothing against it; same when read aloud; alike; same name proper but of another city or
 * trade; different.
 */
public final class CompanyMeasure implements Measure<CompanyMeasure.Firm> {

    /** A firm's name with its name proper as heard. */
    public record Firm(CompanyName name, String heard) {}

    @Override
    public Firm read(String canonical) {
        CompanyName name = CompanyName.decode(canonical);
        return new Firm(name, Readings.of(name.core()));
    }

    @Override
    public List<String> levels() {
        return List.of("different", "elsewhere", "alike", "sound", "core", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.22, 0.03, 0.07, 0.05, 0.13, 0.5};
    }

    @Override
    public int level(Firm source, Firm target) {
        CompanyName a = source.name;
        CompanyName b = target.name;
        boolean sameCore = a.core().equals(b.core());
        if (sameCore && a.trade().equals(b.trade()) && a.region().equals(b.region()) && a.form().equals(b.form())) {
            return 5;
        }
        boolean against = elsewhere(a.region(), b.region()) || otherTrade(a.trade(), b.trade());
        if (sameCore) {
            return against ? 1 : 4;
        }
        if (!source.heard.isEmpty() && source.heard.equals(target.heard)) {
            return against ? 1 : 3;
        }
        return !against && alike(source, target) ? 2 : 0;
    }

    private static boolean elsewhere(String a, String b) {
        return !a.isEmpty()
                && !b.isEmpty()
                && !Regions.contains(a, b)
                && !Regions.contains(b, a)
                && !Regions.sameCity(a, b);
    }

    private static boolean otherTrade(String a, String b) {
        for (int i = 0; i < a.length(); i++) {
            if (b.indexOf(a.charAt(i)) >= 0) {
                return false;
            }
        }
        return !a.isEmpty() && !b.isEmpty();
    }

    private static boolean alike(Firm source, Firm target) {
        String a = source.name.core();
        String b = target.name.core();
        if (Folding.hasHan(a) && Folding.hasHan(b)) {
            int shorter = Math.min(a.length(), b.length());
            if (shorter >= 3 && Edits.between(a, b, 1) <= 1) {
                return true;
            }
            return shorter >= 4 && (a.contains(b) || b.contains(a) || Edits.dice(a, b) >= 0.6);
        }
        return Math.min(source.heard.length(), target.heard.length()) >= 5
                && (Edits.jaroWinkler(source.heard, target.heard) >= 0.93
                        || Edits.dice(source.heard, target.heard) >= 0.8);
    }

    @Override
    public String term(Firm value, int level) {
        return switch (level) {
            case 5 -> value.name.core() + value.name.trade() + value.name.region();
            case 4 -> value.name.core() + value.name.region();
            case 3 -> value.heard;
            default -> "";
        };
    }

    @Override
    public String widerTerm(Firm value, int level) {
        return level == 4 ? value.name.core() : "";
    }

    @Override
    public double strangers() {
        return 0.3;
    }

    @Override
    public List<String> keys(Firm value) {
        var keys = new ArrayList<String>();
        if (value.heard.length() >= 3) {
            keys.add(value.heard);
        }
        String core = value.name.core();
        if (Folding.hasHan(core) && core.length() >= 4) {
            keys.add("a" + core.substring(0, 3));
            keys.add("z" + core.substring(core.length() - 3));
        }
        return keys;
    }
}
