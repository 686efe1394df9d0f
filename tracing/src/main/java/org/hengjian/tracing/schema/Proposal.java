package org.hengjian.tracing.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.PhoneNumber;

/** Proposes what the columns of an unknown file hold, from their headings in Chinese or English and from their cells. */
public final class Proposal {

    /** Longer texts on average are described by their words, shorter ones by their characters. */
    private static final double NAME_LENGTH_MAX = 16;

    private static final int DISTINCT_FOR_CATEGORY = 40;

    /** Tried in this order on the folded heading: the narrower before the wider. */
    private static final Map<Pattern, Kind> HEADINGS = headings();

    private Proposal() {}

    /** @param rows some of the file's rows, the first few thousand are enough */
    public static Schema of(List<String> headings, List<List<String>> rows) {
        var columns = new ArrayList<Column>();
        boolean named = false;
        for (int c = 0; c < headings.size(); c++) {
            int column = c;
            List<String> cells = rows.stream()
                    .map(row -> row.get(column))
                    .filter(cell -> !Folding.isNothing(Folding.fold(cell)))
                    .toList();
            Kind kind = kind(headings.get(c), cells, rows.size());
            if (kind == Kind.ID) {
                kind = named ? Kind.IGNORED : isSourced(cells) ? Kind.SOURCED_ID : Kind.ID;
                named = true;
            }
            columns.add(new Column(headings.get(c), kind));
        }
        return new Schema(columns);
    }

    private static Kind kind(String heading, List<String> cells, int rows) {
        String folded = Folding.fold(heading).replace('_', ' ').replace('-', ' ');
        Kind said = Kind.IGNORED;
        boolean found = false;
        for (var pattern : HEADINGS.entrySet()) {
            if (pattern.getKey().matcher(folded).find()) {
                said = pattern.getValue();
                found = true;
                break;
            }
        }
        if (cells.isEmpty() || said == Kind.ID || found && said == Kind.IGNORED) {
            return said;
        }
        Kind seen = seen(cells, rows);
        return switch (said) {
            case IGNORED -> seen;
            // A heading is believed unless the cells cannot be what it says.
            case PHONE, NUMBER, YEAR, EMAIL, WEB, PICTURE, CREDIT_CODE, IDENTITY -> readable(said, cells) ? said : seen;
            case COMPANY -> share(cells, Proposal::isFirm) > 0.1 ? said : Kind.NAME;
            case NAME, TEXT -> isLong(cells) ? Kind.TEXT : said == Kind.TEXT && isShortHan(cells) ? Kind.NAME : said;
            default -> said;
        };
    }

    /** Two or three prefixes, none of them rare, and a number behind: records of two registers in one file. */
    private static boolean isSourced(List<String> ids) {
        Map<String, Integer> prefixes = new HashMap<>();
        for (String id : ids) {
            if (!id.strip().matches("\\p{L}+[-_:. ]?\\d+")) {
                return false;
            }
            prefixes.merge(id.strip().replaceAll("[^\\p{L}].*", ""), 1, Integer::sum);
        }
        return prefixes.size() >= 2
                && prefixes.size() <= 3
                && prefixes.values().stream().allMatch(count -> count * 20 > ids.size());
    }

    private static boolean readable(Kind kind, List<String> cells) {
        return share(cells, cell -> !kind.canonical(cell).isEmpty()) > 0.5;
    }

    private static Kind seen(List<String> cells, int rows) {
        if (share(cells, cell -> UnifiedSocialCreditCode.hasForm(Folding.bare(cell).toUpperCase(Locale.ROOT))) > 0.6) {
            return Kind.CREDIT_CODE;
        }
        if (share(cells, cell -> Folding.fold(cell).matches("[1-9]\\d{5}[\\d*]{8}[\\d*]{3}[\\dx*]")) > 0.6) {
            return Kind.IDENTITY;
        }
        if (share(cells, Proposal::isPhone) > 0.6) {
            return Kind.PHONE;
        }
        if (share(cells, cell -> cell.matches("\\S+@\\S+\\.\\S+")) > 0.6) {
            return Kind.EMAIL;
        }
        if (share(cells, cell -> Folding.fold(cell).matches("(https?://\\S+|(www\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(com|cn|net|org|shop|top|vip|xyz|cc|io)(/\\S*)?)")) > 0.6) {
            return Kind.WEB;
        }
        if (share(cells, cell -> cell.matches("(?i)[0-9a-f]{16}")) > 0.8) {
            return Kind.PICTURE;
        }
        if (share(cells, Proposal::isFirm) > 0.6) {
            return Kind.COMPANY;
        }
        if (share(cells, Proposal::isAddress) > 0.6) {
            return Kind.ADDRESS;
        }
        if (share(cells, cell -> cell.strip().matches("(1[89]|20)\\d\\d")) > 0.9) {
            return Kind.YEAR;
        }
        if (share(cells, cell -> Folding.fold(cell).matches("[$¥€£]?\\s?-?[\\d,]+(\\.\\d+)?\\s?[%元]?")) > 0.8) {
            return Kind.NUMBER;
        }
        Set<String> distinct = new HashSet<>(cells);
        if (distinct.size() <= Math.min(DISTINCT_FOR_CATEGORY, rows / 10)) {
            return Kind.CATEGORY;
        }
        return isShortHan(cells) ? Kind.NAME : Kind.TEXT;
    }

