package org.hengjian.adjudications;

/** The notices that go to the parties, each with its own series of numbers. */
enum Notice {
    ACCEPTANCE("受理通知书", "专受"),
    REFUSAL("不予受理通知书", "专不受"),
    SUPPLEMENT("补正通知书", "专补"),
    ANSWER("答辩通知书", "专答"),
    HEARING("口头审理通知书", "专口"),
    RECUSAL("回避决定书", "专避"),
    SUSPENSION("中止处理决定书", "专中"),
    NO_SUSPENSION("不予中止处理通知书", "专不中"),
    RESUMPTION("恢复处理通知书", "专恢"),
    WITHDRAWAL("撤销案件通知书", "专撤"),
    DEMAND("履行行政裁决催告书", "专催"),
    ENFORCEMENT("强制执行申请书", "专执");

    private final String title;
    private final String word;

    Notice(String title, String word) {
        this.title = title;
        this.word = word;
    }

    String title() {
        return title;
    }

    /** 机关代字的案件类别. */
    String word() {
        return word;
    }
}
