package org.hengjian.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Money;

/**
 * What a step puts on file. Papers are added and never changed; all of them in their order are what happened (经过).
 * Each type is stored under its simple name.
 */
public sealed interface Paper {

    /**
     * 立案申请: why it should be filed.
     *
     * @param venue what the jurisdiction of the agency rests on; empty where the proposal did not say
     */
    record Proposal(String ground, Optional<VenueStated> venue) implements Paper {}

    /** 不予立案. @param kind one of the kinds of ground that the law names */
    record FilingRefused(String kind, String ground) implements Paper {}

    /** 批准立案. */
    record Filed(CaseNumber number) implements Paper {}

    /** 延长办案期限. @param fixed where the heads decided together; empty where the head approved */
    record Extended(String ground, Optional<FixedExtension> fixed) implements Paper {

        Extended(String ground) {
            this(ground, Optional.empty());
        }
    }

    /**
     * What the heads decided together: how much longer, where the rule gives no figure (程序规定 art. 64).
     *
     * @param days    calendar days
     * @param members who took part
     */
    record FixedExtension(int days, String members, String record) {}

    /**
     * A record of the investigation (笔录、清单).
     *
     * @param on      the day that it speaks of
     * @param witness who was present or questioned, masked
     * @param sealed  the same in full, sealed; empty for none
     */
    record Recorded(RecordKind kind, LocalDate on, String place, String text, String witness, byte[] sealed)
            implements Paper {}

    /** 调查终结报告: the facts found and what is proposed. */
    record Findings(String facts, String opinion, Penalty penalty) implements Paper {}

    /**
     * 审核意见.
     *
     * @param consents false sends it back to those who handle the case
     * @param kind     which of the two reviews it was; empty on papers of before they were told apart
     * @param advice   what is advised; empty likewise
     * @param doubts   what was found wanting
     */
    record Review(
            boolean consents, String opinion, Optional<ReviewKind> kind, Optional<Advice> advice, List<ReviewPoint> doubts)
            implements Paper {

        public Review {
            doubts = doubts == null ? List.of() : List.copyOf(doubts); // papers of before have none
        }

        Review(ReviewKind kind, Advice advice, List<ReviewPoint> doubts, String opinion) {
            this(advice == Advice.CONSENT, opinion, Optional.of(kind), Optional.of(advice), doubts);
        }
    }

    /** The two reviews (程序规定 art. 49). */
    enum ReviewKind {
        /** 法制审核, of grave and complicated cases (art. 50). */
        LEGAL,
        /** 案件审核, of all others (art. 52). */
        CASE
    }

    /** What a review advises (程序规定 art. 54). */
    enum Advice {
        /** 同意. */
        CONSENT,
        /** 建议纠正. */
        CORRECT,
        /** 建议补充调查. */
        RETURN
    }

    /** What is reviewed (程序规定 art. 53). */
    enum ReviewPoint {
        JURISDICTION,
        PARTY,
        FACTS,
        NATURE,
        BASIS,
        PROCEDURE,
        PROPRIETY
    }

    /** 行政处罚告知书 as approved and issued. @param hearing whether it tells of the right to a hearing */
    record Notice(DocumentNumber number, Penalty penalty, boolean hearing) implements Paper {}

    /** 告知书送达: from here the term for statement and hearing runs. */
    record NoticeServed(Delivery delivery) implements Paper {}

    /** 陈述、申辩, or giving it up in writing. @param answer whether it was followed and why; empty for a waiver */
    record Defence(boolean waiver, LocalDate on, String text, String answer) implements Paper {}

    /** 要求听证. */
    record HearingAsked(LocalDate on) implements Paper {}

    /**
     * 听证通知书.
     *
     * @param presiding 听证主持人, a person of the agency
     * @param recorder  记录员; may be empty
     * @param closed    why it is not public; empty for a public hearing
     */
    record HearingCalled(
            DocumentNumber number,
            Instant at,
            LocalDate on,
            String place,
            long presiding,
            String presidingName,
            String recorder,
            String closed)
            implements Paper {}

    /** 听证通知书送达. */
    record HearingCallServed(Delivery delivery) implements Paper {}

