package org.hengjian.tracing.schema;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hengjian.tracing.comparing.AddressMeasure;
import org.hengjian.tracing.comparing.CategoryMeasure;
import org.hengjian.tracing.comparing.CompanyMeasure;
import org.hengjian.tracing.comparing.IdentifierMeasure;
import org.hengjian.tracing.comparing.Measure;
import org.hengjian.tracing.comparing.ModelMeasure;
import org.hengjian.tracing.comparing.NameMeasure;
import org.hengjian.tracing.comparing.NumberMeasure;
import org.hengjian.tracing.comparing.PersonMeasure;
import org.hengjian.tracing.comparing.PictureMeasure;
import org.hengjian.tracing.comparing.SourceMeasure;
import org.hengjian.tracing.comparing.TextMeasure;
import org.hengjian.tracing.comparing.WebMeasure;
import org.hengjian.tracing.comparing.WholeMeasure;
import org.hengjian.tracing.comparing.YearMeasure;
import org.hengjian.tracing.values.Address;
import org.hengjian.tracing.values.CompanyName;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.IdentityNumber;
import org.hengjian.tracing.values.PersonName;
import org.hengjian.tracing.values.PhoneNumber;
import org.hengjian.tracing.values.WebAddress;

/** What the cells of a column hold. Decides how they are read, compared, and used to bring records together. */
public enum Kind {
    /** 统一社会信用代码. */
    CREDIT_CODE(Kind::creditCodes, rarity -> new IdentifierMeasure(0.01)),
    /** 公民身份号码. */
    IDENTITY(typed -> some(IdentityNumber.canonical(typed)), rarity -> new IdentifierMeasure(0.01)),
    /** 电话. */
    PHONE(PhoneNumber::all, rarity -> new IdentifierMeasure(0.05)),
    /** 银行或支付账户. */
    ACCOUNT(Kind::identifiers, rarity -> new IdentifierMeasure(0.02)),
    /** 设备号. */
    DEVICE(Kind::identifiers, rarity -> new IdentifierMeasure(0.05)),
    /** 店铺编号. */
    SHOP_ID(Kind::identifiers, rarity -> new IdentifierMeasure(0.02)),
    /** 电子邮箱. */
    EMAIL(Kind::emails, rarity -> new IdentifierMeasure(0.05)),
    /** 姓名. */
    PERSON(Kind::persons, rarity -> new PersonMeasure()),
    /** 企业名称. */
    COMPANY(typed -> some(CompanyName.of(typed).encode()), rarity -> new CompanyMeasure()),
    /** 店铺名称, and other names that people make up. */
    NAME(Kind::names, rarity -> new NameMeasure()),
    /** 地址. */
    ADDRESS(typed -> some(Address.of(typed).encode()), rarity -> new AddressMeasure()),
    /** 网址, 域名. */
    WEB(typed -> some(WebAddress.page(typed)), rarity -> new WebMeasure()),
    /** 图片指纹. */
    PICTURE(Kind::pictures, rarity -> new PictureMeasure()),
    /** 数量, 价格. */
    NUMBER(Kind::numbers, rarity -> new NumberMeasure()),
    /** 年份. */
    YEAR(Kind::years, rarity -> new YearMeasure()),
    /** 类别: one of few values. */
    CATEGORY(typed -> some(words(typed)), rarity -> new CategoryMeasure()),
    /** 标题, 描述. */
    TEXT(typed -> some(words(typed)), TextMeasure::new),
    /** 型号: the numbers and model numbers that stand in texts; read from the columns of kind {@link #TEXT} too. */
    MODEL(typed -> some(models(typed)), rarity -> new ModelMeasure()),
    /** 全文: what all columns of words say together; read from them, never declared. */
    WHOLE(typed -> some(words(typed)), WholeMeasure::new),
    /** 来源: which file or register the record comes from. */
    SOURCE(typed -> some(Folding.fold(typed)), rarity -> new SourceMeasure()),
    /** 记录编号 whose letters name the register it comes from: a17, b17. */
    SOURCED_ID(typed -> some(Folding.fold(typed).replaceAll("[^\\p{L}].*", "")), rarity -> new SourceMeasure()),
    /** 记录编号: names the record, says nothing of its subject. */
    ID(typed -> List.of(), rarity -> new CategoryMeasure()),
    /** Not looked at. */
    IGNORED(typed -> List.of(), rarity -> new CategoryMeasure());

    private static final Pattern SEPARATOR = Pattern.compile("[,;、|\\n，；]+");
    /** 10.0 is 10. */
    private static final Pattern ROUND = Pattern.compile("(?<=\\d)\\.0+(?!\\d)");

    private static final Pattern NO_IDENTIFIER = Pattern.compile("[^\\p{L}\\p{Nd}*@._]");
    private static final Pattern NUMERAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(?:1[89]|20)\\d{2}(?!\\d)");

    private final Function<String, List<String>> canonical;
    private final Function<ToDoubleFunction<String>, Measure<?>> measure;

    Kind(Function<String, List<String>> canonical, Function<ToDoubleFunction<String>, Measure<?>> measure) {
        this.canonical = canonical;
        this.measure = measure;
    }

    /** The values in a cell, in the form in which they are compared; none if nothing is said. */
    public List<String> canonical(String typed) {
        return canonical.apply(typed);
    }

    /** @param rarity weight of a word for the kinds that compare texts; the others do not ask */
    public Measure<?> measure(ToDoubleFunction<String> rarity) {
        return measure.apply(rarity);
    }

    public boolean isSource() {
        return this == SOURCE || this == SOURCED_ID;
    }

    /** True if it names the record. */
    public boolean isId() {
        return this == ID || this == SOURCED_ID;
    }

