package org.hengjian.networks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.PhoneNumber;

/** Phones and messenger accounts (联系方式) that an offer tells its buyers, against the platform's rules as a rule. */
record Contacts(List<String> phones, List<String> accounts) {

    static final Contacts NONE = new Contacts(List.of(), List.of());

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d(?:[ -]?\\d){8}(?!\\d)");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?i)(?:微信|薇信|威信|微|薇|v信|wechat|weixin|vx|wx|加v|qq|扣扣)\\s*(?:号|群)?\\s*[:：]?\\s*([a-z][-_a-z0-9]{5,19}|[1-9]\\d{5,11})");
    private static final int MOST = 8; // more in one text are no contacts

    /** What other rooms wrote before was meant for people's eyes; here it is read once more. */
    static Contacts in(String text) {
        String folded = Folding.fold(text);
        var phones = MOBILE.matcher(folded).results()
                .flatMap(found -> PhoneNumber.all(found.group()).stream())
                .distinct()
                .limit(MOST)
                .toList();
        var accounts = ACCOUNT.matcher(folded).results()
                .map(found -> found.group(1))
                .filter(account -> !phones.contains(account))
                .distinct()
                .limit(MOST)
                .toList();
        return new Contacts(phones, accounts);
    }

    Contacts and(Contacts other) {
        return new Contacts(
                Stream.concat(phones.stream(), other.phones.stream()).distinct().sorted().limit(MOST).toList(),
                Stream.concat(accounts.stream(), other.accounts.stream()).distinct().sorted().limit(MOST).toList());
    }

    /** A phone shown: 137****5670. An account shown: its first three characters. */
    static String masked(String contact) {
        return contact.length() >= 11 && contact.chars().allMatch(Character::isDigit)
                ? contact.substring(0, 3) + "****" + contact.substring(contact.length() - 4)
                : contact.substring(0, Math.min(3, contact.length())) + "***";
    }

    /** A text for others' eyes, the contacts in it masked. */
    static String hidden(String text) {
        String shown = MOBILE.matcher(text).replaceAll(found -> masked(found.group().replaceAll("\\D", "")));
        return ACCOUNT.matcher(shown).replaceAll(found ->
                java.util.regex.Matcher.quoteReplacement(found.group().replace(found.group(1), masked(found.group(1)))));
    }

    @Override
    public String toString() {
        return phones.size() + " phones, " + accounts.size() + " accounts";
    }
}
