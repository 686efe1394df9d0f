package org.hengjian.cases;

import java.util.EnumSet;
import java.util.Set;
import org.hengjian.access.Role;

/** The steps of the procedure, with the role that takes each. */
public enum Verb {
    /** 批准立案. */
    APPROVE(Role.HEAD, By.NOT_THE_PROPOSER),
    /** 不予立案. */
    REFUSE(Role.HEAD, By.NOT_THE_PROPOSER),
    /** 延长办案期限. */
    EXTEND(Role.HEAD, By.NOT_HANDLING),
    /** 添加笔录和证据. */
    RECORD(Role.OFFICER, By.HANDLING),
    /** 调查终结. */
    FINISH(Role.OFFICER, By.HANDLING),
    /** 审核. */
    REVIEW(Role.REVIEWER, By.NOT_HANDLING),
    /** 签发告知书. */
    INFORM(Role.HEAD, By.NOT_HANDLING),
    /** 送达告知书. */
    SERVE_NOTICE(Role.OFFICER, By.HANDLING),
    /** 记录陈述、申辩. */
    DEFENCE(Role.OFFICER, By.HANDLING),
    /** 登记听证要求. */
    ASK_HEARING(Role.OFFICER, By.HANDLING),
    /** 提交听证报告. */
    HEAR(Role.REVIEWER, By.PRESIDING),
    /** 决定. */
    DECIDE(Role.HEAD, By.NOT_HANDLING),
    /** 送达决定书. */
    SERVE(Role.OFFICER, By.HANDLING),
    /** 登记缴款. */
    PAY(Role.OFFICER, By.HANDLING),
    /** 申请结案. */
    PROPOSE_CLOSING(Role.OFFICER, By.HANDLING),
    /** 批准结案. */
    CLOSE(Role.HEAD, By.NOT_THE_CLOSER),

    // Beside the main line: these change no state of the case, only what they are about.

    /** 申请采取措施. */
    ASK_MEASURE(Role.OFFICER, By.HANDLING),
    /** 批准采取措施. */
    IMPOSE_MEASURE(Role.HEAD, By.NOT_HANDLING),
    /** 不批准采取措施. */
    REFUSE_MEASURE(Role.HEAD, By.NOT_HANDLING),
    /** 情况紧急，当场采取. */
    TAKE_MEASURE(Role.OFFICER, By.HANDLING),
    /** 补办批准手续. */
    CONFIRM_MEASURE(Role.HEAD, By.NOT_HANDLING),
    /** 延长查封、扣押. */
    EXTEND_MEASURE(Role.HEAD, By.NOT_HANDLING),
    /** 处理先行登记保存的证据. */
    SETTLE_REGISTRATION(Role.OFFICER, By.HANDLING),
    /** 解除. */
    LIFT_MEASURE(Role.HEAD, By.NOT_HANDLING),
    /** 委托检测、检验、检疫、鉴定. */
    COMMISSION_TESTING(Role.OFFICER, By.HANDLING),
    /** 延长检测期间. */
    PROLONG_TESTING(Role.OFFICER, By.HANDLING),
    /** 收到检测结果. */
    END_TESTING(Role.OFFICER, By.HANDLING),
    /** 中止调查. */
    SUSPEND(Role.HEAD, By.NOT_HANDLING),
    /** 恢复调查. */
    RESUME(Role.HEAD, By.NOT_HANDLING),
    /** 认定事实. */
    ESTABLISH(Role.OFFICER, By.HANDLING),
    /** 裁量. */
    DISCRETION(Role.OFFICER, By.HANDLING),

    // Opinions of experts and identifications by right holders.

    /** 登记鉴定、辨认意见. */
    RECORD_OPINION(Role.OFFICER, By.HANDLING),
    /** 告知鉴定、辨认意见. */
    TELL_OPINION(Role.OFFICER, By.HANDLING),
    /** 登记重新鉴定申请. */
    ASK_NEW_OPINION(Role.OFFICER, By.HANDLING),
    /** 决定是否重新鉴定. */
    DECIDE_NEW_OPINION(Role.HEAD, By.NOT_HANDLING),

    // Orders and letters, and where documents reach the party.

    /** 责令改正. */
    ORDER_CORRECTION(Role.HEAD, By.NOT_HANDLING),
    /** 送达责令改正通知书. */
    SERVE_CORRECTION(Role.OFFICER, By.HANDLING),
    /** 复查改正情况. */
    CHECK_CORRECTION(Role.OFFICER, By.HANDLING),
    /** 请求协助调查. */
    ASK_ASSISTANCE(Role.OFFICER, By.HANDLING),
    /** 登记协助调查的回复. */
    RECORD_ASSISTANCE(Role.OFFICER, By.HANDLING),
    /** 通知询问. */
    SUMMON(Role.OFFICER, By.HANDLING),
    /** 确认送达地址. */
    CONFIRM_ADDRESS(Role.OFFICER, By.HANDLING),

    // The hearing between its request and its report.

