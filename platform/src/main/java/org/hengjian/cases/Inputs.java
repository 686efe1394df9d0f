package org.hengjian.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;
import org.hengjian.shell.TypedForm;

/** A form of a case: amounts too, and errors that name the line of a text. */
final class Inputs extends TypedForm {

    Inputs(Map<String, List<String>> typed, LocalDate today) {
        super(typed, today, "cases.error.");
    }

    /** What is wrong with a field. @param argument of the message, such as the line; may be empty */
    record Fault(String key, String argument) {}

    /** By field, in the order of reading. */
    Map<String, Fault> faults() {
        var faults = new LinkedHashMap<String, Fault>();
        errors().forEach((field, key) -> faults.put(field, new Fault(key, argument(field))));
        return faults;
    }

    /** @param line of the text typed, from 1 */
    void bad(String field, String error, int line) {
        bad(field, error, Integer.toString(line));
    }

    /** One of the words offered; the first one, with an error, when it is none of them. */
    String choice(String field, String... options) {
        if (List.of(options).contains(raw(field))) {
            return raw(field);
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return options[0];
    }

    /** The place of a paper on file that was chosen; 0, with an error, when it is none. */
    int paper(String field) {
        if (raw(field).matches("\\d{1,6}")) {
            return Integer.parseInt(raw(field));
        }
        bad(field, raw(field).isEmpty() ? "empty" : "choice");
        return 0;
    }

    /** An amount in yuan; nothing typed is nothing. */
    Money money(String field) {
        return optionalMoney(field).orElse(Money.ZERO);
    }

    Optional<Money> optionalMoney(String field) {
        if (raw(field).isEmpty()) {
            return Optional.empty();
        }
        var amount = Amounts.read(raw(field));
        if (amount.isEmpty()) {
            bad(field, "money");
        }
        return amount;
    }
}
