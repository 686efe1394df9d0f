package org.hengjian.leads;

import java.util.List;
import java.util.Optional;
import org.hengjian.tables.RuleTable;
import org.springframework.stereotype.Component;

/** Grounds for not filing (不予立案的理由); data in {@code leads/grounds.csv}. */
@Component
class Grounds {

    private final List<Ground> all = RuleTable.of("leads/grounds.csv").stream()
            .map(row -> new Ground(row.get("code"), row.get("zh"), row.get("en"), Says.valueOf(row.get("says"))))
            .toList();

    /** What a ground says of the suspicion: that it was wrong, that it was right all the same, or neither. */
    enum Says {
        AGAINST,
        FOR,
        NOTHING
    }

    record Ground(String code, String zh, String en, Says says) {

        public String text(String language) {
            return language.equals("en") ? en : zh;
        }
    }

    List<Ground> all() {
        return all;
    }

    /** Codes of the grounds that say so. */
    List<String> saying(Says what) {
        return all.stream().filter(ground -> ground.says() == what).map(Ground::code).toList();
    }

    Optional<Ground> find(String code) {
        return all.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }
}
