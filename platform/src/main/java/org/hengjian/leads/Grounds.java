package org.hengjian.leads;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Grounds for not filing (不予立案的理由); data in {@code leads/grounds.csv}. */
@Component
class Grounds {

    private final List<Ground> all = Routing.read("leads/grounds.csv").stream()
            .map(row -> new Ground(row.get("code"), row.get("zh"), row.get("en")))
            .toList();

    record Ground(String code, String zh, String en) {

        public String text(String language) {
            return language.equals("en") ? en : zh;
        }
    }

    List<Ground> all() {
        return all;
    }

    Optional<Ground> find(String code) {
        return all.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }
}