    /**
     * 听证笔录.
     *
     * @param present who took part, masked
     * @param sealed  the same in full, sealed
     * @param signed  by the party; otherwise {@code note} says why not
     */
    record HearingHeld(LocalDate on, String present, byte[] sealed, String record, boolean signed, String note)
            implements Paper {}

    /** 终止听证: the request is as if it had not been made. */
    record HearingEnded(HearingEnding ending, LocalDate on, String text) implements Paper {}

    /** 听证报告. @param on the day of the hearing */
    record Heard(LocalDate on, String report) implements Paper {}

    /** 处理决定. @param disposal how it ends without a penalty; empty for a penalty */
    record Decided(DocumentNumber number, Result result, Penalty penalty, String reasons, Optional<Disposal> disposal)
            implements Paper {

        public Decided(DocumentNumber number, Result result, Penalty penalty, String reasons) {
            this(number, result, penalty, reasons, Optional.empty());
        }
    }

    /** 决定书送达. */
    record Served(Delivery delivery) implements Paper {}

    /** 缴款. @param receipt number of the receipt */
    record Paid(Money amount, LocalDate on, String receipt) implements Paper {}

    /** 结案申请: what came of it. */
    record ClosingProposed(String outcome) implements Paper {}

    /** 批准结案. */
    record Closed(String ground) implements Paper {}

    /** 申请采取措施. */
    record MeasureAsked(Measure.Kind kind, Measure.Taking taking) implements Paper {}

    /** 不批准采取措施. @param measure place of the paper that the measure began with, here and below */
    record MeasureRefused(int measure, String ground) implements Paper {}

    /** 批准采取措施. */
    record MeasureImposed(int measure, DocumentNumber number) implements Paper {}

    /** 情况紧急，当场采取. @param at from then on the hours for the approval run */
    record MeasureTaken(Measure.Kind kind, Measure.Taking taking, Instant at, LocalDate on, DocumentNumber number)
            implements Paper {}

    /** 补办批准手续. */
    record MeasureConfirmed(int measure) implements Paper {}

    /** 延长查封、扣押. */
    record MeasureExtended(int measure, String ground, DocumentNumber number) implements Paper {}

    /** 处理先行登记保存的证据. */
    record RegistrationSettled(int measure, Measure.Settling way, String text) implements Paper {}

    /** 解除. */
    record MeasureLifted(int measure, Measure.Lifting ground, String text, DocumentNumber number) implements Paper {}

    /**
     * 委托检测、检验、检疫、鉴定，告知期间.
     *
     * @param measure the measure whose goods are tested; 0 for what is under none
     * @param until   last day of the period that the party is told of
     * @param number  of the commission
     * @param notice  number of the notice to the party
     */
    record TestingCommissioned(
            Testing.Kind kind,
            int measure,
            String institution,
            String subject,
            String question,
            LocalDate until,
            DocumentNumber number,
            DocumentNumber notice)
            implements Paper {}

    /** 延长检测期间并告知. @param testing place of the paper that commissioned it, here and below */
    record TestingProlonged(int testing, LocalDate until, String ground, DocumentNumber notice) implements Paper {}

    /** 收到结果并告知当事人. */
    record TestingEnded(int testing, LocalDate on, String result) implements Paper {}

    /**
     * 鉴定意见, or the right holder's 辨认、鉴别意见.
     *
     * @param testing       place of the paper that commissioned it; 0 for one that nobody commissioned here
     * @param giver         the institution, or the right holder
     * @param qualification the licence of the institution, or what the right holder's standing rests on
     * @param signers       who signed it, masked; {@code sealed}, the same in full
     * @param method        how it was found out; may be empty in an identification
     * @param on            the day on which it came
     */
    record OpinionReceived(
            Testing.Kind kind,
            int testing,
            String giver,
            Standing standing,
            String qualification,
            String signers,
            byte[] sealed,
            String question,
            String method,
            String conclusion,
            LocalDate on)
            implements Paper {}

    /** 告知当事人. @param opinion place of the paper that it came with, here and below */
    record OpinionTold(int opinion, DocumentNumber number, Delivery delivery) implements Paper {}

    /** 当事人申请重新鉴定. */
    record NewOpinionAsked(int opinion, LocalDate on, String ground) implements Paper {}

    /** 决定是否重新鉴定; the newest counts. @param request place of the paper that it was asked with */
    record NewOpinionDecided(int request, boolean granted, String ground, DocumentNumber number) implements Paper {}

