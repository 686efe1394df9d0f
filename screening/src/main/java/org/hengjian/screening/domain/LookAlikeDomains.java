package org.hengjian.screening.domain;

import java.net.IDN;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;

/**
 * Domains made to be taken for a right holder's (近似域名). {@link #variants} writes a watch list for one name;
 * {@link #match} asks of one domain of a feed which name it imitates. Immutable; a match takes time linear in the label.
 */
public final class LookAlikeDomains {

    /** How a domain imitates a name. */
    public enum Way {
        /** The name itself under another ending. */
        OTHER_ENDING("换后缀", "another ending"),
        HYPHEN("加连字符", "a hyphen added"),
        /** Letters of another script, digits for letters, rn for m. */
        HOMOGLYPH("形近字符", "look-alike letters"),
        /** One letter left out, added, changed or two swapped; keyboard slips and flipped bits are among them. */
        ONE_SLIP("一字之差", "one letter off"),
        /** The name with a word that shops and log-ins use. */
        COMBINED("加词", "a word added");

        private final String zh;
        private final String en;

        Way(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }

        /** The word used in files and over HTTP, such as {@code one-slip}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A domain that imitates a name: {@code name} as registered, not as imitated. */
    public record Match(String domain, String name, Way way) {}

    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;
    private static final int SHORTEST_FOR_SLIPS = 5;
    private static final String KEYS = "qwertyuiop asdfghjkl  zxcvbnm   ";
    private static final List<String> WORDS = List.of(
            "shop", "store", "official", "outlet", "online", "sale", "mall", "buy", "cheap", "discount", "login", "secure",
            "account", "verify", "pay", "support", "service", "help", "vip", "club", "app", "cn", "china", "global", "usa",
            "uk", "us", "eu", "my", "the", "new", "best", "factory", "wholesale", "deals", "clearance", "gift", "promo",
            "guanwang", "guanfang", "qijiandian", "shangcheng", "zhengpin", "zhuanmai", "zhuangui", "tehui", "daigou",
            "weixin", "fuwu", "kefu", "dianpu", "gouwu", "aolai", "bag", "bags", "shoes", "watch", "watches", "phone",
            "parts", "home", "web", "site", "net", "www", "m");
    private static final List<String> ENDINGS = List.of(
            "com", "cn", "com.cn", "net", "org", "top", "xyz", "shop", "vip", "store", "online", "site", "cc", "info", "co");
    private static final Set<String> SECOND_LEVEL = Set.of("com", "net", "org", "gov", "edu", "co", "ac", "or", "ne");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> slips = new HashMap<>();
    private final Set<String> official = new HashSet<>();

    /**
     * @param protectedNames names in Latin letters or pinyin; those under four letters are passed over, for too many
     *     honest domains contain them
     * @param officialDomains domains of the right holders, which match nothing; their subdomains too
     */
    public LookAlikeDomains(Iterable<String> protectedNames, Iterable<String> officialDomains) {
        for (String name : protectedNames) {
            String label = label(name);
            if (label.length() >= SHORTEST && label.length() <= LONGEST) {
                names.putIfAbsent(label, name);
                if (label.length() >= SHORTEST_FOR_SLIPS) {
                    without(label).forEach(shorter -> slips.putIfAbsent(shorter, label));
                    slips.putIfAbsent(label, label);
                }
            }
        }
        officialDomains.forEach(domain -> official.add(domain.toLowerCase(Locale.ROOT)));
    }

