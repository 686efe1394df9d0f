package org.hengjian.networks;

import java.util.Comparator;
import java.util.List;
import org.hengjian.parties.Shop;
import org.jspecify.annotations.Nullable;

/**
 * Owners, their shops and why each belongs (网络).
 *
 * @param owners those of most shops first, then by key
 * @param shops  nearest to the start first, the start itself at the head
 * @param cut    whether there are more than are shown
 */
public record Network(List<Owner> owners, List<Shop> shops, List<Link> links, boolean cut) {

    /**
     * Who runs shops.
     *
     * @param id 0 for one under seal of another agency
     */
    public record Owner(String key, Kind kind, long id, String name, long shops) {}

    public enum Kind {
        FIRM,
        PERSON,
        /** A person whom another agency keeps: that one is known is all that is told. */
        SEALED
    }

    /** Why two hang together. */
    public enum Ground {
        /** The owner runs the shop, as the register of parties has it. */
        RUNS,
        /** A person decided that the two shops are one. */
        SAME,
        /** The same name on another platform: a proposal, over which a network does not grow. */
        NAME
    }

    /**
     * @param source   key of an owner, or of a shop
     * @param target   key of a shop
     * @param decision by which people joined them, null otherwise
     */
    public record Link(String source, String target, Ground ground, @Nullable Decision decision) {}

    public Network {
        owners = owners.stream()
                .sorted(Comparator.comparingLong(Owner::shops).reversed().thenComparing(Owner::key))
                .toList();
        shops = List.copyOf(shops);
        links = List.copyOf(links);
    }

    static String key(Shop shop) {
        return "shop-" + shop.id();
    }

    public List<Link> linksOf(Shop shop) {
        return links.stream()
                .filter(link -> link.source().equals(key(shop)) || link.target().equals(key(shop)))
                .toList();
    }

    /** What stands at the other end of the link; empty for an owner under seal. */
    public String otherName(Link link, Shop shop) {
        String other = link.source().equals(key(shop)) ? link.target() : link.source();
        return owners.stream()
                .filter(owner -> owner.key().equals(other))
                .map(Owner::name)
                .findFirst()
                .orElseGet(() -> shops.stream()
                        .filter(one -> key(one).equals(other))
                        .map(one -> one.name() + "（" + one.platform() + "）")
                        .findFirst()
                        .orElse(""));
    }
}
