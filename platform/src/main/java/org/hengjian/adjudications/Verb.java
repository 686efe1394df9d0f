package org.hengjian.adjudications;

import java.util.Locale;
import org.hengjian.access.Role;

/** The steps of an adjudication, with who takes each. */
public enum Verb {
    /** 受理立案. */
    ACCEPT(Who.HEAD),
    /** 不予受理. */
    REFUSE(Who.HEAD),
    /** 通知补正. */
    ASK_SUPPLEMENT(Who.OFFICER),
    /** 收到补正. */
    SUPPLEMENT(Who.OFFICER),
    /** 送达请求书副本. */
    SERVE_COPY(Who.PANEL_OR_CLERK),
    /** 收到答辩书. */
    ANSWER(Who.PANEL_OR_CLERK),
    /** 逾期未答辩，继续审理. */
    GO_ON(Who.PANEL_OR_CLERK),
    /** 送达答辩书副本. */
    FORWARD_ANSWER(Who.PANEL_OR_CLERK),
    /** 开口头审理通知. */
    CALL_HEARING(Who.PANEL),
    /** 口头审理. */
    HOLD_HEARING(Who.PANEL),
    /** 证据交换. */
    EXCHANGE_EVIDENCE(Who.PANEL_OR_CLERK),
    /** 调查取证. */
    INVESTIGATE(Who.PANEL),
    /** 委托鉴定. */
    APPRAISE(Who.PANEL),
    /** 收到鉴定意见. */
    RECEIVE_APPRAISAL(Who.PANEL_OR_CLERK),
    /** 调解. */
    MEDIATE(Who.PANEL),
    /** 合议. */
    DELIBERATE(Who.PANEL),
    /** 作出裁决. */
    RULE(Who.HEAD),
    /** 送达裁决书. */
    SERVE_RULING(Who.PANEL_OR_CLERK),
    /** 登记起诉. */
    SUE(Who.PANEL_OR_CLERK),
    /** 登记判决. */
    JUDGE(Who.PANEL_OR_CLERK),
    /** 催告. */
    DEMAND(Who.PANEL_OR_CLERK),
    /** 申请强制执行. */
    APPLY_ENFORCEMENT(Who.HEAD),
    /** 登记司法确认. */
    CONFIRM(Who.PANEL_OR_CLERK),
    /** 结案. */
    CLOSE(Who.HEAD),
    /** 中止处理. */
    SUSPEND(Who.HEAD),
    /** 不予中止. */
    DENY_SUSPENSION(Who.HEAD),
    /** 恢复处理. */
    RESUME(Who.HEAD),
    /** 延长期限. */
    EXTEND(Who.HEAD),
    /** 合并处理. */
    MERGE(Who.HEAD),
    /** 记录回避申请. */
    ASK_RECUSAL(Who.PANEL_OR_CLERK),
    /** 决定回避. */
    DECIDE_RECUSAL(Who.HEAD),
    /** 准予撤回. */
    WITHDRAW(Who.HEAD);

    /** Who takes a step. */
    enum Who {
        /** Any officer of the agency. */
        OFFICER(Role.OFFICER),
        /** One of the adjudicators or the clerk. */
        PANEL_OR_CLERK(Role.OFFICER),
        /** One of the adjudicators. */
        PANEL(Role.OFFICER),
        /** The head, who is not of the panel. */
        HEAD(Role.HEAD);

        private final Role role;

        Who(Role role) {
            this.role = role;
        }
    }

    private final Who who;

    Verb(Who who) {
        this.who = who;
    }

    Who who() {
        return who;
    }

    public Role role() {
        return who.role;
    }

    /** The last part of addresses, {@code serve-copy}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
