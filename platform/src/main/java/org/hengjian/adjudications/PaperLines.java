package org.hengjian.adjudications;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.time.PlatformTime;

/**
 * What the record of events shows of a paper.
 *
 * @param keys messages, in order
 * @param text as the parties and officers wrote it, Chinese
 */
record PaperLines(List<String> keys, String text) {

    PaperLines {
        keys = List.copyOf(keys);
    }

    static PaperLines of(Paper paper) {
        return switch (paper) {
            case Paper.Request one -> text(one.number());
            case Paper.SupplementAsked one -> text(one.number(), one.what(), one.until());
            case Paper.Supplemented one -> text(one.what());
            case Paper.NotAccepted one -> text(one.number(), one.reasons()).and("refusal", one.refusal());
            case Paper.Accepted one -> text(one.number(), names(one.panel()));
            case Paper.CopyServed one -> served(one.delivery());
            case Paper.Answered one -> text(one.on(), one.text(), one.invalidation());
            case Paper.Silent one -> text(one.note());
            case Paper.AnswerForwarded one -> served(one.delivery());
            case Paper.RecusalAsked one -> text(one.name(), one.reasons()).and("side", one.by());
            case Paper.RecusalDecided one -> text(one.number(), one.name(), one.reasons(), names(one.panel()))
                    .key(one.granted() ? "adjudications.granted.YES" : "adjudications.granted.NO");
            case Paper.EvidenceExchanged one -> text(one.on(), one.text());
            case Paper.Investigated one -> text(one.on(), one.place(), one.text());
            case Paper.AppraisalCommissioned one -> text(one.institute(), one.what());
            case Paper.AppraisalReceived one -> text(one.reference(), one.conclusion());
            case Paper.HearingCalled one -> text(one.number(), PlatformTime.minute(one.at()), one.place(), one.closed());
            case Paper.HearingHeld one -> text(one.present(), one.record()).and("attendance", one.attendance());
            case Paper.MediationFailed one -> text(one.text());
            case Paper.MediationAgreed one -> text(one.number(), one.terms());
            case Paper.Suspended one -> text(one.number(), one.reference(), one.reasons()).and("suspensionGround", one.ground());
            case Paper.SuspensionDenied one -> text(one.number(), one.reasons());
            case Paper.Resumed one -> text(one.number(), one.reasons());
            case Paper.Extended one -> text(one.reasons());
            case Paper.Merged one -> text(one.number(), one.reasons());
            case Paper.Withdrawn one -> text(one.number(), one.reasons());
            case Paper.Deliberated one -> text(one.text()).and("conclusion", one.conclusion());
            case Paper.Ruled one -> text(one.number(), one.orders()).and("conclusion", one.conclusion());
            case Paper.RulingServed one -> served(one.delivery()).and("side", one.to());
            case Paper.Sued one -> text(one.on(), one.court(), one.reference()).and("side", one.by());
            case Paper.Judged one -> text(one.on(), one.reference(), one.text()).and("judgment", one.result());
            case Paper.Demanded one -> text(one.number(), one.text());
            case Paper.EnforcementApplied one -> text(one.number(), one.court(), one.text());
            case Paper.Confirmed one -> text(one.on(), one.court(), one.reference());
            case Paper.Closed one -> text(one.text());
        };
    }

    private static PaperLines served(Paper.Delivery delivery) {
        return text(delivery.effective(), delivery.recipient(), delivery.note()).and("way", delivery.way());
    }

    private static PaperLines text(Object... parts) {
        var words = new ArrayList<String>();
        for (var part : parts) {
            String word = part.toString();
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new PaperLines(List.of(), String.join("　", words));
    }

    private PaperLines and(String group, Enum<?> value) {
        return key("adjudications." + group + "." + value.name());
    }

    private PaperLines key(String key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return new PaperLines(more, text);
    }

    private static String names(Panel panel) {
        return "合议组：" + String.join("、", panel.members().stream().map(Panel.Member::name).toList()) + "；书记员："
                + panel.clerk().name();
    }
}
