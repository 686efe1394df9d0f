package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.time.PlatformTime;

/** Adjudications in each state, and the people of two small offices, for tests without a database. */
final class OfAdjudications {

    /** A Monday. */
    static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    static final DocumentNumber NUMBER = new DocumentNumber("杭市监专受〔2026〕1号");
    static final PatentNumber PATENT = new PatentNumber("ZL202110123456.7");
    static final Panel PANEL = new Panel(
            List.of(new Panel.Member(1, "岑柏"), new Panel.Member(2, "严舒"), new Panel.Member(3, "秦杉")),
            new Panel.Member(4, "裴安"));

    private OfAdjudications() {}

    static Viewer person(String name) {
        return switch (name) {
            case "panel" -> viewer(1, "岑柏", 10, Role.OFFICER);
            case "clerk" -> viewer(4, "裴安", 10, Role.OFFICER);
            case "officer" -> viewer(5, "林晚", 10, Role.OFFICER);
            case "head" -> viewer(6, "陶然", 10, Role.HEAD);
            case "heading" -> viewer(2, "严舒", 10, Role.OFFICER, Role.HEAD);
            case "reviewer" -> viewer(7, "顾衡", 10, Role.REVIEWER);
            case "abroad" -> viewer(8, "方晴", 11, Role.OFFICER, Role.HEAD);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Viewer viewer(long id, String name, long agency, Role... roles) {
        return new Viewer(id, name, agency, "某局", "market", 330_100, Scope.LINE, Set.of(roles));
    }

    static Signature by(String person, LocalDate day) {
        var viewer = person(person);
        return new Signature(viewer.person(), viewer.name(), day, day.atTime(10, 0).atZone(PlatformTime.ZONE).toInstant());
    }

    static Signature by(String person) {
        return by(person, DAY);
    }

    static Dispute dispute(int respondentRegion, int actRegion, boolean beforeCourt) {
        return new Dispute(
                DAY, PATENT, "一种折叠雨伞的伞骨", Dispute.Standing.PATENTEE,
                new Party(Party.Kind.FIRM, "云岫伞业有限公司", "", "青石县"), new Party(Party.Kind.FIRM, "白水雨具厂", "", "白水县"),
                respondentRegion, actRegion, "权利要求1", "制造、销售折叠伞", "落入保护范围", "停止制造、销售", List.of("专利证书"), beforeCourt, true);
    }

    static Adjudication.Requested requested() {
        var dossier = new Dossier(1, 1, 10, "某局", 330_100, dispute(330_106, 330_106, false), List.of());
        return new Adjudication.Requested(dossier.with(new Paper.Request(NUMBER), by("officer")));
    }

    static Adjudication.SupplementAsked supplementAsked() {
        return requested().askSupplement(by("officer"), new Paper.SupplementAsked(NUMBER, "主体证明", DAY.plusDays(7)));
    }

    static Adjudication.Accepted accepted() {
        return requested().accept(by("head"), new Paper.Accepted(NUMBER, PANEL));
    }

    static Paper.Delivery delivery(LocalDate day) {
        return new Paper.Delivery(Paper.Way.DIRECT, day, day, "赵某", "");
    }

    static Adjudication.CopyServed copyServed() {
        return accepted().serve(by("clerk"), new Paper.CopyServed(NUMBER, delivery(DAY)));
    }

    static Adjudication.Examining examining() {
        return copyServed().answer(by("clerk"), new Paper.Answered(DAY, "不落入保护范围", ""));
    }

    static Adjudication.HearingCalled hearingCalled() {
        var on = DAY.plusDays(10);
        return examining().call(by("panel"), new Paper.HearingCalled(
                NUMBER, on.atTime(9, 30).atZone(PlatformTime.ZONE).toInstant(), on, "第一审理室", ""));
    }

    static Adjudication.Examining deliberated() {
        return (Adjudication.Examining) examining().put(
                by("panel"), new Paper.Deliberated(Paper.Conclusion.INFRINGEMENT, 3, "全面覆盖"));
    }

    static Adjudication.Ruled ruled() {
        return deliberated().rule(by("head"), new Paper.Ruled(
                NUMBER, Paper.Conclusion.INFRINGEMENT, "查明", "全面覆盖", "停止制造"));
    }

    static Adjudication.RulingServed rulingServed() {
        var one = (Adjudication.Ruled) ruled().serve(by("clerk"), new Paper.RulingServed(Party.Side.REQUESTER, delivery(DAY)));
        return (Adjudication.RulingServed) one.serve(by("clerk"), new Paper.RulingServed(Party.Side.RESPONDENT, delivery(DAY)));
    }

    static Adjudication.Sued sued() {
        return rulingServed().sue(by("clerk"), new Paper.Sued(Party.Side.RESPONDENT, DAY, "某中院", "行初1"));
    }

    static Adjudication.RulingServed demanded() {
        return (Adjudication.RulingServed) rulingServed().put(by("clerk", DAY.plusDays(16)), new Paper.Demanded(NUMBER, "停止"));
    }

    static Adjudication in(Stage stage) {
        return switch (stage) {
            case REQUESTED -> requested();
            case SUPPLEMENT_ASKED -> supplementAsked();
            case NOT_ACCEPTED ->
                requested().refuse(by("head"), new Paper.NotAccepted(NUMBER, Paper.Refusal.NO_STANDING, "不是专利权人"));
            case ACCEPTED -> accepted();
            case COPY_SERVED -> copyServed();
            case EXAMINING -> examining();
            case HEARING_CALLED -> hearingCalled();
            case SUSPENDED -> suspended();
            case MEDIATED -> examining().agree(by("panel"), new Paper.MediationAgreed(NUMBER, "停止，补偿"));
            case RULED -> ruled();
            case RULING_SERVED -> rulingServed();
            case SUED -> sued();
            case ENFORCEMENT_APPLIED ->
                demanded().apply(by("head"), new Paper.EnforcementApplied(NUMBER, "某法院", "未停止"));
            case CLOSED -> rulingServed().close(by("head"), "已履行");
            case WITHDRAWN -> examining().withdraw(by("head"), new Paper.Withdrawn(NUMBER, false, "和解"));
            case MERGED -> accepted().merge(by("head"), new Paper.Merged(2, "杭市监专受〔2026〕2号", "同一专利"));
        };
    }

    static Adjudication.Suspended suspended() {
        return examining().suspend(
                by("head"), new Paper.Suspended(NUMBER, Paper.SuspensionGround.INVALIDATION, "无效受理1", "已受理"));
    }
}
