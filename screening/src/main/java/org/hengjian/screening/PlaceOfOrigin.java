package org.hengjian.screening;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where an offer says that its goods come from (产地), against the place that a geographical indication names. */
final class PlaceOfOrigin {

    private static final String MARK = "（产地）";
    private static final List<String> PROVINCES = List.of(
            "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西",
            "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海",
            "宁夏", "新疆", "台湾", "香港", "澳门", "越南", "泰国", "缅甸", "柬埔寨");
    private static final String ANY = PROVINCES.stream().collect(Collectors.joining("|", "(", ")"));
    private static final Pattern SAID = Pattern.compile(
            "(?:原?产地|产自|产于|出自)[\\s:：]{0,3}(?:中国)?" + ANY + "|" + ANY + "(?:省|自治区|市)?\\p{IsHan}{0,3}?\\s?(?:产地?(?![品后量业])|养殖|种植)");

    private PlaceOfOrigin() {}

    /** A place said in the text. */
    record Said(String place, int start, int end) {}

    /** Another province than the indication's, said of the goods; none where nothing is said, or the right one too. */
    static Optional<Said> elsewhere(Right right, String text) {
        if (!right.holder().endsWith(MARK)) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(text);
        Said other = null;
        while (said.find()) {
            String place = said.group(1) == null ? said.group(2) : said.group(1);
            if (right.holder().startsWith(place)) {
                return Optional.empty();
            }
            other = other == null ? new Said(place, said.start(), said.end()) : other;
        }
        return Optional.ofNullable(other);
    }

    /** The place of the indication, for people. */
    static String of(Right right) {
        return right.holder().replace(MARK, "");
    }
}
