package org.hengjian.tracing.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firm's name (企业名称) in its four parts, as the rules on enterprise names have them: region 行政区划, name proper 字号,
 * trade 行业, form 组织形式. Latin names give the same parts as far as they can: {@code Hangzhou Hengxi Garment Co., Ltd}
 * is region 330100, name hengxi, trade 服饰, form 有限公司.
 *
 * @param region code of six digits, or empty
 * @param core the name proper, never empty unless the whole is
 */
public record CompanyName(String region, String core, String trade, String form) {

    private static final char PART = '\u001f';

    private static final List<String> FORMS = longestFirst(
            "有限责任公司", "股份有限公司", "有限公司", "集团有限公司", "集团股份有限公司", "集团", "公司", "总公司", "分公司", "个人独资企业",
            "合伙企业", "普通合伙", "有限合伙", "厂", "总厂", "分厂", "加工厂", "店", "商店", "专卖店", "旗舰店", "经营店", "网店", "小店",
            "商行", "经营部", "经销部", "批发部", "门市部", "服务部", "营业部", "销售部", "个体工商户", "个体户", "工作室", "专业合作社",
            "合作社", "中心", "行", "铺", "档口", "超市", "商场", "坊", "馆", "屋", "社");

    private static final List<String> TRADES = longestFirst(
            "电子商务", "网络科技", "信息科技", "信息技术", "网络技术", "电子科技", "生物科技", "智能科技", "供应链管理", "供应链", "进出口贸易",
            "国际贸易", "进出口", "商贸", "贸易", "科技", "技术", "实业", "工贸", "服饰", "服装", "制衣", "针织", "纺织", "鞋业", "鞋服", "制鞋",
            "皮具", "皮革", "箱包", "化妆品", "日化", "日用品", "百货", "食品", "饮料", "酒业", "茶业", "茶叶", "电子", "电器", "数码", "通讯",
            "五金", "机械", "设备", "汽车配件", "汽配", "汽车用品", "建材", "家居", "家具", "家纺", "玩具", "文具", "文化传媒", "文化", "传媒",
            "母婴用品", "母婴", "医药", "药业", "医疗器械", "农资", "种业", "种子", "农业", "化工", "包装", "印刷", "图书", "音像", "珠宝",
            "首饰", "饰品", "眼镜", "钟表", "体育用品", "户外用品", "用品", "制品", "制造", "物流", "快递", "仓储", "管理", "咨询", "投资",
            "控股", "发展", "企业", "产品", "批发", "零售", "销售", "服务", "生活", "精品");

    private static final Map<String, String> LATIN_TRADES = latinTrades();
    private static final Map<String, String> LATIN_FORMS = latinForms();
    private static final Pattern BRACKETED = Pattern.compile("[(\\[【（]([^)\\]】）]*)[)\\]】）]");

    public static CompanyName of(String typed) {
        String folded = Folding.fold(typed);
        if (Folding.isNothing(folded)) {
            return new CompanyName("", "", "", "");
        }
        return Folding.hasHan(folded) ? chinese(folded) : latin(folded);
    }

    public boolean isEmpty() {
        return core.isEmpty();
    }

    /** The parts in one string that {@link #decode} reads. */
    public String encode() {
        return isEmpty() ? "" : region + PART + core + PART + trade + PART + form;
    }

    public static CompanyName decode(String encoded) {
        int first = encoded.indexOf(PART);
        int second = encoded.indexOf(PART, first + 1);
        int third = encoded.indexOf(PART, second + 1);
        if (third < 0) {
            return new CompanyName("", encoded, "", "");
        }
        return new CompanyName(
                encoded.substring(0, first),
                encoded.substring(first + 1, second),
                encoded.substring(second + 1, third),
                encoded.substring(third + 1));
    }

