package org.hengjian.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hengjian.screening.text.Characters;

/**
 * Writes a name the way that sellers of fakes do (规避写法生成), one technique at a time, seeded. Real evasions are
 * nowhere listed; this is what measuring and training use, beside what was written by hand.
 */
final class Evasions {

    /** One way to hide a name. An empty answer means that the name does not offer it. */
    enum Technique {
        FULL_WIDTH,
        ZERO_WIDTH,
        SYMBOL,
        EMOJI,
        SPACES,
        DOTS,
        CYRILLIC,
        STYLED,
        ENCLOSED,
        SMALL_CAPITALS,
        LEET,
        LEET_SYMBOL,
        REPEATED,
        LETTER_SHAPES,
        HOMOPHONE,
        FUZZY_HOMOPHONE,
        LOOK_ALIKE,
        SPLIT,
        ONE_PINYIN,
        ALL_PINYIN,
        INITIAL,
        SWAPPED,
        LETTER_CHANGED,
        LETTER_ADDED,
        LETTER_LOST
    }

    private static final String LATIN = "aceopxyijsBEHKMTbk";
    private static final String CYRILLIC = "асеорхуіјѕВЕНКМТЬк";
    private static final String SMALL = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡxʏᴢ";

    private final Random random;
    private final Map<String, List<Character>> bySyllable = new HashMap<>();

    Evasions(long seed) {
        random = new Random(seed);
        for (char c = 0x4E00; c < 0x9FA5; c++) {
            if (Characters.isHan(c) && Characters.frequency(c) >= 1) {
                bySyllable.computeIfAbsent(Characters.syllable(c), s -> new ArrayList<>()).add(c);
            }
        }
    }

    /** The name hidden, or an empty text if the technique does not fit it. */
    String hide(String name, Technique technique) {
        boolean han = name.chars().allMatch(c -> Characters.isHan((char) c));
        boolean latin = name.matches("[A-Za-z][A-Za-z '.-]{3,}");
        return switch (technique) {
            case ZERO_WIDTH -> name.length() < 2 || !han && !latin ? "" : inserted(name, "\u200B");
            case SYMBOL -> name.length() < 2 || !han && !latin ? "" : inserted(name, pick("★", "*", "♥", "^", "✿", "~"));
            case EMOJI -> name.length() < 2 || !han && !latin ? "" : inserted(name, pick("🔥", "👟", "✨", "💰"));
            case SPACES -> name.length() < 2 || !han && !latin ? "" : String.join(" ", name.replace(" ", "").split(""));
            case DOTS -> latin && !name.contains(" ") ? String.join(".", name.split("")) : "";
            case FULL_WIDTH -> latin ? mapped(name, c -> c > 0x20 ? (char) (c + 0xFEE0) : c) : "";
            case CYRILLIC -> latin ? changed(name, LATIN, CYRILLIC) : "";
            case STYLED -> latin ? styled(name, pickInt(0x1D400, 0x1D468, 0x1D4D0, 0x1D5D4)) : "";
            case ENCLOSED -> latin ? styled(name.toUpperCase(java.util.Locale.ROOT), 0x1F170) : "";
            case SMALL_CAPITALS ->
                latin ? mapped(name, c -> Character.isLetter(c) ? SMALL.charAt(Character.toLowerCase(c) - 'a') : c) : "";
            case LEET -> latin ? changed(name, "oieastl", "01345" + "71") : "";
            case LEET_SYMBOL -> latin ? changed(name.toLowerCase(java.util.Locale.ROOT), "ais", "@!$") : "";
            case REPEATED -> latin ? repeated(name) : "";
            case LETTER_SHAPES -> latin ? name.contains("w") ? name.replaceFirst("w", "vv") : changed(name, "il", "lI") : "";
            case HOMOPHONE -> han ? homophone(name, true) : "";
            case FUZZY_HOMOPHONE -> han && name.length() >= 3 ? homophone(name, false) : "";
            case LOOK_ALIKE -> han ? alike(name) : "";
            case SPLIT -> han ? split(name) : "";
            case ONE_PINYIN -> han ? pinyin(name, false) : "";
            case ALL_PINYIN -> han && name.length() >= 2 ? pinyin(name, true) : "";
            case INITIAL -> han && name.length() >= 2 ? initial(name) : "";
            case SWAPPED -> han && name.length() >= 4 ? swapped(name) : "";
            case LETTER_CHANGED -> slip(name, latin, 0);
            case LETTER_ADDED -> slip(name, latin, 1);
            case LETTER_LOST -> slip(name, latin, 2);
        };
    }

