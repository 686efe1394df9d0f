package org.hengjian.demo;

import java.util.List;
import org.hengjian.tables.RuleTable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in to the demonstration. Its password is public by design; the profile does not exist in production. */
@RestController
@Profile({"demo", "test"})
class Accounts {

    private static final String PASSWORD = "hengjian-demo-2026";

    record Account(String signIn, String name, String agency, List<String> roles, String password) {}

    String password() {
        return PASSWORD;
    }

    @GetMapping("/api/demo/accounts")
    List<Account> all() {
        return RuleTable.of("seed/demo/people.csv").stream()
                .map(row -> new Account(
                        row.get("sign_in"),
                        row.get("name"),
                        row.get("agency"),
                        List.of(row.get("roles").split("\\|")),
                        PASSWORD))
                .toList();
    }
}