    private static CompanyName chinese(String folded) {
        String region = "";
        Matcher brackets = BRACKETED.matcher(folded);
        var unbracketed = new StringBuilder();
        while (brackets.find()) {
            var named = Regions.at(brackets.group(1), 0);
            if (named.isPresent() && named.get().end() == brackets.group(1).length()) {
                region = narrower(region, named.get());
            }
            brackets.appendReplacement(unbracketed, "");
        }
        brackets.appendTail(unbracketed);
        String rest = Folding.bare(unbracketed.toString());
        int from = 0;
        while (true) {
            var named = Regions.at(rest, from);
            boolean county = named.isPresent() && named.get().codes().stream().noneMatch(code -> code.endsWith("00"));
            // A county's short name is too easily the name proper: 朝阳, 新华.
            if (named.isEmpty()
                    || rest.length() - named.get().end() < 2
                    || county && !named.get().full()) {
                break;
            }
            region = narrower(region, named.get());
            from = named.get().end();
            if (from < rest.length() - 2 && "省市区县".indexOf(rest.charAt(from)) >= 0) {
                from++;
            }
        }
        String name = rest.substring(from);
        String form = suffix(name, FORMS);
        name = name.substring(0, name.length() - form.length());
        var trades = new StringBuilder();
        for (String trade = suffix(name, TRADES); !trade.isEmpty(); trade = suffix(name, TRADES)) {
            trades.insert(0, trade);
            name = name.substring(0, name.length() - trade.length());
        }
        return new CompanyName(region, name, trades.toString(), usual(form));
    }

    private static CompanyName latin(String folded) {
        String region = "";
        String form = "";
        var trades = new StringBuilder();
        var core = new ArrayList<String>();
        for (String word : folded.replace("'", "").split("[^\\p{L}\\p{Nd}]+")) {
            if (word.isEmpty()) {
                continue;
            }
            var named = Regions.read(word);
            if (named.isPresent() && (region.isEmpty() || Regions.contains(region, named.get()))) {
                region = named.get();
            } else if (LATIN_FORMS.containsKey(word)) {
                form = LATIN_FORMS.get(word);
            } else if (LATIN_TRADES.containsKey(word)) {
                trades.append(LATIN_TRADES.get(word));
            } else {
                core.add(word);
            }
        }
        if (core.isEmpty()) {
            return new CompanyName("", Folding.bare(folded), "", "");
        }
        return new CompanyName(region, String.join(" ", core), trades.toString(), form);
    }

    private static String narrower(String region, Regions.Named named) {
        String code = named.within(region);
        return region.isEmpty() || Regions.contains(region, code) ? code : region;
    }

    /** The longest of {@code suffixes} that leaves at least two characters of a name before it; else nothing. */
    private static String suffix(String name, List<String> suffixes) {
        for (String suffix : suffixes) {
            if (name.length() >= suffix.length() + 2 && name.endsWith(suffix)) {
                return suffix;
            }
        }
        return "";
    }

    private static String usual(String form) {
        return form.equals("有限责任公司") ? "有限公司" : form;
    }

    private static List<String> longestFirst(String... words) {
        return List.of(words).stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    private static Map<String, String> latinForms() {
        var forms = new HashMap<String, String>();
        for (String word : "co ltd limited llc inc corp corporation company plc gmbh".split(" ")) {
            forms.put(word, "有限公司");
        }
        forms.put("factory", "厂");
        forms.put("store", "店");
        forms.put("shop", "店");
        forms.put("studio", "工作室");
        forms.put("group", "集团");
        return forms;
    }

    private static Map<String, String> latinTrades() {
        var trades = new HashMap<String, String>();
        String table =
                """
                trading 贸易|trade 贸易|technology 科技|tech 科技|garment 服饰|garments 服饰|clothing 服饰|apparel 服饰|fashion 服饰
                |shoes 鞋业|footwear 鞋业|leather 皮具|bags 箱包|cosmetics 化妆品|food 食品|foods 食品|electronics 电子|electronic 电子
                |electric 电器|electrical 电器|digital 数码|hardware 五金|machinery 机械|furniture 家具|toys 玩具|jewelry 珠宝
                |pharmaceutical 医药|logistics 物流|industrial 实业|industry 实业|import 进出口|export 进出口|ecommerce 电子商务
                |international 国际|network 网络科技|textile 纺织|culture 文化|media 传媒|department 百货
                """;
        for (String row : table.replace("\n", "").split("\\|")) {
            String[] pair = row.strip().split(" ");
            trades.put(pair[0], pair[1]);
        }
        return trades;
    }
}
