package org.hengjian.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.parties.Shops;
import org.hengjian.parties.Subjects;
import org.hengjian.rights.Registration.Facts;
import org.hengjian.tables.RuleTable;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings in rights and their sellers from files, and the names that the product ships; changes nothing that is there. */
@Component
public class RightsFounding {

    private final Rights rights;
    private final Shops shops;
    private final Subjects subjects;
    private final Agencies agencies;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RightsFounding(
            Rights rights,
            Shops shops,
            Subjects subjects,
            Agencies agencies,
            Viewers viewers,
            TransactionTemplate transaction,
            Clock clock) {
        this.rights = rights;
        this.shops = shops;
        this.subjects = subjects;
        this.agencies = agencies;
        this.viewers = viewers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param rightFile  {@code kind,number,name,latin,aliases,nicknames,classes,goods,holder,holder_code,holder_agency,
     *                   agent,status,valid_from,valid_to,details,category}, several values separated by {@code |}
     * @param sellerFile {@code kind,number,platform,account,shop,credit_code,from,to,ground}: a shop or a firm
     * @param source     what is written as source of the facts
     */
    public void bringIn(Resource rightFile, Resource sellerFile, String source) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            RuleTable.of(rightFile::getInputStream).forEach(row -> right(row, source));
            RuleTable.of(sellerFile::getInputStream).forEach(this::seller);
        }));
    }

    /** Every well-known name that the product ships and the register has not. */
    public int bringInShipped() {
        return viewers.as(
                Viewer.machine(),
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> rights.bringInShipped())));
    }

    private void right(CSVRecord row, String source) {
        rights.register(
                new Facts(
                        Kind.of(row.get("kind"), details(row.get("details"))),
                        row.get("number"),
                        row.get("name"),
                        several(row.get("latin")),
                        several(row.get("aliases")),
                        several(row.get("nicknames")),
                        List.of(),
                        several(row.get("classes")).stream()
                                .map(Integer::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        row.get("goods").replace('|', '；'),
                        row.get("holder"),
                        row.get("holder_code"),
                        agencies.byCode(row.get("holder_agency"), LocalDate.now(clock))
                                .map(Agencies.Agency::id)
                                .orElse(null),
                        row.get("agent"),
                        Registration.Status.valueOf(row.get("status")),
                        day(row.get("valid_from")),
                        day(row.get("valid_to")),
                        row.get("category"),
                        false,
                        List.of(),
                        source),
                "");
    }

    private void seller(CSVRecord row) {
        var right = rights.find(row.get("kind").toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ":"
                + row.get("number"));
        var subject = UnifiedSocialCreditCode.read(row.get("credit_code")).flatMap(subjects::byCode);
        var shop = subject.isPresent()
                ? java.util.Optional.<org.hengjian.parties.Shop>empty()
                : shops.find(row.get("platform"), row.get("account"), row.get("shop"));
        if (right.isPresent() && (subject.isPresent() || shop.isPresent())) {
            rights.authorise(
                    right.get().id(),
                    shop.orElse(null),
                    subject.orElse(null),
                    LocalDate.parse(row.get("from")),
                    day(row.get("to")),
                    row.get("ground"));
        }
    }

    private static Map<String, String> details(String text) {
        return Arrays.stream(text.split(";"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<String> several(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
