package org.hengjian.screening;

/**
 * What the model weighs (评分特征), beside the technique of an evasion, which is a feature of its own for each
 * {@link Trick}. The sign is what sense demands, and training keeps to it: no data make a claim of imitation speak for
 * the seller.
 */
enum Feature {
    CLAIM_OF_IMITATION("claims", 1, 1.0, "声称用语", "what the words claim"),
    OTHER_CLAIM("other-claims", 1, 1.0, "风险声称", "what the words claim of the goods"),
    CLAIM_BESIDE_NAME("claim-beside-name", 1, 1.0, "声称用语与权利名称同现", "a claim beside a protected name"),
    MORE_TECHNIQUES("more-techniques", 1, 1.0, "数种变形并用", "several techniques at once"),
    RARE_CHARACTERS("rare-characters", 1, 0.9, "换用罕见字", "characters that ordinary text hardly has"),
    LETTERS_KEPT("letters-kept", 1, 0.8, "其余各字原样保留", "the other characters are as registered"),
    OWN_GOODS("own-goods", 1, 1.2, "商品属该权利类别", "the goods are those of the right"),
    OTHER_GOODS("other-goods", -1, -1.0, "商品不属该权利类别", "the goods are others than those of the right"),
    OWN_GOODS_UNMISTAKABLE("own-goods-unmistakable", 1, 0.6, "商品属该权利类别", "the goods are those of the right"),
    OTHER_GOODS_SHORT("other-goods-short", -1, -0.8, "短名称且商品不属该类", "a short name on other goods"),
    LONG_PINYIN("long-pinyin", 1, 1.2, "三字以上的拼音", "pinyin of three characters and more"),
    LONG_TYPO("long-typo", 1, 0.6, "长名称中一字之差", "one letter off in a long name"),
    LONG_REORDERED("long-reordered", 1, 1.9, "四字以上颠倒词序", "four characters and more in another order"),
    LATIN_REORDERED("latin-reordered", -1, -2.0, "拉丁字母颠倒", "Latin letters in another order"),
    WEAK_READING("weak-reading", -1, -0.9, "另有寻常读法", "could be read otherwise"),
    HIDDEN_NICKNAME("hidden-nickname", -1, -1.0, "所指仅为俗称", "stands for a nickname only"),
    STANDS_APART("stands-apart", 1, 0.8, "独立成词", "stands on its own"),
    FITS_THE_NAME("fits-the-name", -1, -2.0, "前后有适配用语", "words of compatible use around it"),
    ALSO_WRITTEN_OPENLY("also-written-openly", -1, -1.0, "同时如实写出名称", "the name also stands there openly"),
    OTHER_NAME_OPENLY("other-name-openly", -1, -1.6, "同时如实写出他人名称", "another right's name stands there openly"),
    NICKNAME_ALONE("nickname-alone", 1, 1.2, "只写行业俗称", "only the trade nickname"),
    NICKNAME_OWN_GOODS("nickname-own-goods", 1, 1.4, "俗称用于该类商品", "the nickname on the right's own goods"),
    NICKNAME_AS_NAME("nickname-as-name", 1, 0.9, "俗称写在品牌的位置上", "the nickname stands where the name would"),
    INITIALS_AS_NAME("initials-as-name", 1, 1.6, "首字母写在品牌的位置上", "initials stand where the name would"),
    UNAUTHORISED("unauthorised", 1, 4.2, "自称官方或授权而不在名单内", "claims to be official and is not listed"),
    UNAUTHORISED_UNKNOWN(
            "unauthorised-unknown", 1, 1.5, "自称官方或授权，卖家不明", "claims to be official; the seller is unknown"),
    AUTHORISED_SELLER("authorised-seller", -1, -3.0, "卖家已获授权", "an authorised seller"),
    OFFICIAL_SHOP("official-shop", -1, -1.0, "店名含权利名称的旗舰店", "a shop named after the right"),
    PRICE("price", 1, 1.0, "价格远低于参考价", "price far below the reference"),
    SELLER_CONFIRMED("seller-confirmed", 1, 0.9, "卖家曾有线索查实", "leads on the seller were confirmed"),
    SELLER_DISMISSED("seller-dismissed", -1, -0.5, "卖家线索曾被排除", "leads on the seller were dismissed"),
    RESALE("resale", -1, -1.0, "二手或正品转售用语", "words of resale");

    final String code;
    final int sign;
    /** Log-odds for each unit before anything is learned. */
    final double prior;

    final String zh;
    final String en;

    Feature(String code, int sign, double prior, String zh, String en) {
        this.code = code;
        this.sign = sign;
        this.prior = prior;
        this.zh = zh;
        this.en = en;
    }
}
