package org.hengjian.law;

import java.util.List;
import java.util.Map;

/**
 * The facts that an answer lacks, in words that people read. Answers name a fact by the field of the question where there
 * is one, by a sentence where there is none, and by the law's own words where these alone say it.
 */
public final class MissingFact {

    static final String ADDED_ABOVE = "whether sold and unsold are added where the sales alone reach the line";
    static final String TWO_STANDARDS = "whether two figures of the same item are two standards";
    static final String ACTS_AFTER = "acts after the punishment of ";
    static final String UNSOLD_WITHIN = "whether the unsold are included in ";

    private static final Map<String, Said> FIELDS = Map.of(
            "role", new Said("role", "行为人的角色"),
            "conduct", new Said("conduct", "行为方式"),
            "harm", new Said("harm done", "危害后果"),
            "kinds", new Said("number of marks or patents of different sources", "不同来源的注册商标、专利数"),
            "prior.crimes", new Said("what the earlier punishment was for", "以前的处罚因何"),
            "channel", new Said("retail, or production and wholesale", "零售，还是生产、批发"),
            ADDED_ABOVE, new Said(ADDED_ABOVE, "销售金额已达标准时，已售和未售是否合计"),
            TWO_STANDARDS, new Said(TWO_STANDARDS, "同一项的两个数额是否算两项标准"));

    private MissingFact() {}

    /** @param fact as an answer names it */
    public static Said said(String fact) {
        Said known = FIELDS.get(fact);
        if (known != null) {
            return known;
        }
        if (fact.startsWith(ACTS_AFTER)) {
            return new Said(fact, fact.substring(ACTS_AFTER.length()) + "受处罚以后的行为");
        }
        if (fact.startsWith(UNSOLD_WITHIN)) {
            Said figure = said(fact.substring(UNSOLD_WITHIN.length()));
            return new Said(UNSOLD_WITHIN + figure.en(), figure.zh() + "是否包括未销售的");
        }
        return Metric.ofWord(fact)
                .map(metric -> new Said(metric.en(), metric.zh()))
                .orElse(new Said(fact, fact));
    }

    /** The point of doubt that these facts would settle. Fields stay as the question names them in English. */
    static Said undecided(List<String> facts) {
        return new Said(
                "the facts do not decide; missing: " + String.join(", ", facts),
                "现有事实不能判断，还缺："
                        + String.join("、", facts.stream().map(fact -> said(fact).zh()).toList()));
    }
}
