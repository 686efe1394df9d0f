package org.hengjian.law;

import java.util.Optional;

/** What a threshold measures (数额、数量). Money is counted in fen, everything else in pieces. */
public enum Metric {
    /** 非法经营数额 */
    ILLEGAL_TURNOVER("illegalTurnover", "非法经营数额", "illegal turnover", true),
    /** 违法所得数额 */
    ILLEGAL_GAIN("illegalGain", "违法所得数额", "illegal gain", true),
    /** 销售金额 */
    SALES("sales", "销售金额", "sales", true),
    /** 尚未销售的货值金额 */
    UNSOLD_VALUE("unsoldValue", "未销售货值金额", "value of unsold goods", true),
    /** 全部货值金额 */
    GOODS_VALUE("goodsValue", "货值金额", "value of the goods", true),
    /** 损失数额 */
    LOSS("loss", "损失数额", "loss", true),
    /** 直接经济损失 */
    DIRECT_LOSS("directLoss", "直接经济损失", "direct economic loss", true),
    /** 复制件数量 */
    COPIES("copies", "复制件数量", "copies", false),
    /** 未销售的复制件数量 */
    COPIES_UNSOLD("copiesUnsold", "未销售复制件数量", "unsold copies", false),
    /** 作品件数 */
    ITEMS("items", "传播作品数量", "works made available", false),
    /** 下载次数 */
    DOWNLOADS("downloads", "下载次数", "downloads", false),
    /** 点击次数 */
    CLICKS("clicks", "点击次数", "clicks", false),
    /** 注册会员数 */
    MEMBERS("members", "注册会员数", "members", false),
    /** 标识件数 */
    LABELS("labels", "标识件数", "labels", false),
    /** 未销售的标识件数 */
    LABELS_UNSOLD("labelsUnsold", "未销售标识件数", "unsold labels", false),

    /** 生产、销售金额 */
    AMOUNT("amount", "生产、销售金额", "amount made or sold", true),
    /** 销售金额与未销售货值合计 */
    SALES_PLUS_UNSOLD("salesPlusUnsold", "销售金额与未销售货值合计", "sales and unsold goods together", true),
    /** 销售金额三倍与未销售货值合计 */
    TRIPLE_SALES_PLUS_UNSOLD(
            "tripleSalesPlusUnsold", "销售金额乘以三倍与未销售货值合计", "three times the sales and unsold goods together", true),
    /** 已销售与未销售标识合计 */
    LABELS_SUM("labelsSum", "已销售与未销售标识合计", "sold and unsold labels together", false),
    /** 已销售与未销售复制件合计 */
    COPIES_SUM("copiesSum", "已销售与未销售复制件合计", "sold and unsold copies together", false);

    private static final Metric[] ALL = values();

    private final String word;
    private final String zh;
    private final String en;
    private final boolean money;

    Metric(String word, String zh, String en, boolean money) {
        this.word = word;
        this.zh = zh;
        this.en = en;
        this.money = money;
    }

    public String word() {
        return word;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public boolean isMoney() {
        return money;
    }

    /** Whether it is asked for as a fact; the others are sums of facts. */
    public boolean isFact() {
        return ordinal() < AMOUNT.ordinal();
    }

    public static Optional<Metric> ofWord(String word) {
        for (Metric metric : ALL) {
            if (metric.word.equals(word)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
