package org.hengjian.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.documents.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a step puts on file. Papers are added and never changed; all of them in their order are what happened (经过).
 * Each type is stored under its simple name.
 */
public sealed interface Paper {

    /**
     * 移送涉嫌犯罪案件的书面报告.
     *
     * @param crime code of the crime suspected, as the law library has it
     */
    record Report(String crime, Basis basis, String facts, String evidence, String opinion) implements Paper {}

    /** 批准移送. @param suspended whether the investigation of the case stands still from then on (中止) */
    record Approved(String remark, boolean suspended) implements Paper {}

    /** 不批准移送: the reasons are recorded (记录在案). */
    record NotApproved(String reasons) implements Paper {}

    /**
     * 移送: the letter with what is attached to it, to the police and in copy to the procuratorate.
     *
     * @param tests     检验报告、鉴定结论, or why there are none
     * @param materials 其他有关涉嫌犯罪的材料
     * @param documents ids of the case's documents that go with it
     */
    record Sent(
            DocumentNumber number, Office police, Office procuratorate, String tests, String materials, List<Long> documents)
            implements Paper {
        public Sent {
            documents = List.copyOf(documents);
        }
    }

    /** 签收回执: from here the days for the decision run. */
    record Received(DocumentNumber number) implements Paper {}

    /** 转送有管辖权的机关. */
    record Forwarded(DocumentNumber number, Office from, Office to, String reasons) implements Paper {}

    /** 不属于公安机关职责范围. */
    record Returned(DocumentNumber number, String reasons) implements Paper {}

    /** 受案. @param register number of the register form (受案登记表) */
    record Accepted(String register) implements Paper {}

    /** 延长立案审查期限. @param approver who approved it, at the level that the rule names */
    record Extended(Extension kind, String approver, String reasons) implements Paper {}

    /** 要求补正. */
    record MoreAsked(DocumentNumber number, String what) implements Paper {}

    /** 补正. */
    record Supplied(String what) implements Paper {}

    /** 立案. @param decision number of the filing decision (立案决定书) */
    record Filed(DocumentNumber number, String decision) implements Paper {}

    /** 不予立案. */
    record Declined(DocumentNumber number, String reasons) implements Paper {}

    /** 移交涉案物品和材料. @param goods how many items went along */
    record HandedOver(String what, int goods) implements Paper {}

    /** 提请复议. */
    record ReconsiderationAsked(DocumentNumber number, String reasons) implements Paper {}

    /** 维持不予立案. */
    record Upheld(DocumentNumber number, String reasons) implements Paper {}

    /** 建议立案监督. */
    record SupervisionAsked(DocumentNumber number, String reasons) implements Paper {}

    /** 要求说明不立案理由. */
    record ReasonsAsked(DocumentNumber number, String what) implements Paper {}

    /** 不立案理由说明. */
    record ReasonsGiven(DocumentNumber number, String reasons) implements Paper {}

    /** 通知立案. */
    record FilingOrdered(DocumentNumber number, String reasons) implements Paper {}

    /** 不立案理由成立，监督终结. */
    record SupervisionEnded(String reasons) implements Paper {}

    /** 依法处理: the agency takes the case up again. */
    record TakenBack(String what) implements Paper {}

    /** 侦查结果. @param reference number of the document that says so */
    record Investigated(Investigation result, LocalDate on, String reference, String what) implements Paper {}

    /** 起诉. @param court before which it was brought, whose clerk enters the judgment; null on papers of before that */
    record Prosecuted(LocalDate on, String reference, @Nullable Office court) implements Paper {}

    /** 不起诉. */
    record NotProsecuted(NonProsecution kind, LocalDate on, String reference, String reasons) implements Paper {}

    /** 判决. @param goods what becomes of the goods seized (涉案财物处理); null on papers of before it was asked */
    record Judged(
            Judgment result, LocalDate on, String court, String reference, String sentence, @Nullable String goods)
            implements Paper {}

    /** 反向移送 with the opinion (检察意见), or the police's transfer to the agency. */
    record Reversed(DocumentNumber number, String opinion) implements Paper {}

    /** 回复处理情况. */
    record Replied(DocumentNumber number, String reply) implements Paper {}

    /** On what the suspicion stands. */
    enum Basis {
        /** 达到立案追诉标准. */
        THRESHOLD,
        /** 存在犯罪的合理嫌疑. */
        SUSPICION
    }

    /** By how much the time for the decision grows; each with its own approver. */
    enum Extension {
        /** 案情重大、疑难、复杂或者跨区域. */
        COMPLEX("referral.police-decide.economic.complex"),
        /** 情况特殊，再延长. */
        SPECIAL("referral.police-decide.economic.special-extra");

        private final String duty;

        Extension(String duty) {
            this.duty = duty;
        }

        String duty() {
            return duty;
        }
    }

    /** How the investigation ended. */
    enum Investigation {
        /** 移送审查起诉. */
        TO_PROSECUTION,
        /** 撤销案件. */
        WITHDRAWN,
        /** 终止侦查. */
        ENDED
    }

    /** 不起诉的种类. */
    enum NonProsecution {
        /** 没有犯罪事实或者依法不追究. */
        STATUTORY,
        /** 犯罪情节轻微. */
        MINOR,
        /** 证据不足. */
        EVIDENCE
    }

    /** What the court held. */
    enum Judgment {
        /** 判处刑罚. */
        PUNISHED,
        /** 免予刑事处罚. */
        EXEMPT,
        /** 无罪. */
        ACQUITTED
    }

    /** The types by the name that they are stored under. */
    Map<String, Class<?>> KINDS = Stream.of(Paper.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    default String type() {
        return getClass().getSimpleName();
    }
}
