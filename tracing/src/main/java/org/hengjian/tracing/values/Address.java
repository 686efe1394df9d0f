package org.hengjian.tracing.values;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address (地址) taken apart down to the room. Chinese addresses go from large to small: region, town 镇街道, place
 * 村社区小区园, road 路街巷, number 号, building 栋幢, room 室. Parts that are not named are empty.
 *
 * @param region code of six digits (GB/T 2260), the narrowest that is named, or empty
 * @param site place or road with its number: what a courier finds; empty if there is neither
 * @param building building, then floor, at that site
 * @param rest what no rule knew, letters and digits only
 */
public record Address(String region, String town, String site, String building, String room, String rest) {

    private static final char PART = '\u001f';
    private static final String NUMERAL = "[\\d一二三四五六七八九十百零〇甲乙丙丁a-z#-]+";
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s,.;:，。、()（）\\[\\]【】/|]+");
    private static final Pattern TOWN = Pattern.compile("^(\\p{IsHan}{1,8}?(?:街道办事处|街道|镇|乡|苏木))(?!路|街|口|道)");
    private static final Pattern DEVELOPMENT =
            Pattern.compile("^(\\p{IsHan}{0,8}?(?:经济技术开发区|经济开发区|高新技术开发区|高新技术产业开发区|高新区|开发区|保税区|新区))");
    private static final Pattern ROAD = Pattern.compile(
            "([\\p{IsHan}\\da-z]{1,12}?(?:路|大街|街|大道|巷|弄|胡同|公路|里|道(?!口)))(?:(" + NUMERAL + "(?:之" + NUMERAL + ")?)(?:号(?!楼)|弄))?");
    private static final Pattern PLACE = Pattern.compile(
            "([\\p{IsHan}\\da-z]{2,14}?(?:工业园区|工业园|产业园|科技园|创业园|物流园|工业区|园区|小区|社区|花园|新村|公寓|大厦|广场|商城|批发市场|市场|中心|村|苑|城|庄|屯|园))");
    private static final Pattern NUMBER = Pattern.compile("^(" + NUMERAL + ")号(?!楼)");
    private static final Pattern BUILDING = Pattern.compile("(" + NUMERAL + ")(?:号楼|栋|幢|座|号厂房|号仓|号库|#)");
    private static final Pattern UNIT = Pattern.compile("(" + NUMERAL + ")(?:单元)");
    private static final Pattern FLOOR = Pattern.compile("(" + NUMERAL + ")(?:层|楼|f(?![a-z]))");
    private static final Pattern ROOM = Pattern.compile("(" + NUMERAL + ")(?:室|房|号铺|铺|档|号)?$");
    private static final Map<String, String> LATIN = Map.ofEntries(
            Map.entry("street", "st"), Map.entry("avenue", "ave"), Map.entry("av", "ave"), Map.entry("road", "rd"),
            Map.entry("boulevard", "blvd"), Map.entry("drive", "dr"), Map.entry("highway", "hwy"), Map.entry("lane", "ln"),
            Map.entry("place", "pl"), Map.entry("square", "sq"), Map.entry("parkway", "pkwy"), Map.entry("north", "n"),
            Map.entry("south", "s"), Map.entry("east", "e"), Map.entry("west", "w"), Map.entry("suite", "ste"),
            Map.entry("first", "1st"), Map.entry("second", "2nd"), Map.entry("third", "3rd"), Map.entry("fourth", "4th"),
            Map.entry("fifth", "5th"), Map.entry("sixth", "6th"), Map.entry("seventh", "7th"), Map.entry("eighth", "8th"),
            Map.entry("ninth", "9th"), Map.entry("tenth", "10th"));

    public static Address of(String typed) {
        String folded = Folding.fold(typed).toLowerCase(Locale.ROOT);
        if (Folding.isNothing(folded)) {
            return new Address("", "", "", "", "", "");
        }
        return Folding.hasHan(folded) ? chinese(folded) : latin(folded);
    }

    public boolean isEmpty() {
        return region.isEmpty() && town.isEmpty() && site.isEmpty() && rest.isEmpty();
    }

    public String encode() {
        return isEmpty() ? "" : String.join(String.valueOf(PART), region, town, site, building, room, rest);
    }

    public static Address decode(String encoded) {
        String[] parts = new String[6];
        int from = 0;
        for (int i = 0; i < 5; i++) {
            int end = encoded.indexOf(PART, from);
            if (end < 0) {
                return new Address("", "", encoded, "", "", "");
            }
            parts[i] = encoded.substring(from, end);
            from = end + 1;
        }
        return encoded.indexOf(PART, from) >= 0
                ? new Address("", "", encoded, "", "", "")
                : new Address(parts[0], parts[1], parts[2], parts[3], parts[4], encoded.substring(from));
    }

    private static Address chinese(String folded) {
        String text = PUNCTUATION.matcher(folded).replaceAll("").replace("中国", "");
        String region = "";
        int from = 0;
        for (var named = Regions.at(text, from); named.isPresent(); named = Regions.at(text, from)) {
            String code = named.get().within(region);
            if (!region.isEmpty() && !Regions.contains(region, code) && !Regions.contains(code, region)) {
                break;
            }
            region = region.isEmpty() || Regions.contains(region, code) ? code : region;
            from = named.get().end();
            if (from < text.length() && !named.get().full() && "省市区县".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
        }
        var rest = new StringBuilder(text.substring(from));
        String town = has(rest, "道镇乡木") ? take(rest, TOWN, 1) : "";
        if (has(rest, "区")) {
            take(rest, DEVELOPMENT, 1);
        }
        Matcher road = ROAD.matcher(rest);
        String street = "";
        String number = "";
        if (has(rest, "路街道巷弄同里") && road.find()) {
            street = road.group(1);
            number = road.group(2) == null ? "" : digits(road.group(2));
            rest.delete(road.start(), road.end());
        }
        Matcher place = PLACE.matcher(rest);
        String site = "";
        if (has(rest, "区园村寓厦场城心苑庄屯") && place.find()) {
            site = place.group(1);
            rest.delete(place.start(), place.end());
        }
        if (number.isEmpty()) {
            number = digits(take(rest, NUMBER, 1));
        }
        String building = has(rest, "号栋幢座#") ? digits(take(rest, BUILDING, 1)) : "";
        String unit = has(rest, "单") ? digits(take(rest, UNIT, 1)) : "";
        String floor = has(rest, "层楼f") ? digits(take(rest, FLOOR, 1)) : "";
        String room = digits(take(rest, ROOM, 1));
        String where = !street.isEmpty() && !number.isEmpty() ? street + number : site + street + number;
        String house = building.isEmpty() && where.isEmpty() ? "" : building;
        String door = join(unit, join(floor.isEmpty() || room.startsWith(floor) ? "" : floor, room));
        String left = !street.isEmpty() && !number.isEmpty() && !site.isEmpty() ? site + rest : rest.toString();
        return new Address(region, town, where, house, door, Folding.bare(left));
    }

    private static Address latin(String folded) {
        var words = new StringBuilder();
        for (String word : folded.replace("'", "").split("[^\\p{L}\\p{Nd}]+")) {
            if (!word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(LATIN.getOrDefault(word, word));
            }
        }
        return new Address("", "", words.toString(), "", "", "");
    }

    /** Whether one of the characters occurs without which a pattern cannot match: asked first, it saves most searches. */
    private static boolean has(CharSequence rest, String characters) {
        for (int i = 0; i < rest.length(); i++) {
            if (characters.indexOf(rest.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String join(String outer, String inner) {
        return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "-" + inner;
    }

    private static String take(StringBuilder rest, Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return "";
        }
        String taken = matcher.group(group);
        rest.delete(matcher.start(), matcher.end());
        return taken;
    }

    /** Chinese numerals below one hundred, and digits, as digits: 十二 is 12, 三〇五 is 305. */
    static String digits(String numeral) {
        String text = numeral.replace("#", "");
        int ten = text.indexOf('十');
        if (ten >= 0 && text.length() <= 3 && text.chars().allMatch(c -> "一二三四五六七八九十".indexOf(c) >= 0)) {
            int tens = ten == 0 ? 1 : "〇一二三四五六七八九".indexOf(text.charAt(0));
            int ones = ten == text.length() - 1 ? 0 : "〇一二三四五六七八九".indexOf(text.charAt(ten + 1));
            return String.valueOf(tens * 10 + ones);
        }
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = "〇一二三四五六七八九".indexOf(text.charAt(i));
            digits.append(digit >= 0 ? (char) ('0' + digit) : text.charAt(i) == '零' ? '0' : text.charAt(i));
        }
        return digits.toString();
    }
}