    /** By what right somebody gives an opinion (程序规定 arts. 30, 32). */
    enum Standing {
        /** 具有法定资质的机构. */
        STATUTORY,
        /** 没有法定资质机构的，其他具备条件的机构. */
        CAPABLE,
        /** 权利人. */
        RIGHT_HOLDER,
        /** 权利人授权的人. */
        AUTHORISED
    }

    /**
     * 责令改正.
     *
     * @param act   what is against the law
     * @param until last day of the term; empty where it is to be done at once
     */
    record CorrectionOrdered(
            DocumentNumber number, String act, String requirement, String basis, Optional<LocalDate> until)
            implements Paper {}

    /** 责令改正通知书送达. @param order place of the paper that it was ordered with, here and below */
    record CorrectionServed(int order, Delivery delivery) implements Paper {}

    /** 复查改正情况. @param on the day of the check */
    record CorrectionChecked(int order, LocalDate on, Corrected corrected, String text) implements Paper {}

    /** What was found when somebody looked. */
    enum Corrected {
        /** 已经改正. */
        DONE,
        /** 部分改正. */
        PARTLY,
        /** 没有改正. */
        NOT
    }

    /**
     * 请求协助调查.
     *
     * @param needed what is asked to be handed over; may be empty
     * @param until  day by which an answer is asked for; empty where the law sets the term
     */
    record AssistanceAsked(
            DocumentNumber number, Assistant assistant, String addressee, String subject, String needed, Optional<LocalDate> until)
            implements Paper {}

    /** 协助调查的收函、延期、复函. @param letter place of the letter. @param until for {@link AssistanceNote#PROLONGED} */
    record AssistanceNoted(int letter, AssistanceNote note, LocalDate on, Optional<LocalDate> until, String text)
            implements Paper {}

    /** Who is asked to help; the rules set a term for one of them alone (程序规定 art. 45). */
    enum Assistant {
        /** 其他市场监督管理部门. */
        MARKET,
        /** 其他机关. */
        OTHER
    }

    /** What became of a letter. */
    enum AssistanceNote {
        /** 对方收到. */
        RECEIVED,
        /** 对方告知延期. */
        PROLONGED,
        /** 复函. */
        ANSWERED,
        /** 对方不予协助. */
        DECLINED
    }

    /** 通知询问. @param person who is asked, masked; {@code sealed}, the same in full. @param bring may be empty */
    record Summoned(DocumentNumber number, String person, byte[] sealed, Instant at, LocalDate on, String place, String bring)
            implements Paper {}

    /** 确认送达地址: the newest counts. @param receiver 代收人, masked; {@code sealed}, the same in full with number or account */
    record AddressConfirmed(LocalDate on, String address, String receiver, Electronic electronic, byte[] sealed)
            implements Paper {}

    /** By which electronic means the party agreed to be served (程序规定 art. 82). */
    enum Electronic {
        NONE,
        /** 手机短信. */
        SMS,
        /** 传真. */
        FAX,
        /** 电子邮件. */
        EMAIL,
        /** 即时通讯账号. */
        MESSAGING
    }

    /** 中止调查. */
    record Suspended(SuspensionGround ground, String text) implements Paper {}

    /** 恢复调查. */
    record Resumed(String text) implements Paper {}

    /** 认定情节复杂或者违法行为重大: the heads decide on a penalty together. */
    record GraveMarked(Gravity gravity, String text) implements Paper {}

    /** 负责人集体讨论. @param members who took part, heads of the agency */
    record Discussed(LocalDate on, String members, String record, String conclusion) implements Paper {}

    /** Why a case is put before the heads together (情节复杂或者重大违法行为). */
    enum Gravity {
        /** 涉及重大公共利益. */
        PUBLIC_INTEREST,
        /** 案件情况疑难复杂、涉及多个法律关系. */
        COMPLICATED,
        /** 法律、法规规定的其他情形. */
        OTHER_LAW
    }

    /** 提请终止调查. */
    record TerminationProposed(Termination kind, String text) implements Paper {}

    /** 不同意终止调查. */
    record TerminationRefused(String ground) implements Paper {}

    /** 批准终止调查: the case ends without a decision. */
    record Terminated(Termination kind, String text, String ground) implements Paper {}

