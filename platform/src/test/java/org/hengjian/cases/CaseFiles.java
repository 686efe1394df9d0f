package org.hengjian.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Money;

/** Case files in each state, and the people of a small agency, for tests without a database. */
final class CaseFiles {

    static final LocalDate DAY = LocalDate.of(2026, 9, 7);
    static final Viewer HANDLING = person(1, "沈知遥", 10, Role.OFFICER);
    static final Viewer SECOND = person(2, "陆闻笛", 10, Role.OFFICER);
    static final Viewer OTHER = person(3, "林晚", 10, Role.OFFICER);
    static final Viewer REVIEWER = person(4, "顾衡", 10, Role.REVIEWER);
    static final Viewer HEAD = person(5, "江临", 10, Role.HEAD);
    static final Viewer HEADING = person(2, "陆闻笛", 10, Role.OFFICER, Role.HEAD);
    static final Viewer REVIEWING = person(2, "陆闻笛", 10, Role.OFFICER, Role.REVIEWER);
    static final Viewer ABROAD = person(6, "方晴", 11, Role.OFFICER, Role.REVIEWER, Role.HEAD);

    static final Viewer COUNTERPART = new Viewer(
            8, "白述", 12, "渡口县市场监管局", "market", 330_110, Scope.OWN, Set.of(Role.OFFICER, Role.REVIEWER, Role.HEAD));
    static final Viewer SUPERIOR = new Viewer(
            9, "陶然", 13, "云州市市场监管局", "market", 330_100, Scope.LINE, Set.of(Role.OFFICER, Role.REVIEWER, Role.HEAD));
    static final Office OTHER_SIDE = new Office(12, "渡口县市场监管局");
    static final Office ABOVE_BOTH = new Office(13, "云州市市场监管局");
    static final Viewer AUDITOR = person(7, "蒋平", 10, Role.AUDITOR);

    /** By the names that the tables use. */
    static final List<String> PEOPLE =
            List.of("handling", "other", "reviewer", "head", "heading", "reviewing", "abroad", "counterpart", "superior", "auditor");

    static final Penalty PENALTY = new Penalty(Money.ofYuan(60_000), Money.ofYuan(21_000), "", "商标法第六十条");

    private CaseFiles() {}

    private static Viewer person(long id, String name, long agency, Role... roles) {
        return new Viewer(id, name, agency, "青石县市场监管局", "market", 330_106, Scope.OWN, Set.of(roles));
    }