    private static boolean isLong(List<String> cells) {
        return cells.stream().mapToInt(cell -> Folding.hasHan(cell) ? cell.length() * 2 : cell.length()).average().orElse(0)
                > NAME_LENGTH_MAX * 2;
    }

    private static boolean isShortHan(List<String> cells) {
        return share(cells, Folding::hasHan) > 0.5 && !isLong(cells);
    }

    private static boolean isPhone(String cell) {
        List<String> numbers = PhoneNumber.all(cell);
        String digits = Folding.fold(cell).replaceAll("[\\d\\s()+*/,;、-]", "");
        return !numbers.isEmpty()
                && digits.length() <= 2
                && numbers.get(0).matches("1[3-9][\\d*]{9}|0\\d{9,11}|[48]00\\d{7}|[2-9]\\d{9}");
    }

    private static boolean isFirm(String cell) {
        return Folding.fold(cell)
                .matches(".*(公司|商行|经营部|工作室|合作社|厂|个体户|工商户|\\b(co|ltd|inc|llc|gmbh|corp|company|limited)\\b).*");
    }

    private static boolean isAddress(String cell) {
        return Folding.fold(cell).matches(".*(省|市|区|县|镇|乡|街道).*(路|街|道|巷|村|号|园|栋|幢|室|楼).*");
    }

    private static double share(List<String> cells, Predicate<String> test) {
        return cells.stream().filter(test).count() / (double) cells.size();
    }

    private static Map<Pattern, Kind> headings() {
        var headings = new LinkedHashMap<Pattern, Kind>();
        // An answer that came along with the question must not be read.
        say(headings, Kind.IGNORED, "^(cluster|gold|label|truth|entity|group|gt)( ?(id|no|key|label|cluster))?$|gold|ground ?truth|真值|标注|答案|^簇|聚类|^evidence$");
        say(headings, Kind.CREDIT_CODE, "信用代码|税号|纳税人识别|注册号|执照号|营业执照|credit ?code|uscc|usci|tax ?(id|no|number)|license ?(no|number)|reg(istration)? ?(no|number)");
        say(headings, Kind.IDENTITY, "身份证|证件号|公民身份|id ?card|identity|national ?id|id ?(no|number)$");
        say(headings, Kind.EMAIL, "邮箱|e ?mail|电子邮件");
        say(headings, Kind.DEVICE, "设备|imei|\\bmac\\b|idfa|oaid|android ?id|device|指纹码|fingerprint");
        say(headings, Kind.PICTURE, "图片.*(哈希|指纹|hash)|头像.*(哈希|指纹|hash)|logo.*hash|(image|picture|photo|logo|avatar|img) ?(p|d|a)?hash|p ?hash|d ?hash|感知哈希");
        say(headings, Kind.ACCOUNT, "账户|账号|帐号|帐户|支付宝|微信|银行卡|卡号|收款|alipay|wechat|weixin|\\bwx\\b|bank|iban|account|pay(ment|ee)?\\b|\\bqq\\b|wallet|钱包");
        say(headings, Kind.SHOP_ID, "店铺(id|编号|号)|商家(id|编号)|卖家(id|编号)|(shop|store|seller|merchant) ?(id|no|code)\\b");
        say(headings, Kind.ID, "^(id|编号|序号|记录号|行号|record ?(id|no)|row ?(id|no)?|no|rid|uid|key|记录id|记录编号|主键|index|record)$");
        say(headings, Kind.PHONE, "电话|手机|联系方式|固话|座机|热线|phone|mobile|\\btel|cell|contact ?(no|number)|fax|传真");
        say(headings, Kind.WEB, "网址|链接|域名|网站|主页|url|domain|website|link|homepage|\\bsite\\b|\\bweb\\b");
        say(headings, Kind.ADDRESS, "地址|住所|经营场所|发货地|仓库|寄件地|退货|address|\\baddr\\b|street|location|warehouse|住址|场所");
        say(headings, Kind.COMPANY, "公司|企业|单位名称|经营者名称|主体名称|字号|商户名称|company|firm|enterprise|corporation|organi[sz]ation|business ?name|legal ?(entity|name)|subject ?name|registered ?name");
        say(headings, Kind.PERSON, "法人|法定代表|负责人|联系人|经营者|姓名|店主|老板|寄件人|发件人|收款人|sender|contact|legal ?(person|rep)|representative|owner|person|full ?name|surname|given ?name|first ?name|last ?name|operator|shipper");
        say(headings, Kind.SOURCE, "^(source|src|dataset|data ?set|data ?source|table|file|origin|side|来源|数据来源|数据源|出处|来源表|来源文件)$");
        say(headings, Kind.CATEGORY, "平台|渠道|类目|品类|类别|分类|类型|行业|省份|城市|地区|区域|platform|channel|categor|genre|^type$|^class$|^style$|province|^city$|region|country|venue|brand|manufacturer|品牌");
        say(headings, Kind.NAME, "店铺|店名|网店|昵称|卖家|商家|商户|名称|shop|store|seller|merchant|nick|vendor|^name$|账户名|用户名|user ?name");
        say(headings, Kind.YEAR, "^年份?$|\\byear\\b");
        say(headings, Kind.NUMBER, "价格|金额|单价|售价|price|amount|cost|\\babv\\b");
        say(headings, Kind.TEXT, "标题|描述|简介|商品|备注|title|descri|author|product|name|text|song|album|artist|model|copyright|released|comment|note");
        return headings;
    }

    private static void say(Map<Pattern, Kind> headings, Kind kind, String pattern) {
        headings.put(Pattern.compile(pattern), kind);
    }
}
