package org.hengjian.screening.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.screening.Right;

/**
 * Watches domains for a register of rights (域名监测): which right a new domain imitates, and which domains to watch for a
 * right. Immutable, for any number of threads.
 *
 * <pre>{@code
 * var watch = DomainWatch.of(Screening.shipped().rights(), OfficialDomains.all());
 * watch.match("n1ke-outlet.top"); // imitates Nike, combined with a word
 * }</pre>
 */
public final class DomainWatch {

    /** A domain that imitates a right's name. */
    public record Imitation(String domain, String name, Right right, LookAlikeDomains.Way way) {

        public String zh() {
            return "域名“" + domain + "”近似“" + name + "”：" + way.zh();
        }

        public String en() {
            return "the domain “" + domain + "” looks like “" + name + "”: " + way.en();
        }
    }

    private static final int SHORTEST = 4;

    private final LookAlikeDomains domains;
    private final Map<String, Right> byName;

    private DomainWatch(LookAlikeDomains domains, Map<String, Right> byName) {
        this.domains = domains;
        this.byName = byName;
    }

    /** Names that are ordinary words too are not watched: half the internet would imitate them. */
    public static DomainWatch of(Collection<Right> rights, Iterable<String> officialDomains) {
        var byName = new HashMap<String, Right>();
        var names = new ArrayList<String>();
        for (Right right : rights) {
            if (!right.generic()) {
                for (String latin : right.latin()) {
                    if (byName.putIfAbsent(latin, right) == null) {
                        names.add(latin);
                    }
                }
            }
        }
        return new DomainWatch(new LookAlikeDomains(names, officialDomains), byName);
    }

    public Optional<Imitation> match(String domain) {
        return domains.match(domain)
                .flatMap(match -> Optional.ofNullable(byName.get(match.name()))
                        .map(right -> new Imitation(domain, match.name(), right, match.way())));
    }

    /**
     * Domains that somebody might register to be taken for the name, without those that are official; none for a name of
     * fewer than four letters, which half of all short domains resemble.
     */
    public List<String> variants(String name) {
        if (name.chars().filter(Character::isLetterOrDigit).count() < SHORTEST) {
            return List.of();
        }
        return domains.variants(name).stream()
                .filter(domain -> !domains.isOfficial(domain))
                .toList();
    }
}
