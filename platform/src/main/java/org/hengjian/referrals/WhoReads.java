package org.hengjian.referrals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.cases.CaseReaders;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Opens a referred case to the police office that has it and to the procuratorate, and closes it again when it went to
 * the wrong office or was no matter for the police. What was sent to somebody stays theirs to read: letters, documents,
 * the referral itself.
 */
@Component
class WhoReads {

    private final ReferralTable table;
    private final CaseReaders readers;

    WhoReads(ReferralTable table, CaseReaders readers) {
        this.table = table;
        this.readers = readers;
    }

    @ApplicationModuleListener
    void on(ReferralMoved event) {
        table.lockCase(event.caseId());
        readers.are(
                event.caseId(),
                table.ofCase(event.caseId()).stream()
                        .filter(referral -> referral.stage() != Stage.RETURNED)
                        .map(Referral::dossier)
                        .flatMap(dossier -> Stream.concat(dossier.police().stream(), dossier.procuratorate().stream()))
                        .map(Office::id)
                        .collect(Collectors.toSet()));
    }
}
