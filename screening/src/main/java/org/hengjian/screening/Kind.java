package org.hengjian.screening;

/**
 * What a finding or a verdict is about. The first group accuses, the second explains why something was not accused;
 * {@link #honest()} tells them apart.
 */
public enum Kind {
    /** 仿冒声称: the text itself says that the goods are imitations (高仿, 1:1, replica). */
    COUNTERFEIT_CLAIM("counterfeit-claim", "仿冒声称", "claim of imitation", false),
    /** 规避写法: a protected name written so that filters miss it. */
    EVASIVE_SPELLING("evasive-spelling", "规避写法", "evasive spelling", false),
    /** 近似标识: another name made to be taken for the protected one. */
    LOOK_ALIKE("look-alike", "近似标识", "look-alike name", false),
    /** 未经授权使用: speaks as an official or authorised seller and is not on the list. */
    UNAUTHORISED_USE("unauthorised-use", "未经授权使用", "unauthorised use", false),
    /** 价格异常: far below what the goods of that right cost. */
    PRICE_FAR_BELOW("price-far-below", "价格异常", "price far below", false),
    /** 引流: leads the buyer away from the platform, where nobody looks. */
    DIVERSION("diversion", "站外引流", "leads off the platform", false),
    /** 侵权盗版: films, books, courses, software passed around. */
    PIRATED_CONTENT("pirated-content", "侵权盗版", "pirated content", false),
    /** 地理标志误用: a geographical indication on goods from elsewhere. */
    GI_MISUSE("gi-misuse", "地理标志误用", "misuse of a geographical indication", false),
    /** 违禁或风险商品声称: a claim that the law forbids or reserves for registered products. */
    RISKY_PRODUCT("risky-product", "风险商品声称", "risky product claim", false),
    /** 商品条码异常: a bar code that cannot be right. */
    WRONG_CODE("wrong-code", "商品条码异常", "wrong product code", false),
    /** 近似域名: an address made to be taken for the right holder's. */
    LOOK_ALIKE_DOMAIN("look-alike-domain", "近似域名", "look-alike domain", false),
    /** 未备案: a site without an ICP filing number, or with one that cannot be right. */
    SITE_NO_FILING("site-no-filing", "网站未备案或备案号不合格式", "site without a proper filing number", false),
    /** 图片相同: a copy or crop of a reference picture. */
    COPIED_PICTURE("copied-picture", "图片相同", "copied picture", false),
    /** 近似图形标识: a sign in a picture like a known logo; genuine goods bear it too, so alone it accuses nobody. */
    LIKE_LOGO("like-logo", "近似图形标识", "sign like a logo", false),
    /** 行文似售假: no word of it accuses, the whole reads so; learnt from samples, for review only, never a ground alone. */
    MANNER("manner", "行文似售假", "reads like offers of fakes", false),

    /** 指示性使用: names the brand to say what the goods fit. */
    COMPATIBLE_USE("compatible-use", "指示性使用", "compatible use", true),
    /** 正品转售: genuine goods sold on. */
    GENUINE_RESALE("genuine-resale", "正品转售", "genuine resale", true),
    /** 通用词: the word means something else here. */
    GENERIC_WORD("generic-word", "通用词", "generic word", true),
    /** 已授权: the seller is on the right's list. */
    AUTHORISED_SELLER("authorised-seller", "已授权卖家", "authorised seller", true),
    /** 对比说明: compares with the brand without claiming it. */
    COMPARISON("comparison", "对比说明", "comparison", true),
    /** 否定或警示: the words deny or warn against fakes. */
    DENIAL("denial", "否定或警示", "denial or warning", true),
    /** 无. */
    NONE("none", "无", "none", true);

    private final String code;
    private final String zh;
    private final String en;
    private final boolean honest;

    Kind(String code, String zh, String en, boolean honest) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.honest = honest;
    }

    /** The word used in files and over HTTP, such as {@code counterfeit-claim}. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether this kind explains why nothing is suspected. */
    public boolean honest() {
        return honest;
    }

    /** @throws IllegalArgumentException if no kind has that code */
    public static Kind of(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a kind: " + code);
    }
}