    /** 签发听证通知书. */
    CALL_HEARING(Role.HEAD, By.NOT_HANDLING),
    /** 送达听证通知书. */
    SERVE_HEARING(Role.OFFICER, By.HANDLING),
    /** 举行听证，制作笔录. */
    HOLD_HEARING(Role.REVIEWER, By.PRESIDING),
    /** 终止听证. */
    END_HEARING(Role.REVIEWER, By.PRESIDING),
    /** 登记撤回听证要求. */
    WITHDRAW_HEARING(Role.OFFICER, By.HANDLING),

    // Who handles the case.

    /** 登记回避申请. */
    ASK_RECUSAL(Role.OFFICER, By.HANDLING),
    /** 自行申请回避. */
    DECLARE_RECUSAL(Role.OFFICER, By.ANYONE),
    /** 决定回避. */
    DECIDE_RECUSAL(Role.HEAD, By.NOT_THE_RECUSED),
    /** 变更办案人员. */
    CHANGE_OFFICERS(Role.HEAD, By.NOT_HANDLING),

    // Grave or complicated cases.

    /** 认定情节复杂或者重大. */
    MARK_GRAVE(Role.REVIEWER, By.NOT_HANDLING),
    /** 负责人集体讨论. */
    DISCUSS(Role.HEAD, By.NOT_HANDLING),

    // Ends without a decision, and what the reporter is told.

    /** 提请终止调查. */
    PROPOSE_TERMINATION(Role.OFFICER, By.HANDLING),
    /** 批准终止调查. */
    TERMINATE(Role.HEAD, By.NOT_HANDLING),
    /** 不同意终止调查. */
    REFUSE_TERMINATION(Role.HEAD, By.NOT_HANDLING),
    /** 告知举报人. */
    TELL_REPORTER(Role.OFFICER, By.HANDLING),

    // After the decision.

    /** 登记复议、诉讼. */
    MARK_REMEDY(Role.OFFICER, By.HANDLING),
    /** 登记复议、诉讼结果. */
    END_REMEDY(Role.OFFICER, By.HANDLING),
    /** 登记延期、分期申请. */
    ASK_INSTALMENTS(Role.OFFICER, By.HANDLING),
    /** 同意延期、分期. */
    GRANT_INSTALMENTS(Role.HEAD, By.NOT_HANDLING),
    /** 不同意延期、分期. */
    REFUSE_INSTALMENTS(Role.HEAD, By.NOT_HANDLING),
    /** 加处罚款. */
    IMPOSE_SURCHARGE(Role.HEAD, By.NOT_HANDLING),
    /** 签发催告书. */
    DEMAND(Role.HEAD, By.NOT_HANDLING),
    /** 送达催告书. */
    SERVE_DEMAND(Role.OFFICER, By.HANDLING),
    /** 申请法院强制执行. */
    APPLY_ENFORCEMENT(Role.HEAD, By.NOT_HANDLING),
    /** 登记法院裁定. */
    RECORD_RULING(Role.OFFICER, By.HANDLING),

    // After the closing.

    /** 立卷归档. */
    ARCHIVE(Role.OFFICER, By.HANDLING),
    /** 重新办理. */
    REOPEN(Role.HEAD, By.NOT_HANDLING),

    // Jurisdiction (管辖): who has the case. Of the agency that has it, unless it says otherwise.

    /** 认定管辖依据. */
    STATE_VENUE(Role.OFFICER, By.HANDLING),
    /** 登记管辖权争议. */
    DISPUTE_VENUE(Role.OFFICER, By.HANDLING),
    /** 记录协商. */
    CONSULT_VENUE(Role.OFFICER, By.HANDLING),
    /** 确认协商结果, of the other agency. */
    CONFIRM_VENUE(Role.HEAD, By.COUNTERPART),
    /** 提请报请指定管辖. */
    PROPOSE_DESIGNATION(Role.OFFICER, By.HANDLING),
    /** 报请指定管辖. */
    ASK_DESIGNATION(Role.HEAD, By.NOT_HANDLING),
    /** 不同意报请. */
    REFUSE_DESIGNATION(Role.HEAD, By.NOT_HANDLING),
    /** 指定管辖, of the superior that was asked. */
    DESIGNATE(Role.HEAD, By.SUPERIOR),
    /** 上级直接管辖或者改由其他下级管辖, of a superior that was not asked. */
    TAKE_UP(Role.HEAD, By.ABOVE),
    /** 撤回管辖事项. */
    WITHDRAW_VENUE(Role.HEAD, By.NOT_HANDLING),
    /** 提请移送案件. */
    PROPOSE_HANDOVER(Role.OFFICER, By.HANDLING),
    /** 移送案件. */
    HAND_OVER(Role.HEAD, By.NOT_HANDLING),
    /** 交由下级管辖. */
    HAND_DOWN(Role.HEAD, By.NOT_HANDLING);

    /** Whose hand it must or must not be. */
    enum By {
        HANDLING,
        NOT_HANDLING,
        PRESIDING,
        /** One of the agency, whatever their role. */
        ANYONE,
        NOT_THE_RECUSED,
        NOT_THE_PROPOSER,
        NOT_THE_CLOSER,
        /** One of the other agency in a dispute over jurisdiction. */
        COUNTERPART,
        /** One of the superior that is asked who has jurisdiction. */
        SUPERIOR,
        /** One of an agency above, in the same line. */
        ABOVE
    }