    /** The name that a domain imitates; empty for official domains, ordinary words and all else. */
    public Optional<Match> match(String domain) {
        String lower = domain.strip().toLowerCase(Locale.ROOT);
        if (lower.length() > 253 || isOfficial(lower)) {
            return Optional.empty();
        }
        String registered = registered(lower);
        String shown = IDN.toUnicode(registered);
        String plain = registered.replace("-", "");
        String folded = label(shown);
        if (names.containsKey(registered)) {
            return found(domain, registered, Way.OTHER_ENDING);
        }
        if (names.containsKey(plain)) {
            return found(domain, plain, Way.HYPHEN);
        }
        for (String drawn : drawn(folded)) {
            if (names.containsKey(drawn)) {
                return found(domain, drawn, Way.HOMOGLYPH);
            }
        }
        Optional<Match> combined = combined(domain, registered, folded);
        if (combined.isPresent()) {
            return combined;
        }
        if (Words.english(folded, 0, folded.length()) == 0) {
            for (String drawn : drawn(folded)) {
                String near = near(drawn);
                if (!near.isEmpty()) {
                    return found(domain, near, Way.ONE_SLIP);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> found(String domain, String label, Way way) {
        return Optional.of(new Match(domain, names.getOrDefault(label, label), way));
    }

    /** Whether it is a right holder's, or a subdomain of one. */
    boolean isOfficial(String domain) {
        for (String rest = domain.toLowerCase(Locale.ROOT); ; rest = rest.substring(rest.indexOf('.') + 1)) {
            if (official.contains(rest)) {
                return true;
            }
            if (rest.indexOf('.') < 0) {
                return false;
            }
        }
    }

    /** The label that was registered: before the ending, {@code com.cn} counting as one. */
    private static String registered(String domain) {
        String[] labels = domain.split("\\.");
        if (labels.length < 2) {
            return domain;
        }
        boolean two = labels.length >= 3 && SECOND_LEVEL.contains(labels[labels.length - 2])
                && labels[labels.length - 1].length() == 2;
        return labels[labels.length - (two ? 3 : 2)];
    }

    private static String label(String name) {
        Units units = Units.of(name);
        return new String(units.folded(), 0, units.size());
    }

    /** The label, and it with digits and letter shapes read as the letters they are drawn like. */
    private static List<String> drawn(String label) {
        String digits = label.replace('0', 'o').replace('3', 'e').replace('4', 'a').replace('5', 's').replace('7', 't')
                .replace('8', 'b').replace('9', 'g');
        var all = new LinkedHashSet<String>();
        all.add(label);
        for (String one : List.of(digits.replace('1', 'l'), digits.replace('1', 'i'))) {
            all.add(one);
            all.add(one.replace("rn", "m").replace("vv", "w").replace("cl", "d"));
        }
        all.add(label.replace('l', 'i'));
        all.add(label.replace('i', 'l'));
        return List.copyOf(all);
    }

    private Optional<Match> combined(String domain, String registered, String folded) {
        for (String drawn : drawn(folded)) {
            for (int from = 0; from + SHORTEST <= drawn.length(); from++) {
                for (int to = Math.min(drawn.length(), from + LONGEST); to - from >= SHORTEST; to--) {
                    if (names.containsKey(drawn.substring(from, to))
                            && words(drawn.substring(0, from))
                            && words(drawn.substring(to))) {
                        return found(domain, drawn.substring(from, to), Way.COMBINED);
                    }
                }
            }
        }
        // Between hyphens a name of five letters and more stands for itself, whatever the other words.
        for (String part : registered.split("-")) {
            if (registered.indexOf('-') > 0 && part.length() >= SHORTEST_FOR_SLIPS && names.containsKey(part)
                    && Words.english(part, 0, part.length()) == 0) {
                return found(domain, part, Way.COMBINED);
            }
        }
        return Optional.empty();
    }

    private static boolean words(String text) {
        String rest = text.replaceAll("\\d+$", "");
        return rest.isEmpty() || WORDS.contains(rest)
                || WORDS.stream().anyMatch(word -> rest.startsWith(word) && WORDS.contains(rest.substring(word.length())));
    }

    private String near(String label) {
        if (label.length() < SHORTEST_FOR_SLIPS - 1 || label.length() > LONGEST) {
            return "";
        }
        var tried = new ArrayList<>(without(label));
        tried.add(label);
        for (String shorter : tried) {
            String name = slips.get(shorter);
            if (name != null && oneSlip(label, name)) {
                return name;
            }
        }
        return "";
    }

    private static Set<String> without(String label) {
        var shorter = new LinkedHashSet<String>();
        for (int i = 0; i < label.length(); i++) {
            shorter.add(label.substring(0, i) + label.substring(i + 1));
        }
        return shorter;
    }

    private static boolean oneSlip(String a, String b) {
        int same = 0;
        int shortest = Math.min(a.length(), b.length());
        while (same < shortest && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shortest - same && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        int left = a.length() - same - tail;
        int right = b.length() - same - tail;
        return left + right > 0
                && (left <= 1 && right <= 1
                        || left == 2 && right == 2
                                && a.charAt(same) == b.charAt(same + 1)
                                && a.charAt(same + 1) == b.charAt(same));
    }

    /** Domains worth watching for a name, without those that are official; in a fixed order. */
    public List<String> variants(String name) {
        String label = label(name);
        var labels = new LinkedHashSet<String>();
        labels.add(label);
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            String before = label.substring(0, i);
            String after = label.substring(i + 1);
            labels.add(before + after);
            labels.add(before + c + c + after);
            if (i > 0) {
                labels.add(before + "-" + c + after);
                labels.add(before.substring(0, i - 1) + c + before.charAt(i - 1) + after);
            }
            for (char key : neighbours(c)) {
                labels.add(before + key + after);
                labels.add(before + key + c + after);
            }
            for (int bit = 0; bit < 7; bit++) {
                char flipped = (char) (c ^ 1 << bit);
                if (flipped >= 'a' && flipped <= 'z' || flipped >= '0' && flipped <= '9') {
                    labels.add(before + flipped + after);
                }
            }
            for (String drawn : drawnFor(c)) {
                labels.add(before + drawn + after);
            }
        }
        WORDS.forEach(word -> {
            labels.add(label + word);
            labels.add(word + label);
            labels.add(label + "-" + word);
        });
        labels.remove("");
        var domains = new LinkedHashSet<String>();
        ENDINGS.forEach(ending -> domains.add(label + "." + ending));
        labels.forEach(one -> domains.add(IDN.toASCII(one) + ".com"));
        labels.forEach(one -> domains.add(IDN.toASCII(one) + ".cn"));
        domains.removeIf(this::isOfficial);
        return List.copyOf(domains);
    }

    private static List<String> drawnFor(char c) {
        return switch (c) {
            case 'a' -> List.of("а", "4");
            case 'c' -> List.of("с");
            case 'd' -> List.of("cl");
            case 'e' -> List.of("е", "3");
            case 'i' -> List.of("1", "l", "і");
            case 'l' -> List.of("1", "i");
            case 'm' -> List.of("rn");
            case 'o' -> List.of("0", "о");
            case 'p' -> List.of("р");
            case 's' -> List.of("5", "ѕ");
            case 't' -> List.of("7");
            case 'w' -> List.of("vv");
            case 'x' -> List.of("х");
            case 'y' -> List.of("у");
            default -> List.of();
        };
    }

    private static List<Character> neighbours(char c) {
        var keys = new ArrayList<Character>();
        int at = KEYS.indexOf(c);
        for (int step : new int[] {-1, 1, -11, 11, -10, 10}) {
            int to = at + step;
            if (at >= 0 && to >= 0 && to < KEYS.length() && KEYS.charAt(to) != ' ') {
                keys.add(KEYS.charAt(to));
            }
        }
        return keys;
    }
}
