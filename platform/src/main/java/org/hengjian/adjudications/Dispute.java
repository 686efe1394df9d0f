package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.List;

/**
 * What is asked (请求): by whom, against whom, on which patent, for what.
 *
 * @param receivedOn       the day on which the request came in
 * @param respondentRegion GB/T 2260 code of the respondent's place
 * @param actRegion        of the place of the act (侵权行为地)
 * @param claims           the claims relied on (权利要求), or the design as published
 * @param orders           请求事项
 * @param evidence         the list of evidence, one line each
 * @param beforeCourt      whether one of them has sued over the same dispute already
 * @param willing          whether the requester is willing to be mediated
 */
public record Dispute(
        LocalDate receivedOn,
        PatentNumber patent,
        String patentTitle,
        Standing standing,
        Party requester,
        Party respondent,
        int respondentRegion,
        int actRegion,
        String claims,
        String act,
        String facts,
        String orders,
        List<String> evidence,
        boolean beforeCourt,
        boolean willing) {

    /** 专利权人或者利害关系人. */
    public enum Standing {
        /** 专利权人. */
        PATENTEE,
        /** 独占实施许可的被许可人. */
        EXCLUSIVE_LICENSEE,
        /** 经授权或者专利权人不请求的其他被许可人. */
        LICENSEE,
        /** 合法继承人. */
        HEIR
    }

    public Dispute {
        evidence = List.copyOf(evidence);
    }

    /** As the matter is called. */
    public String title() {
        return requester.name() + "与" + respondent.name() + "“" + patentTitle + "”专利侵权纠纷";
    }

    Party party(Party.Side side) {
        return side == Party.Side.REQUESTER ? requester : respondent;
    }
}