    /**
     * 告知举报人是否立案.
     *
     * @param reporter who was told, masked; {@code sealed}, the same in full
     */
    record ReporterTold(LocalDate on, ReporterWay way, String reporter, byte[] sealed, boolean filed) implements Paper {}

    /** Why an investigation cannot go on (终止调查的情形). */
    enum Termination {
        /** 涉嫌违法的自然人死亡，并且无权利义务承受人. */
        PERSON_DEAD,
        /** 法人、其他组织终止，并且无权利义务承受人. */
        ENTITY_ENDED,
        /** 其他致使调查无法继续进行的原因. */
        OTHER
    }

    /** How a reporter is told. */
    enum ReporterWay {
        /** 书面. */
        LETTER,
        /** 平台、短信等电子方式. */
        ELECTRONIC,
        /** 电话，记录在案. */
        PHONE,
        /** 匿名举报，无从告知. */
        ANONYMOUS
    }

    /** 申请延期、分期缴纳罚款. @param on the day on which the party asked in writing */
    record InstalmentsAsked(LocalDate on, String ground) implements Paper {}

    /** 同意延期、分期缴纳. @param schedule when how much of the fine is due, in the order of days */
    record InstalmentsGranted(DocumentNumber number, List<Instalment> schedule, String ground) implements Paper {}

    /** 不同意延期、分期缴纳. */
    record InstalmentsRefused(DocumentNumber number, String ground) implements Paper {}

    /** One instalment; a single one is a postponement (延期). */
    record Instalment(LocalDate on, Money amount) {}

    /** 加处罚款. @param amount all that was added up to {@code until}, earlier decisions included */
    record Surcharged(DocumentNumber number, Money amount, int days, LocalDate until) implements Paper {}

    /** 催告书. @param surcharge added by the day of the notice */
    record Demanded(DocumentNumber number, Money owed, Money surcharge) implements Paper {}

    /** 催告书送达. */
    record DemandServed(Delivery delivery) implements Paper {}

    /** 申请人民法院强制执行. */
    record EnforcementApplied(DocumentNumber number, String court, Money amount) implements Paper {}

    /** 人民法院裁定. */
    record CourtRuled(Ruling ruling, LocalDate on, String number, String text) implements Paper {}

    /** 当事人申请行政复议、提起行政诉讼. @param body the authority or court */
    record RemedyBegun(RemedyKind kind, LocalDate on, String body, String number) implements Paper {}

    /**
     * 行政复议、行政诉讼的结果.
     *
     * @param remedy  place of the paper that it began with
     * @param penalty what is left of the penalty, for {@link RemedyOutcome#CHANGED}
     */
    record RemedyEnded(int remedy, RemedyOutcome outcome, LocalDate on, String text, Optional<Penalty> penalty)
            implements Paper {}

    /** What a court rules on an application for enforcement. */
    enum Ruling {
        /** 准予强制执行. */
        GRANTED,
        /** 不予受理或者不准予强制执行. */
        REFUSED,
        /** 终结执行. */
        ENDED
    }

    /** The remedies of a party. */
    enum RemedyKind {
        /** 行政复议. */
        RECONSIDERATION,
        /** 行政诉讼. */
        LITIGATION
    }

    /** How a remedy ends. */
    enum RemedyOutcome {
        /** 维持、驳回. */
        MAINTAINED,
        /** 撤回、不予受理. */
        WITHDRAWN,
        /** 变更. */
        CHANGED,
        /** 撤销、确认无效. */
        REVOKED,
        /** 确认违法，不撤销. */
        UNLAWFUL
    }

    /**
     * 立卷归档.
     *
     * @param retention 保管期限
     * @param place     where the volumes are kept
     * @param items     how many entries the table of contents has
     */
    record Archived(Retention retention, String place, int items, String note) implements Paper {}

    /** 重新办理已经结案的案件. */
    record Reopened(Reopening kind, String ground) implements Paper {}

    /** How long a file is kept (保管期限). */
    enum Retention {
        /** 永久. */
        PERMANENT,
        /** 三十年. */
        THIRTY_YEARS,
        /** 十年. */
        TEN_YEARS
    }

    /** Where a reopened case goes on. */
    enum Reopening {
        /** 决定被撤销或者变更，重新调查处理. */
        INVESTIGATION,
        /** 决定没有执行完毕，恢复执行. */
        EXECUTION
    }

