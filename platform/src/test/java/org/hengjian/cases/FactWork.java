package org.hengjian.cases;

import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** Cases with facts that the thresholds weigh, for tests of other rooms. */
@Component
public class FactWork {

    private final CaseWork work;
    private final Cases cases;
    private final CaseFacts facts;
    private final Persons persons;

    FactWork(CaseWork work, Cases cases, CaseFacts facts, Persons persons) {
        this.work = work;
        this.cases = cases;
        this.facts = facts;
        this.persons = persons;
    }

    /** A case under investigation of which no facts are established. */
    public long investigatingId() {
        return work.investigating().docket().id();
    }

    /** A case under investigation with sales of so much under article 214. */
    public long investigatingWithSales(String yuan) {
        return establish(work.investigating(), yuan);
    }

    /** A case with sales of so much that has ended in a penalty. */
    public long penalisedWithSales(String yuan) {
        long id = investigatingWithSales(yuan);
        var finished = work.step(CaseWork.OFFICER, file(id), (room, step) -> room.finish(
                step, "销售侵犯注册商标专用权的连帽卫衣。", "建议罚款。", CaseWork.PENALTY));
        var reviewed = work.step(CaseWork.REVIEWER, finished, (room, step) -> room.review(step, true, "同意。"));
        var issued = work.step(CaseWork.HEAD, reviewed, (room, step) -> room.inform(step, true));
        var served = work.step(CaseWork.OFFICER, issued, (room, step) ->
                room.serveNotice(step, Paper.Way.DIRECT, work.today(), "赵小禾", ""));
        var waived = work.step(CaseWork.OFFICER, served, (room, step) ->
                room.defend(step, new Paper.Defence(true, work.today(), "书面放弃", "")));
        work.step(CaseWork.HEAD, waived, (room, step) ->
                room.decide(step, Paper.Result.PENALTY, CaseWork.PENALTY, "情节一般。"));
        return id;
    }

    /** Other sales are found in the case. */
    public long establishAnew(long id, String yuan) {
        return establish(file(id), yuan);
    }

    private CaseFile file(long id) {
        return persons.as(CaseWork.OFFICER, () -> cases.find(id)).orElseThrow();
    }

    private long establish(CaseFile file, String yuan) {
        var found = WeighingFactsTest.found(
                "role=SELLER;object=GOODS;kinds=1;sales=%s;illegalGain=0;unsoldValue=0".formatted(yuan), "none");
        return CaseWork.done(persons.as(CaseWork.OFFICER, () ->
                        facts.establish(new Step(file.docket().id(), file.docket().version()), found)))
                .docket()
                .id();
    }
}
