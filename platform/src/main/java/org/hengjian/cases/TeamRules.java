package org.hengjian.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.hengjian.access.Viewer;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Component;

/** Who may handle a case 办案人员, and who must keep out of it 回避. */
@Component
class TeamRules {

    private static final int OFFICERS_AT_LEAST = 2;

    private final Provisions provisions = Provisions.of("cases");

    /** What stands against asking that this person keep out. @param known whether they are of the agency */
    List<Ground> againstAskingRecusal(CaseFile file, long person, boolean known) {
        if (!known) {
            return List.of(provisions.ground("NOT_ON_THE_CASE"));
        }
        return Recusal.of(file.docket()).stream().anyMatch(one -> one.isOpen() && one.asked().person() == person)
                || Recusal.isRecused(file.docket(), person)
                ? List.of(provisions.ground("RECUSAL_ASKED"))
                : List.of();
    }

    /** What stands against this person's deciding on the recusal of another, or at this level. */
    List<Ground> againstDecidingRecusal(long subject, boolean subjectIsHead, Paper.RecusalLevel level, long decider) {
        var grounds = new ArrayList<Ground>();
        if (subject == decider) {
            grounds.add(provisions.ground("RECUSAL_OWN"));
        }
        if (subjectIsHead && level == Paper.RecusalLevel.HEAD) {
            grounds.add(provisions.ground("RECUSAL_OF_HEAD"));
        }
        return grounds;
    }

    /** What stands against these officers' handling the case from now on. @param leaving who is recused; 0 for nobody */
    List<Ground> againstTeam(List<Officer> officers, Set<Long> ofTheAgency, Docket docket, long leaving) {
        var grounds = new ArrayList<>(againstOfficers(officers, ofTheAgency));
        officers.stream()
                .filter(one -> one.id() == leaving || Recusal.isRecused(docket, one.id()))
                .forEach(one -> grounds.add(provisions.ground("RECUSED_HANDLES", one.name())));
        officers.stream()
                .filter(one -> docket.isJudgedBy(one.id()))
                .forEach(one -> grounds.add(provisions.ground("TEAM_JUDGED", one.name())));
        return grounds;
    }

    /** What stands against filing with these officers. */
    List<Ground> againstOfficers(List<Officer> officers, Set<Long> ofTheAgency, Viewer proposer) {
        var grounds = new ArrayList<>(againstOfficers(officers, ofTheAgency));
        if (!proposer.has(Verb.RECORD.role())) {
            grounds.add(provisions.ground("ROLE." + Verb.RECORD.role().name()));
        }
        return grounds;
    }

    private List<Ground> againstOfficers(List<Officer> officers, Set<Long> ofTheAgency) {
        var codes = new LinkedHashMap<String, Object[]>();
        if (officers.stream().map(Officer::id).distinct().count() < OFFICERS_AT_LEAST) {
            codes.put("TOO_FEW_OFFICERS", new Object[] {});
        }
        for (var officer : officers) {
            if (!ofTheAgency.contains(officer.id())) {
                codes.put("OFFICER_ELSEWHERE", new Object[] {officer.name()});
            } else if (officer.licence().isEmpty()) {
                codes.put("NO_LICENCE", new Object[] {officer.name()});
            }
        }
        var grounds = new ArrayList<Ground>();
        codes.forEach((code, arguments) -> grounds.add(provisions.ground(code, arguments)));
        return grounds;
    }
}
