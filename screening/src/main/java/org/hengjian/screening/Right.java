package org.hengjian.screening;

import java.util.List;
import java.util.Set;

/**
 * A protected name (权利) as screening needs it: what it is called, on which goods, and who may sell under it.
 * Spellings meant to deceive are derived from these names, never listed.
 *
 * @param id unique in one {@link Screening}, for example {@code ship:adidas}
 * @param name the name shown to people, usually the Chinese one
 * @param latin names in Latin letters
 * @param aliases other names of the same right: translations, short forms
 * @param nicknames what the trade calls it (驴牌, 大勾): a weaker sign than the name
 * @param models product lines and models (Dunk, 990v6): no names to be hidden, but they tell whose goods a claim means
 * @param classes Nice classes of the goods; empty when unknown, which then excludes nothing
 * @param holder right holder; empty when unknown
 * @param authorised names of sellers or shops that may call themselves official
 * @param category category of goods for people, such as {@code 运动鞋服}
 * @param generic the name is also an ordinary word (苹果, 小米): believed only beside its own goods
 * @param prices what genuine goods cost
 * @param source where the facts come from
 */
public record Right(
        String id,
        String name,
        List<String> latin,
        List<String> aliases,
        List<String> nicknames,
        List<String> models,
        Set<Integer> classes,
        String holder,
        List<String> authorised,
        String category,
        boolean generic,
        List<PriceBand> prices,
        String source) {

    /** @throws IllegalArgumentException if id is blank, or there is no name in any script */
    public Right {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a right needs an id");
        }
        latin = List.copyOf(latin);
        aliases = List.copyOf(aliases);
        nicknames = List.copyOf(nicknames);
        models = List.copyOf(models);
        classes = Set.copyOf(classes);
        authorised = List.copyOf(authorised);
        prices = List.copyOf(prices);
        if (name.isBlank() && latin.isEmpty()) {
            throw new IllegalArgumentException("a right needs a name: " + id);
        }
        if (name.isBlank()) {
            name = latin.get(0);
        }
    }

    /** A right of which only the names are known. */
    public static Right of(String id, String name, String... latin) {
        return new Right(
                id, name, List.of(latin), List.of(), List.of(), List.of(), Set.of(), "", List.of(), "", false, List.of(), "");
    }

    public Right withAliases(String... more) {
        return new Right(
                id, name, latin, List.of(more), nicknames, models, classes, holder, authorised, category, generic, prices,
                source);
    }

    public Right withModels(String... more) {
        return new Right(
                id, name, latin, aliases, nicknames, List.of(more), classes, holder, authorised, category, generic, prices,
                source);
    }

    public Right withClasses(Integer... more) {
        return new Right(
                id, name, latin, aliases, nicknames, models, Set.of(more), holder, authorised, category, generic, prices,
                source);
    }

    public Right withHolder(String newHolder) {
        return new Right(
                id, name, latin, aliases, nicknames, models, classes, newHolder, authorised, category, generic, prices,
                source);
    }

    /** Whether the seller is on the list, however the name is written. Nobody is where there is no list. */
    public boolean authorises(String seller) {
        if (seller.isBlank() || authorised.isEmpty()) {
            return false;
        }
        String written = HonestUse.folded(seller);
        return authorised.stream()
                .map(HonestUse::folded)
                .anyMatch(name ->
                        !name.isEmpty() && (written.equals(name) || name.length() >= 4 && written.contains(name)));
    }

    public Right withAuthorised(String... sellers) {
        return new Right(
                id, name, latin, aliases, nicknames, models, classes, holder, List.of(sellers), category, generic, prices,
                source);
    }

    public Right withPrices(PriceBand... bands) {
        return new Right(
                id, name, latin, aliases, nicknames, models, classes, holder, authorised, category, generic, List.of(bands),
                source);
    }

    public Right asGenericWord() {
        return new Right(
                id, name, latin, aliases, nicknames, models, classes, holder, authorised, category, true, prices, source);
    }
}