    /** 申请回避. @param person of the agency, who is said to be biased */
    record RecusalAsked(long person, String personName, RecusalAsker asker, LocalDate on, String ground)
            implements Paper {}

    /**
     * 决定回避.
     *
     * @param request  place of the request among the papers
     * @param officers who handles the case from then on; empty when that does not change
     */
    record RecusalDecided(
            int request,
            boolean granted,
            RecusalLevel level,
            String ground,
            DocumentNumber number,
            List<Officer> officers)
            implements Paper {}

    /** 变更办案人员. @param officers who handles the case from then on; {@code before}, who did so until then */
    record OfficersChanged(List<Officer> before, List<Officer> officers, String ground) implements Paper {}

    /** 认定管辖依据: what the jurisdiction of the agency rests on, said anew after the proposal; the newest counts. */
    record VenueStated(VenueGround ground, String text) implements Paper {}

    /**
     * 管辖权发生争议.
     *
     * @param counterpart the other agency, which holds or refuses jurisdiction over the same act
     * @param superior    共同的上一级部门
     * @param on          the day of the dispute: the term for consulting runs from here
     * @param filedOn     the day on which the other agency filed; empty where it did not
     */
    record VenueDisputed(Office counterpart, Office superior, LocalDate on, Optional<LocalDate> filedOn, String text)
            implements Paper {}

    /** 协商记录. @param present who took part for each side */
    record VenueConsulted(LocalDate on, String present, String record, Consultation outcome) implements Paper {}

    /** The other agency confirms what was consulted, or does not. @param by its name */
    record VenueConfirmed(boolean agreed, String by, String text) implements Paper {}

    /**
     * 提请报请指定管辖.
     *
     * @param counterpart the other agency; empty where there is none
     * @param superior    上一级部门, of two agencies the common one
     */
    record DesignationProposed(Designation kind, Optional<Office> counterpart, Office superior, String text)
            implements Paper {}

    /** 不同意报请. */
    record DesignationRefused(String ground) implements Paper {}

    /** 报请指定管辖: the term of the superior runs from here, since it receives what is sent over the platform at once. */
    record DesignationAsked(DocumentNumber number, Office superior) implements Paper {}

    /** 指定管辖. @param to who has jurisdiction; @param by the superior's name */
    record Designated(DocumentNumber number, Office to, String by, String text) implements Paper {}

    /** 上级直接管辖或者改由其他下级管辖, without having been asked. */
    record TakenUp(DocumentNumber number, Office to, String by, String text) implements Paper {}

    /** 撤回: the dispute, the request or the handing over is given up. */
    record VenueWithdrawn(String ground) implements Paper {}

    /** 提请移送案件 to the agency that has jurisdiction. */
    record HandoverProposed(Office to, String text) implements Paper {}

    /** 移送案件. @param why in a sentence of the letter */
    record HandedOver(DocumentNumber number, Office to, Handover why, String text) implements Paper {}

    /** What jurisdiction rests on (程序规定 arts. 7, 10–15). */
    enum VenueGround {
        /** 违法行为发生地. */
        PLACE_OF_ACT,
        /** 网络交易平台经营者、自建网站等网络交易经营者住所地. */
        PLATFORM_SEAT,
        /** 平台内经营者实际经营地. */
        SHOP_PLACE,
        /** 平台经营者住所地，先行发现线索或者收到投诉、举报. */
        PLATFORM_FIRST,
        /** 广告发布者所在地. */
        PUBLISHER,
        /** 广告主、广告经营者所在地，先行发现线索或者收到投诉、举报. */
        ADVERTISER_FIRST,
        /** 广告主所在地，自行发布互联网广告. */
        ADVERTISER_SELF,
        /** 指定管辖. */
        DESIGNATED,
        /** 上级交由管辖. */
        HANDED_DOWN,
        /** 法律、行政法规、部门规章另有规定. */
        OTHER_LAW
    }

    /** What came of consulting the other agency. */
    enum Consultation {
        /** 由本机关管辖. */
        OURS,
        /** 由对方机关管辖. */
        THEIRS,
        /** 协商不成. */
        FAILED
    }

