package org.hengjian.referrals;

/** The documents that a step issues, one each; all but the first go out as one kind of letter with the text of its step. */
enum Notice {
    RECEIPT("涉嫌犯罪案件移送书（回执）", "受回"),
    FORWARDING("移送案件通知书", "转送"),
    RETURN("移送材料退回通知书", "退"),
    MORE("补正材料通知书", "补正"),
    FILING("立案通知书", "立通"),
    NO_FILING("不予立案通知书", "不立"),
    RECONSIDERATION("提请复议函", "提复"),
    UPHOLDING("复议决定通知书", "复决"),
    SUPERVISION("立案监督建议书", "建监"),
    REASONS("要求说明不立案理由通知书", "说理"),
    EXPLANATION("不立案理由说明书", "不立说"),
    ORDER("通知立案书", "通立"),
    OPINION("检察意见书", "检意"),
    HANDING_BACK("移送行政机关处理通知书", "移行"),
    REPLY("处理情况回复函", "复函");

    private final String title;
    private final String word;

    Notice(String title, String word) {
        this.title = title;
        this.word = word;
    }

    String title() {
        return title;
    }

    /** 文种 within the number. */
    String word() {
        return word;
    }
}
