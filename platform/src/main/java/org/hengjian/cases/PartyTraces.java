package org.hengjian.cases;

import java.util.HexFormat;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands for a person who is the party of a case, for the machine that looks for what hangs together; never shown. */
@Service
public class PartyTraces {

    private final CaseTable table;
    private final Steps steps;
    private final Seal seal;
    private final Viewers viewers;

    PartyTraces(CaseTable table, Steps steps, Seal seal, Viewers viewers) {
        this.table = table;
        this.steps = steps;
        this.seal = seal;
        this.viewers = viewers;
    }

    /**
     * In hex, equal wherever the identity number is and telling nothing of it; empty for a firm, and for a person whose
     * number is not on file.
     *
     * @throws Forbidden for anybody but the machine
     */
    @Transactional(readOnly = true)
    public Optional<String> of(long caseId) {
        if (!viewers.require().isMachine()) {
            throw new Forbidden("cases.party-trace");
        }
        return table.find(caseId)
                .filter(file -> file.docket().party().kind() == Party.Kind.PERSON)
                .map(file -> steps.personal(file).identity().strip())
                .filter(identity -> !identity.isEmpty())
                .map(identity -> HexFormat.of().formatHex(seal.trace(identity)));
    }
}