    private static final Set<Verb> BESIDE = EnumSet.of(
            ASK_MEASURE, IMPOSE_MEASURE, REFUSE_MEASURE, TAKE_MEASURE, CONFIRM_MEASURE, EXTEND_MEASURE,
            SETTLE_REGISTRATION, LIFT_MEASURE, COMMISSION_TESTING, PROLONG_TESTING, END_TESTING, SUSPEND, RESUME,
            ESTABLISH, DISCRETION);

    private static final Set<Verb> OPINIONS = EnumSet.of(
            RECORD_OPINION, TELL_OPINION, ASK_NEW_OPINION, DECIDE_NEW_OPINION);

    static final Set<Verb> LETTERS = EnumSet.of(
            ORDER_CORRECTION, SERVE_CORRECTION, CHECK_CORRECTION, ASK_ASSISTANCE, RECORD_ASSISTANCE, SUMMON,
            CONFIRM_ADDRESS);

    private static final Set<Verb> PEOPLE = EnumSet.of(
            ASK_RECUSAL, DECLARE_RECUSAL, DECIDE_RECUSAL, CHANGE_OFFICERS);

    private static final Set<Verb> ANSWERS = EnumSet.of(SERVE_CORRECTION, CHECK_CORRECTION, RECORD_ASSISTANCE, CONFIRM_ADDRESS);

    static final Set<Verb> VENUE = EnumSet.of(
            STATE_VENUE, DISPUTE_VENUE, CONSULT_VENUE, CONFIRM_VENUE, PROPOSE_DESIGNATION, ASK_DESIGNATION,
            REFUSE_DESIGNATION, DESIGNATE, TAKE_UP, WITHDRAW_VENUE, PROPOSE_HANDOVER, HAND_OVER, HAND_DOWN);

    static final Set<Verb> EXECUTION = EnumSet.of(
            MARK_REMEDY, END_REMEDY, ASK_INSTALMENTS, GRANT_INSTALMENTS, REFUSE_INSTALMENTS, IMPOSE_SURCHARGE,
            DEMAND, SERVE_DEMAND, APPLY_ENFORCEMENT, RECORD_RULING);

    /** Steps that are entered on file and issue no document. */
    private static final Set<Verb> SILENT = EnumSet.of(
            DEFENCE, ASK_HEARING, PAY, PROPOSE_CLOSING, ASK_MEASURE, REFUSE_MEASURE, CONFIRM_MEASURE,
            SETTLE_REGISTRATION, END_TESTING, ESTABLISH, DISCRETION, RECORD_OPINION, ASK_NEW_OPINION,
            CHECK_CORRECTION, RECORD_ASSISTANCE, WITHDRAW_HEARING, ASK_RECUSAL,
            DECLARE_RECUSAL, MARK_GRAVE, PROPOSE_TERMINATION, REFUSE_TERMINATION, MARK_REMEDY, END_REMEDY,
            ASK_INSTALMENTS, RECORD_RULING, STATE_VENUE, DISPUTE_VENUE, CONFIRM_VENUE, PROPOSE_DESIGNATION,
            REFUSE_DESIGNATION, WITHDRAW_VENUE, PROPOSE_HANDOVER);

    private final Role role;
    private final By by;

    Verb(Role role, By by) {
        this.role = role;
        this.by = by;
    }

    public Role role() {
        return role;
    }

    By by() {
        return by;
    }

    /** Whether it belongs to what runs beside the main line: measures, tests, suspension, facts. */
    public boolean isBeside() {
        return BESIDE.contains(this);
    }

    /** Whether it can be taken while the case stands still: what others do and say does not wait. */
    boolean comesWhileSuspended() {
        return isBeside() || isAboutPeople() || isAboutOpinions() || isAboutVenue() || ANSWERS.contains(this);
    }

    /** Whether it is an order or a letter, or says where documents reach the party. */
    boolean isLetter() {
        return LETTERS.contains(this);
    }

    /** Whether it is about what an expert or a right holder says. */
    boolean isAboutOpinions() {
        return OPINIONS.contains(this);
    }

    /** Whether it says who handles the case; this can change while the case stands still. */
    boolean isAboutPeople() {
        return PEOPLE.contains(this);
    }

    /** Whether it is about who has jurisdiction; this can be asked while the case stands still. */
    boolean isAboutVenue() {
        return VENUE.contains(this);
    }

    /** Whether people of another agency take it than the one that has the case. */
    boolean isOfAnother() {
        return by == By.COUNTERPART || by == By.SUPERIOR || by == By.ABOVE;
    }

    /** Whether it belongs to the execution of a decision. */
    boolean isAboutExecution() {
        return EXECUTION.contains(this);
    }

    /** Whether it issues a document. */
    boolean issues() {
        return !SILENT.contains(this);
    }

    /** The last part of addresses, {@code serve-notice}. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
