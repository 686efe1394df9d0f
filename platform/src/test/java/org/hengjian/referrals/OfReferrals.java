package org.hengjian.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.cases.Officer;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.time.PlatformTime;

/** Referrals in each state, and the people of three small offices, for tests without a database. */
final class OfReferrals {

    /** A Monday. */
    static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    static final DocumentNumber NUMBER = new DocumentNumber("杭西公通〔2026〕1号");
    static final Office AGENCY = new Office(10, "青石县市场监管局");
    static final Office POLICE = new Office(20, "青石县公安局");
    static final Office OTHER_POLICE = new Office(21, "白水县公安局");
    static final Office PROCURATORATE = new Office(30, "青石县人民检察院");

    static final Office COURT = new Office(40, "青石县人民法院");

    private OfReferrals() {}

    static Viewer person(String name) {
        return switch (name) {
            case "team" -> viewer(1, "沈知遥", AGENCY, Role.OFFICER);
            case "officer" -> viewer(3, "林晚", AGENCY, Role.OFFICER);
            case "reviewer" -> viewer(4, "顾衡", AGENCY, Role.REVIEWER);
            case "head" -> viewer(5, "江临", AGENCY, Role.HEAD);
            case "heading" -> viewer(2, "陆闻笛", AGENCY, Role.OFFICER, Role.HEAD);
            case "abroad" -> viewer(6, "方晴", new Office(11, "白水县市场监管局"), Role.OFFICER, Role.HEAD);
            case "police" -> viewer(7, "罗锦", POLICE, Role.POLICE);
            case "otherPolice" -> viewer(8, "高远", OTHER_POLICE, Role.POLICE);
            case "prosecutor" -> viewer(9, "何明", PROCURATORATE, Role.PROSECUTOR);
            case "clerk" -> viewer(13, "丁安", COURT, Role.COURT_CLERK);
            case "otherClerk" -> viewer(14, "何岸", new Office(41, "白水县人民法院"), Role.COURT_CLERK);
            case "otherProsecutor" -> viewer(12, "白露", new Office(31, "白水县人民检察院"), Role.PROSECUTOR);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Viewer viewer(long id, String name, Office office, Role... roles) {
        return new Viewer(id, name, office.id(), office.name(), "line", 330_106, Scope.OWN, Set.of(roles));
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PlatformTime.ZONE).toInstant();
    }

    static Signature by(String person, LocalDate day, int hour) {
        var viewer = person(person);
        return new Signature(viewer.person(), viewer.name(), viewer.agency(), viewer.agencyName(), day, at(day, hour));
    }

    /** Taken by that person at ten in the morning of {@link #DAY}. */
    static Signature by(String person) {
        return by(person, DAY, 10);
    }

    static Referral.Proposed proposed() {
        var matter = new Dossier.Matter(
                7, "杭西市监案〔2026〕1号", "云岫禾木服饰有限公司涉嫌侵犯注册商标专用权案", "侵犯注册商标专用权", "销售", "仓前路8号",
                "云岫禾木服饰有限公司", "", "仓前路8号");
        var dossier = new Dossier(
                1, 1, AGENCY, 330_106, "杭西市监移报〔2026〕1号", matter,
                List.of(new Officer(1, "沈知遥", "浙A1"), new Officer(2, "陆闻笛", "浙A2")), List.of());
        return new Referral.Proposed(dossier.with(
                new Paper.Report("214", Paper.Basis.THRESHOLD, "事实", "证据", "意见"), by("team")));
    }

    static Referral.Approved approved() {
        return proposed().approve(by("head"), new Paper.Approved("同意", false));
    }

    static Referral.Sent sent() {
        return approved().send(by("team"), new Paper.Sent(NUMBER, POLICE, PROCURATORATE, "检验报告", "笔录", List.of()));
    }

    static Referral.Received received() {
        return sent().receive(by("police"), new Paper.Received(NUMBER));
    }

    static Referral.Accepted accepted() {
        return received().accept(by("police"), "受案1");
    }

    static Referral.Filed filed() {
        return accepted().file(by("police"), new Paper.Filed(NUMBER, "立案1"));
    }

    static Referral.Declined declined() {
        return accepted().decline(by("police"), new Paper.Declined(NUMBER, "没有犯罪事实"));
    }

    static Referral.ReconsiderationAsked reconsideration() {
        return declined().askReconsideration(by("team"), new Paper.ReconsiderationAsked(NUMBER, "应当立案"));
    }

    static Referral.SupervisionAsked supervised() {
        return declined().askSupervision(by("team"), new Paper.SupervisionAsked(NUMBER, "应当立案"));
    }

    static Referral.ReasonsAsked reasonsAsked() {
        return supervised().askReasons(by("prosecutor"), new Paper.ReasonsAsked(NUMBER, "说明理由"));
    }

    static Referral.ReasonsGiven reasonsGiven() {
        return reasonsAsked().give(by("police"), new Paper.ReasonsGiven(NUMBER, "理由"));
    }

    static Referral investigated(Paper.Investigation result) {
        return filed().conclude(by("police"), new Paper.Investigated(result, DAY, "起诉意见书1", "查明"));
    }

    static Referral.UnderProsecution underProsecution() {
        return (Referral.UnderProsecution) investigated(Paper.Investigation.TO_PROSECUTION);
    }

    static Referral.Prosecuted prosecuted() {
        return underProsecution().prosecute(by("prosecutor"), new Paper.Prosecuted(DAY, "起诉书1", COURT));
    }

    static Referral.NotPunished notProsecuted() {
        return underProsecution().refrain(
                by("prosecutor"), new Paper.NotProsecuted(Paper.NonProsecution.MINOR, DAY, "不起诉决定书1", "情节轻微"));
    }

    static Referral.Reversed reversed() {
        return notProsecuted().reverse(by("prosecutor"), new Paper.Reversed(NUMBER, "应当给予行政处罚"));
    }

    static Referral in(Stage stage) {
        return switch (stage) {
            case PROPOSED -> proposed();
            case NOT_APPROVED -> proposed().reject(by("head"), "证据不足");
            case APPROVED -> approved();
            case SENT -> sent();
            case RECEIVED -> received();
            case ACCEPTED -> accepted();
            case MORE_ASKED -> accepted().askMore(by("police"), new Paper.MoreAsked(NUMBER, "鉴定意见"));
            case RETURNED -> received().giveBack(by("police"), new Paper.Returned(NUMBER, "不属于职责范围"));
            case FILED -> filed();
            case DECLINED -> declined();
            case RECONSIDERATION_ASKED -> reconsideration();
            case UPHELD -> reconsideration().uphold(by("police"), new Paper.Upheld(NUMBER, "维持"));
            case SUPERVISION_ASKED -> supervised();
            case REASONS_ASKED -> reasonsAsked();
            case REASONS_GIVEN -> reasonsGiven();
            case FILING_ORDERED ->
                reasonsGiven().order(by("prosecutor"), new Paper.FilingOrdered(NUMBER, "理由不能成立"));
            case NOT_FILED -> reasonsGiven().end(by("prosecutor"), "理由成立");
            case UNDER_PROSECUTION -> underProsecution();
            case PROSECUTED -> prosecuted();
            case PUNISHED -> judged(Paper.Judgment.PUNISHED);
            case NOT_PUNISHED -> notProsecuted();
            case REVERSED -> reversed();
            case REPLIED -> reversed().reply(by("team"), new Paper.Replied(NUMBER, "已处罚"));
        };
    }

    static Referral judged(Paper.Judgment result) {
        return prosecuted().judge(by("prosecutor"), new Paper.Judged(result, DAY, "青石县人民法院", "刑初1", "主文", "没收，由移送机关销毁"));
    }
}
