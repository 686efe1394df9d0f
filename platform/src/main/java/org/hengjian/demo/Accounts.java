package org.hengjian.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
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
        try (var in = new InputStreamReader(
                        new ClassPathResource("seed/demo/people.csv").getInputStream(), StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return rows.getRecords().stream()
                    .map(row -> new Account(
                            row.get("sign_in"),
                            row.get("name"),
                            row.get("agency"),
                            List.of(row.get("roles").split("\\|")),
                            PASSWORD))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