    /** True if records are compared by it at all. */
    public boolean isCompared() {
        return this != ID && this != IGNORED;
    }

    /** True if the cells are read as words, whatever else is read from them. */
    public boolean isWorded() {
        return switch (this) {
            case TEXT, CATEGORY, NAME, COMPANY, PERSON, ADDRESS -> true;
            default -> false;
        };
    }

    /** True if several columns of this kind say the same thing of a record: two phones are a set of phones. */
    public boolean isMerged() {
        return switch (this) {
            case CREDIT_CODE, IDENTITY, PHONE, ACCOUNT, DEVICE, EMAIL, PERSON, ADDRESS, WEB, PICTURE -> true;
            default -> false;
        };
    }

    /** The word by which schemas and messages name it: {@code credit-code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> some(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static List<String> creditCodes(String typed) {
        String bare = Folding.bare(typed).toUpperCase(Locale.ROOT);
        return bare.length() >= 8 && bare.length() <= 20 ? List.of(bare) : List.of();
    }

    private static List<String> identifiers(String typed) {
        return split(typed).map(part -> NO_IDENTIFIER.matcher(part).replaceAll("")).filter(part -> part.length() >= 3).toList();
    }

    private static List<String> emails(String typed) {
        return split(typed).map(part -> part.replace(" ", "")).filter(part -> part.contains("@")).toList();
    }

    private static List<String> persons(String typed) {
        return split(typed).map(PersonName::canonical).filter(name -> !name.isEmpty()).toList();
    }

    /** What shops put behind their name says what sort of shop, not whose. */
    private static final Pattern SHOP_ENDINGS = Pattern.compile(
            "(?<=..)(?:官方旗舰店|品牌旗舰店|旗舰店|专卖店|专营店|官方店|企业店|工厂店|直营店|直销店|折扣店|连锁店|分店|网店|小店|总店|批发店|店铺|商铺|官方|店)$");

    private static List<String> names(String typed) {
        String bare = SHOP_ENDINGS.matcher(Folding.bare(typed)).replaceFirst("");
        return Folding.isNothing(bare) ? List.of() : List.of(bare);
    }

    private static List<String> pictures(String typed) {
        return split(typed).map(Folding::bare).filter(hash -> hash.matches("[0-9a-f]{8,64}")).toList();
    }

    private static List<String> numbers(String typed) {
        Matcher matcher = NUMERAL.matcher(Folding.fold(typed).replace(",", ""));
        return matcher.find() ? List.of(String.valueOf(Double.parseDouble(matcher.group()))) : List.of();
    }

    private static List<String> years(String typed) {
        Matcher matcher = YEARS.matcher(Folding.fold(typed));
        return matcher.find() ? List.of(matcher.group()) : List.of();
    }

    private static Stream<String> split(String typed) {
        String folded = Folding.fold(typed);
        if (!SEPARATOR.matcher(folded).find()) {
            return Folding.isNothing(folded) ? Stream.empty() : Stream.of(folded);
        }
        return SEPARATOR.splitAsStream(folded).map(String::strip).filter(part -> !Folding.isNothing(part));
    }

    /** Words of a text; Chinese characters in overlapping pairs, since nothing stands between their words. */
    static String words(String typed) {
        String folded = ROUND.matcher(Folding.fold(typed)).replaceAll("");
        if (Folding.isNothing(folded)) {
            return "";
        }
        var words = new StringBuilder(folded.length() + 16);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Folding.isHan(c)) {
                boolean next = i + 1 < folded.length() && Folding.isHan(folded.charAt(i + 1));
                boolean previous = i > 0 && Folding.isHan(folded.charAt(i - 1));
                if (next) {
                    separate(words).append(c).append(folded.charAt(i + 1));
                } else if (!previous) {
                    separate(words).append(c);
                }
                if (!next) {
                    words.append(' ');
                }
            } else if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (c != '\'' && !isInsideNumber(folded, i)) {
                separate(words);
            }
        }
        return words.toString().strip().replaceAll(" +", " ");
    }

    /** The hyphen of kx-tg9333t, but not that of well-known: some digit stands in the run of letters on either side. */
    private static boolean isInsideNumber(String text, int at) {
        char c = text.charAt(at);
        if (c != '-' && c != '.' && c != '/'
                || at == 0
                || at + 1 == text.length()
                || !isLatin(text.charAt(at - 1))
                || !isLatin(text.charAt(at + 1))) {
            return false;
        }
        if (c == '.' && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1))) {
            return true;
        }
        boolean digit = false;
        for (int i = at - 1; i >= 0 && isLatin(text.charAt(i)); i--) {
            digit |= Character.isDigit(text.charAt(i));
        }
        for (int i = at + 1; i < text.length() && isLatin(text.charAt(i)); i++) {
            digit |= Character.isDigit(text.charAt(i));
        }
        return digit;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static final Pattern MODELS = Pattern.compile("(?=[a-z./-]*\\d)[a-z\\d]+(?:[./-][a-z\\d]+)*");

    /** Tokens with a digit, hyphens and dots inside them left out: MB13-PNK/2 is mb13pnk2. */
    private static String models(String typed) {
        var models = new StringBuilder();
        MODELS.matcher(ROUND.matcher(Folding.fold(typed)).replaceAll("")).results().forEach(found -> {
            String token = found.group().replaceAll("[./-]", "");
            models.append(models.isEmpty() ? "" : " ").append(token.replaceAll("^0+(?=\\d)", ""));
        });
        return models.toString();
    }

    private static StringBuilder separate(StringBuilder words) {
        return words.isEmpty() || words.charAt(words.length() - 1) == ' ' ? words : words.append(' ');
    }
}
