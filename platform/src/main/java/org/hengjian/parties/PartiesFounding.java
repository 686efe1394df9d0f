package org.hengjian.parties;

import java.time.LocalDate;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.tables.RuleTable;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings in the parties of a file; those that are there already stay as they are. */
@Component
public class PartiesFounding {

    private final Subjects subjects;
    private final Shops shops;
    private final Seal seal;
    private final Viewers viewers;
    private final TransactionTemplate transaction;

    PartiesFounding(Subjects subjects, Shops shops, Seal seal, Viewers viewers, TransactionTemplate transaction) {
        this.subjects = subjects;
        this.shops = shops;
        this.seal = seal;
        this.viewers = viewers;
        this.transaction = transaction;
    }

    /**
     * @param subjectFile {@code name,credit_code,kind,status,region,address,representative}
     * @param shopFile    {@code platform,account,name,url,region,opened_on,credit_code}
     */
    public void bringIn(Resource subjectFile, Resource shopFile) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            RuleTable.of(subjectFile::getInputStream).forEach(this::subject);
            RuleTable.of(shopFile::getInputStream).forEach(this::shop);
        }));
    }

    private void subject(CSVRecord row) {
        var code = new UnifiedSocialCreditCode(row.get("credit_code"));
        if (subjects.byCode(code).isPresent()) {
            return;
        }
        subjects.register(new SubjectTable.Entry(
                row.get("name"),
                code.text(),
                Subject.Kind.valueOf(row.get("kind")),
                Subject.Status.valueOf(row.get("status")),
                Integer.valueOf(row.get("region")),
                row.get("address"),
                seal.seal(row.get("representative")),
                true,
                "seed",
                SearchText.of(row.get("name"), code.text())));
    }

    private void shop(CSVRecord row) {
        String account = row.get("account");
        String name = row.get("name");
        if (shops.find(row.get("platform"), account, name).isPresent()) {
            return;
        }
        Long subject = UnifiedSocialCreditCode.read(row.get("credit_code"))
                .flatMap(subjects::byCode)
                .map(Subject::id)
                .orElse(null);
        shops.register(new ShopTable.Entry(
                row.get("platform"),
                SearchText.sought(row.get("platform")),
                account,
                Shops.handle(account, name),
                name,
                row.get("url"),
                region(row.get("region")),
                LocalDate.parse(row.get("opened_on")),
                subject,
                null,
                SearchText.of(name, account)));
    }

    private static @Nullable Integer region(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