    /** Why the superior is asked. */
    enum Designation {
        /** 管辖权争议 (art. 13). */
        DISPUTE,
        /** 对受移送案件的管辖权有异议 (art. 14). */
        OBJECTION,
        /** 特殊原因，难以办理 (art. 15). */
        HARDSHIP
    }

    /** Why a case goes to another agency of market regulation. */
    enum Handover {
        /** 不属于本部门管辖 (art. 14). */
        NOT_OURS,
        /** 协商一致 (art. 13). */
        AGREED,
        /** 指定管辖 (art. 13). */
        DESIGNATED,
        /** 上级直接查处或者改由其他下级管辖 (art. 15). */
        TAKEN_UP,
        /** 交由下级管辖 (art. 15). */
        HANDED_DOWN
    }

    /** Who asks for a recusal. */
    enum RecusalAsker {
        /** 当事人. */
        PARTY,
        /** 本人. */
        SELF
    }

    /** Who decides on a recusal. */
    enum RecusalLevel {
        /** 部门负责人: of those who are no heads. */
        HEAD,
        /** 主要负责人: of the other heads. */
        MAIN_HEAD,
        /** 负责人集体讨论: of the main head. */
        COLLECTIVE
    }

    /** 认定事实: the newest counts. @param verdicts what the criminal thresholds of that day said */
    record Facts(FoundFacts found, List<CrimeVerdict> verdicts) implements Paper {

        public Facts {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** 裁量: how the penalty was weighed; the newest counts. */
    record Weighed(Discretion discretion) implements Paper {}

    /** Why an investigation stands still (中止案件调查的情形). */
    enum SuspensionGround {
        /** 须以相关案件的裁判结果或者其他行政决定为依据. */
        OTHER_CASE,
        /** 需要送请有权机关作出解释或者确认. */
        INTERPRETATION,
        /** 不可抗力. */
        FORCE_MAJEURE,
        /** 当事人下落不明. */
        PARTY_MISSING,
        /** 其他情形. */
        OTHER
    }

    /** Why a hearing is not held to its end. */
    enum HearingEnding {
        /** 当事人撤回听证要求. */
        WITHDRAWN,
        /** 无正当理由拒不出席. */
        ABSENT,
        /** 未经许可中途退出. */
        LEFT
    }

    /** What an investigation record is. */
    enum RecordKind {
        INSPECTION("现场笔录", true),
        QUESTIONING("询问笔录", true),
        EVIDENCE_LIST("证据清单", true),
        SAMPLING("抽样记录", true),
        /** Of the right holder, who signs it himself; on files of before opinions were records of their own. */
        IDENTIFICATION("权利人辨认意见", false),
        OTHER("其他材料", false);

        private final String title;
        private final boolean ours;

        RecordKind(String title, boolean ours) {
            this.title = title;
            this.ours = ours;
        }

        /** As the file calls it; papers are Chinese. */
        String title() {
            return title;
        }

        /** Whether the officers draw it up, so that a document is issued of it. */
        boolean isOurs() {
            return ours;
        }
    }

    /** What the head decides (处理决定). */
    enum Result {
        /** 行政处罚. */
        PENALTY,
        /** 不予行政处罚: the act is there, the law spares it. */
        EXEMPT,
        /** 违法事实不能成立. */
        UNFOUNDED,
        /** 移送其他行政管理部门. */
        TRANSFERRED,
        /** 涉嫌犯罪，移送司法机关. */
        REFERRED
    }

    /** How a document reaches the party (送达方式). */
    enum Way {
        /** 直接送达. */
        DIRECT,
        /** 留置送达. */
        LEFT_BEHIND,
        /** 电子送达. */
        ELECTRONIC,
        /** 邮寄送达. */
        MAIL,
        /** 委托送达. */
        ENTRUSTED,
        /** 公告送达: takes effect only when the law's period after publication is over. */
        PUBLIC_NOTICE
    }

    /**
     * A document reaches the party.
     *
     * @param on        the day of service, for a public notice the day of its publication
     * @param effective the day from which terms run
     */
    record Delivery(Way way, LocalDate on, LocalDate effective, String recipient, String note) {}

    /** The types by the name that they are stored under. */
    Map<String, Class<?>> KINDS = Stream.of(Paper.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    default String type() {
        return getClass().getSimpleName();
    }
}