    private String inserted(String name, String what) {
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + what + name.substring(at);
    }

    private interface Mapping {
        char of(char c);
    }

    private static String mapped(String name, Mapping mapping) {
        var out = new StringBuilder();
        name.chars().forEach(c -> out.append(mapping.of((char) c)));
        return out.toString();
    }

    private String changed(String name, String from, String to) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < name.length(); i++) {
            if (from.indexOf(name.charAt(i)) >= 0) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return "";
        }
        var out = new StringBuilder(name);
        int at = places.get(random.nextInt(places.size()));
        out.setCharAt(at, to.charAt(from.indexOf(name.charAt(at))));
        return out.toString();
    }

    private static String styled(String name, int base) {
        var out = new StringBuilder();
        for (char c : name.toCharArray()) {
            boolean enclosed = base == 0x1F170;
            if (c >= 'A' && c <= 'Z') {
                out.appendCodePoint(base + c - 'A');
            } else if (c >= 'a' && c <= 'z' && !enclosed) {
                int styled = base + 26 + c - 'a';
                out.appendCodePoint(Character.isDefined(styled) ? styled : c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String repeated(String name) {
        int at = random.nextInt(name.length());
        char c = name.charAt(at);
        return Character.isLetter(c) ? name.substring(0, at) + c + c + name.substring(at) : "";
    }

    private String homophone(String name, boolean exact) {
        for (int tries = 0; tries < 20; tries++) {
            int at = random.nextInt(name.length());
            char c = name.charAt(at);
            String syllable = Characters.syllable(c);
            List<Character> others = bySyllable.getOrDefault(exact ? syllable : confused(syllable), List.of());
            if (others.size() > 1) {
                char other = others.get(random.nextInt(others.size()));
                if (other != c && (!exact || Characters.sameSound(c, other))) {
                    return name.substring(0, at) + other + name.substring(at + 1);
                }
            }
        }
        return "";
    }

    private static String confused(String syllable) {
        if (syllable.matches("[zcs]h.*")) {
            return syllable.charAt(0) + syllable.substring(2);
        }
        if (syllable.endsWith("ng")) {
            return syllable.substring(0, syllable.length() - 1);
        }
        return syllable.startsWith("n") ? "l" + syllable.substring(1) : syllable + "g";
    }

    private String alike(String name) {
        int at = random.nextInt(name.length());
        char[] others = Characters.alike(name.charAt(at));
        return others.length == 0
                ? ""
                : name.substring(0, at) + others[random.nextInt(Math.min(4, others.length))] + name.substring(at + 1);
    }

    private String split(String name) {
        int at = random.nextInt(name.length());
        List<String> parts = Characters.partsOf(name.charAt(at));
        return parts.isEmpty()
                ? ""
                : name.substring(0, at) + parts.get(random.nextInt(parts.size())) + name.substring(at + 1);
    }

    private String pinyin(String name, boolean all) {
        var out = new StringBuilder();
        int at = random.nextInt(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean spelled = all || i == at;
            out.append(spelled ? Characters.syllable(name.charAt(i)) : String.valueOf(name.charAt(i)));
        }
        return out.toString();
    }

    private String initial(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + Characters.initial(name.charAt(at)) + name.substring(at + 1);
    }

    private String swapped(String name) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private String slip(String name, boolean latin, int kind) {
        if (!latin || name.length() < 6) {
            return "";
        }
        int at = 1 + random.nextInt(name.length() - 2);
        char letter = (char) ('a' + random.nextInt(26));
        if (!Character.isLetter(name.charAt(at)) || Character.toLowerCase(name.charAt(at)) == letter) {
            return "";
        }
        return switch (kind) {
            case 0 -> name.substring(0, at) + letter + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            default -> name.substring(0, at) + name.substring(at + 1);
        };
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private int pickInt(int... of) {
        return of[random.nextInt(of.length)];
    }
}
