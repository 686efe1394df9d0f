package org.hengjian.adjudications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.documents.DocumentNumber;

/**
 * What a step puts on file. Papers are added and never changed; all of them in their order are what happened (经过).
 * Each type is stored under its simple name.
 */
public sealed interface Paper {

    /** 请求书; what it says is the {@link Dispute}. */
    record Request(DocumentNumber number) implements Paper {}

    /** 补正通知. @param until last day, as the notice sets it */
    record SupplementAsked(DocumentNumber number, String what, LocalDate until) implements Paper {}

    /** 补正. */
    record Supplemented(String what) implements Paper {}

    /** 不予受理. */
    record NotAccepted(DocumentNumber number, Refusal refusal, String reasons) implements Paper {}

    /** 受理立案, with the panel that handles it. */
    record Accepted(DocumentNumber number, Panel panel) implements Paper {}

    /** 送达请求书副本. */
    record CopyServed(DocumentNumber number, Delivery delivery) implements Paper {}

    /** 答辩书. @param invalidation number under which the request to invalidate was accepted; empty for none */
    record Answered(LocalDate on, String text, String invalidation) implements Paper {}

    /** 逾期未答辩: the procedure goes on. */
    record Silent(String note) implements Paper {}

    /** 送达答辩书副本. */
    record AnswerForwarded(Delivery delivery) implements Paper {}

    /** 申请回避. @param person of the panel, whom it is about */
    record RecusalAsked(Party.Side by, long person, String name, String reasons) implements Paper {}

    /** 回避决定. @param panel as it is from then on */
    record RecusalDecided(DocumentNumber number, boolean granted, long person, String name, Panel panel, String reasons)
            implements Paper {}

    /** 证据交换和质证. */
    record EvidenceExchanged(LocalDate on, String text) implements Paper {}

    /** 调查取证. */
    record Investigated(LocalDate on, String place, String text) implements Paper {}

    /** 委托鉴定: the time that it takes does not count. */
    record AppraisalCommissioned(String institute, String what) implements Paper {}

    /** 鉴定意见. */
    record AppraisalReceived(String reference, String conclusion) implements Paper {}

    /** 口头审理通知. @param closed why it is not public; empty for a public hearing */
    record HearingCalled(DocumentNumber number, Instant at, LocalDate on, String place, String closed) implements Paper {}

    /** 口头审理笔录. @param present masked; in full under seal and in the document */
    record HearingHeld(LocalDate on, Attendance attendance, String present, byte[] sealed, String record) implements Paper {}

    /** 调解不成. */
    record MediationFailed(String text) implements Paper {}

    /** 达成调解协议. */
    record MediationAgreed(DocumentNumber number, String terms) implements Paper {}

    /** 中止处理. @param reference of the decision that is waited for */
    record Suspended(DocumentNumber number, SuspensionGround ground, String reference, String reasons) implements Paper {}

    /** 中止理由明显不能成立，不中止. */
    record SuspensionDenied(DocumentNumber number, String reasons) implements Paper {}

    /** 恢复处理. */
    record Resumed(DocumentNumber number, String reasons) implements Paper {}

    /** 延长期限. */
    record Extended(String reasons) implements Paper {}

    /** 合并处理: goes on under the other one. */
    record Merged(long into, String number, String reasons) implements Paper {}

    /** 撤回请求. @param deemed whether it is treated as withdrawn because the requester stayed away */
    record Withdrawn(DocumentNumber number, boolean deemed, String reasons) implements Paper {}

    /** 合议. @param votes how many of the panel agree */
    record Deliberated(Conclusion conclusion, int votes, String text) implements Paper {}

    /** 行政裁决. @param orders what the infringer must do; empty where nothing is ordered */
    record Ruled(DocumentNumber number, Conclusion conclusion, String facts, String reasons, String orders) implements Paper {}

    /** 送达裁决书. */
    record RulingServed(Party.Side to, Delivery delivery) implements Paper {}

    /** 起诉. */
    record Sued(Party.Side by, LocalDate on, String court, String reference) implements Paper {}

    /** 判决. */
    record Judged(Judgment result, LocalDate on, String reference, String text) implements Paper {}

    /** 催告. */
    record Demanded(DocumentNumber number, String text) implements Paper {}

    /** 申请人民法院强制执行. */
    record EnforcementApplied(DocumentNumber number, String court, String text) implements Paper {}

    /** 司法确认. */
    record Confirmed(LocalDate on, String court, String reference) implements Paper {}

    /** 结案. */
    record Closed(String text) implements Paper {}

    /**
     * How a document reached a party.
     *
     * @param effective when it counts as served
     * @param recipient masked
     */
    record Delivery(Way way, LocalDate on, LocalDate effective, String recipient, String note) {}

    /** 送达方式. */
    enum Way {
        DIRECT,
        LEFT_BEHIND,
        ELECTRONIC,
        MAIL,
        ENTRUSTED,
        PUBLIC_NOTICE
    }

    /** 不予受理的理由. */
    enum Refusal {
        /** 请求人不是专利权人或者利害关系人. */
        NO_STANDING,
        /** 没有明确的被请求人. */
        NO_RESPONDENT,
        /** 没有明确的请求事项、事实和理由. */
        NOT_DEFINITE,
        /** 不属于本机关受案和管辖范围. */
        NO_JURISDICTION,
        /** 已就该纠纷向人民法院起诉. */
        BEFORE_COURT,
        /** 逾期不补正. */
        NOT_SUPPLEMENTED
    }

    /** Who was at the hearing. */
    enum Attendance {
        BOTH,
        /** 被请求人无正当理由拒不参加: 缺席处理. */
        RESPONDENT_ABSENT,
        /** 被请求人未经允许中途退出: 缺席处理. */
        RESPONDENT_LEFT,
        /** 请求人无正当理由拒不参加: 按撤回请求处理. */
        REQUESTER_ABSENT,
        /** 请求人未经允许中途退出: 按撤回请求处理. */
        REQUESTER_LEFT;

        boolean endsIt() {
            return this == REQUESTER_ABSENT || this == REQUESTER_LEFT;
        }
    }

    /** Why it stands still. */
    enum SuspensionGround {
        /** 无效宣告请求被受理. */
        INVALIDATION,
        /** 专利权归属纠纷. */
        OWNERSHIP,
        /** 当事人死亡、终止，等待继承人或者承受人. */
        PARTY_GONE,
        /** 其他. */
        OTHER
    }

    /** What is ruled. */
    enum Conclusion {
        /** 侵权成立. */
        INFRINGEMENT,
        /** 侵权不成立. */
        NO_INFRINGEMENT,
        /** 专利权被宣告无效，驳回请求. */
        REJECTED
    }

    /** What the court held. */
    enum Judgment {
        /** 维持: 驳回诉讼请求. */
        UPHELD,
        /** 撤销. */
        REVOKED,
        /** 撤销并重新作出. */
        REVOKED_REDO
    }

    /** The types by the name that they are stored under. */
    Map<String, Class<?>> KINDS = Stream.of(Paper.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    default String type() {
        return getClass().getSimpleName();
    }
}