    static Viewer person(String name) {
        return switch (name) {
            case "handling" -> HANDLING;
            case "other" -> OTHER;
            case "reviewer" -> REVIEWER;
            case "head" -> HEAD;
            case "heading" -> HEADING;
            case "reviewing" -> REVIEWING;
            case "abroad" -> ABROAD;
            case "counterpart" -> COUNTERPART;
            case "superior" -> SUPERIOR;
            case "auditor" -> AUDITOR;
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Signature by(Viewer viewer, LocalDate on) {
        return new Signature(viewer.person(), viewer.name(), on, on.atTime(2, 0).toInstant(ZoneOffset.UTC));
    }

    static Paper.Delivery delivered(LocalDate on) {
        return new Paper.Delivery(Paper.Way.DIRECT, on, on, "赵某某", "");
    }

    static CaseFile.Proposed proposed() {
        var matter = new Docket.Matter(
                "云岫禾木服饰有限公司涉嫌侵犯注册商标专用权案", "侵犯注册商标专用权", "销售侵犯注册商标专用权的商品", "仓前路8号",
                new Docket.Span(DAY.minusMonths(3), Optional.of(DAY.minusDays(3))), "衡溪 HENGXI", Docket.Source.LEAD, "X-2026-1", DAY);
        var docket = new Docket(
                7, 1, 10, "杭西市监立〔2026〕1号", matter,
                new Party(Party.Kind.FIRM, "云岫禾木服饰有限公司", "", "仓前路8号"),
                List.of(new Officer(1, "沈知遥", "浙A330106001"), new Officer(2, "陆闻笛", "浙A330106002")),
                List.of());
        return new CaseFile.Proposed(docket.with(new Paper.Proposal(
                "有证据初步证明", Optional.of(new Paper.VenueStated(Paper.VenueGround.PLACE_OF_ACT, "仓前路8号"))), by(HANDLING, DAY)));
    }

    /** The same file, come from a report. */
    static CaseFile reported(CaseFile file) {
        return from(Docket.Source.REPORT, file);
    }

    private static CaseFile from(Docket.Source source, CaseFile file) {
        var docket = file.docket();
        var matter = docket.matter();
        return file.stage().of(new Docket(
                docket.id(), docket.version(), docket.agency(), docket.proposalNumber(),
                new Docket.Matter(
                        matter.title(), matter.cause(), matter.act(), matter.place(), matter.span(), matter.rightName(),
                        source, "", matter.foundOn()),
                docket.party(), docket.officers(), docket.entries()));
    }

    static CaseFile.Filed filed() {
        return proposed().file(by(HEAD, DAY), new CaseNumber("杭西市监案〔2026〕1号"));
    }

    static CaseFile.Investigating investigating() {
        return filed().add(by(HANDLING, DAY), new Paper.Recorded(
                Paper.RecordKind.INSPECTION, DAY, "仓前路8号", "现场有带标商品", "", new byte[0]));
    }

    static CaseFile.UnderReview underReview() {
        return investigating().finish(by(HANDLING, DAY), new Paper.Findings("销售事实", "建议处罚", PENALTY));
    }

    static CaseFile.Reviewed reviewed() {
        return (CaseFile.Reviewed) underReview().review(by(REVIEWER, DAY), consent("同意"));
    }

    static CaseFile.NoticeIssued noticeIssued() {
        return reviewed().inform(by(HEAD, DAY), new Paper.Notice(
                new DocumentNumber("杭西市监罚告〔2026〕1号"), PENALTY, true));
    }

    static CaseFile.Informed informed() {
        return noticeIssued().serve(by(HANDLING, DAY), delivered(DAY));
    }

    static CaseFile.HearingAsked hearingAsked() {
        return informed().askHearing(by(HANDLING, DAY), DAY);
    }

    static CaseFile.HearingAsked hearingCalled(LocalDate on) {
        return hearingAsked().put(by(HEAD, DAY), new Paper.HearingCalled(
                new DocumentNumber("杭西市监听通〔2026〕1号"), on.atTime(1, 0).toInstant(ZoneOffset.UTC), on, "听证室",
                REVIEWER.person(), REVIEWER.name(), "", ""));
    }

    static CaseFile.HearingAsked hearingServed(LocalDate on) {
        return hearingCalled(on).put(by(HANDLING, DAY), new Paper.HearingCallServed(delivered(DAY)));
    }

    static CaseFile.HearingAsked hearingHeld() {
        return hearingServed(DAY).put(by(REVIEWER, DAY), new Paper.HearingHeld(DAY, "赵某某", new byte[0], "质证", true, ""));
    }

    static CaseFile.Heard heard() {
        return hearingHeld().hear(by(REVIEWER, DAY), new Paper.Heard(DAY, "听证报告"));
    }

    static CaseFile.Decided decided() {
        return informed().decide(by(HEAD, DAY), new Paper.Decided(
                new DocumentNumber("杭西市监罚〔2026〕1号"), Paper.Result.PENALTY, PENALTY, ""));
    }

    static CaseFile.Terminated terminated() {
        return ((CaseFile.Investigating) investigating().put(
                        by(HANDLING, DAY), new Paper.TerminationProposed(Paper.Termination.ENTITY_ENDED, "已注销")))
                .terminate(by(HEAD, DAY), "");
    }

    static CaseFile.HandedOver handedOver() {
        return investigating().handOver(by(HEAD, DAY), new Paper.HandedOver(
                new DocumentNumber("杭西市监移〔2026〕1号"), OTHER_SIDE, Paper.Handover.NOT_OURS, "不属于本局管辖"));
    }

    static Paper.VenueDisputed disputed() {
        return new Paper.VenueDisputed(OTHER_SIDE, ABOVE_BOTH, DAY, Optional.of(DAY), "双方都认为有管辖权");
    }

    static Paper.VenueConsulted consulted(Paper.Consultation outcome) {
        return new Paper.VenueConsulted(DAY, "双方办案人员", "交换意见", outcome);
    }

    static Paper.DesignationProposed designationProposed(Paper.Designation kind) {
        return new Paper.DesignationProposed(kind, Optional.of(OTHER_SIDE), ABOVE_BOTH, "协商不成");
    }

    static Paper.DesignationAsked designationAsked() {
        return new Paper.DesignationAsked(new DocumentNumber("杭西市监请〔2026〕1号"), ABOVE_BOTH);
    }

    static Paper.Designated designated(Office to) {
        return new Paper.Designated(new DocumentNumber("杭市监指管〔2026〕1号"), to, ABOVE_BOTH.name(), "最先立案");
    }

    /** The same file, transferred from another department. */
    static CaseFile transferred(CaseFile file) {
        return from(Docket.Source.TRANSFER, file);
    }

    static CaseFile.Served served() {
        return decided().serve(by(HANDLING, DAY), delivered(DAY));
    }

    static CaseFile.Executing executing(long yuan) {
        return served().pay(by(HANDLING, DAY), new Paper.Paid(Money.ofYuan(yuan), DAY, "1"));
    }

    static CaseFile.Closing closing() {
        return executing(81_000).proposeClosing(by(HANDLING, DAY), "执行完毕");
    }

    static CaseFile in(Stage stage) {
        return switch (stage) {
            case PROPOSED -> proposed();
            case REFUSED -> proposed().refuse(by(HEAD, DAY), "MINOR", "轻微");
            case FILED -> filed();
            case INVESTIGATING -> investigating();
            case UNDER_REVIEW -> underReview();
            case REVIEWED -> reviewed();
            case NOTICE_ISSUED -> noticeIssued();
            case INFORMED -> informed();
            case HEARING_ASKED -> hearingHeld();
            case HEARD -> heard();
            case TERMINATED -> terminated();
            case HANDED_OVER -> handedOver();
            case DECIDED -> decided();
            case SERVED -> served();
            case EXECUTING -> executing(1);
            case CLOSING -> closing();
            case CLOSED -> closing().close(by(HEAD, DAY), "");
        };
    }

    static Paper.Review consent(String opinion) {
        return new Paper.Review(Paper.ReviewKind.LEGAL, Paper.Advice.CONSENT, List.of(), opinion);
    }
}
