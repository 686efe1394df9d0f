package org.hengjian.cases;

import java.util.List;
import java.util.UUID;
import org.hengjian.law.Money;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** A penalty on the spot, by the people of the demonstration. */
@Component
public class SpotWork {

    private final SpotPenalties penalties;
    private final Persons persons;

    SpotWork(SpotPenalties penalties, Persons persons) {
        this.penalties = penalties;
        this.persons = persons;
    }

    /** One that was decided just now, for tests of other rooms. */
    public long decidedId() {
        String token = UUID.randomUUID().toString();
        var request = new SpotPenalty.Request(
                token, new Party(Party.Kind.PERSON, "赵某某", "", "古荡街道虚构路1号"),
                new Party.Personal("赵小禾", "330106199001010011", ""), "没有明码标价，第" + token + "号摊", "古荡街道虚构市场3号摊",
                "《某条例》第十条", "现场照片2张", true, "", SpotPenalty.Sanction.FINE, Money.ofYuan(200), SpotPenalty.Collection.NO,
                "", List.of(persons.viewer(CaseWork.OFFICER).person(), persons.viewer(CaseWork.SECOND).person()));
        return ((SpotPenalty.Outcome.Done) persons.as(CaseWork.OFFICER, () -> penalties.decide(request))).penalty().id();
    }
}
