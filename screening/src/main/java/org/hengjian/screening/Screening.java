package org.hengjian.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Screens offers (初筛) against rights and claims. An immutable snapshot: safe for any number of threads, swapped as a
 * whole; {@link #with} returns a new one and leaves this one as it was.
 *
 * <pre>{@code
 * var screening = Screening.shipped().with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25));
 * Verdict verdict = screening.screen(Listing.of("1", "衡溪A货 代购级"));
 * }</pre>
 */
public final class Screening {

    private final Map<String, Right> rights;
    private final List<Claim> claims;

    private Screening(Map<String, Right> rights, List<Claim> claims) {
        this.rights = rights;
        this.claims = claims;
    }

    /** @throws IllegalArgumentException if two rights have the same id */
    public static Screening of(Collection<Right> rights, Collection<Claim> claims) {
        var byId = new LinkedHashMap<String, Right>();
        for (Right right : rights) {
            if (byId.put(right.id(), right) != null) {
                throw new IllegalArgumentException("two rights with the id " + right.id());
            }
        }
        return new Screening(byId, List.copyOf(claims));
    }

    /** The names and claims that the product ships. */
    public static Screening shipped() {
        return of(ShippedRights.all(), ShippedClaims.all());
    }

    /** This snapshot and one right more; a right of the same id is replaced. */
    public Screening with(Right right) {
        return with(List.of(right));
    }

    /** This snapshot and more rights; those of the same id are replaced. */
    public Screening with(Collection<Right> more) {
        var byId = new LinkedHashMap<>(rights);
        more.forEach(right -> byId.put(right.id(), right));
        return new Screening(byId, claims);
    }

    /** This snapshot without one right. */
    public Screening without(String rightId) {
        var byId = new LinkedHashMap<>(rights);
        byId.remove(rightId);
        return new Screening(byId, claims);
    }

    public Collection<Right> rights() {
        return java.util.Collections.unmodifiableCollection(rights.values());
    }

    public List<Claim> claims() {
        return claims;
    }

    public Optional<Right> right(String id) {
        return Optional.ofNullable(rights.get(id));
    }

    /** Never throws for any text; takes time linear in its length. */
    public Verdict screen(Listing listing) {
        String title = fold(listing.title());
        var findings = new ArrayList<Finding>();
        var named = new ArrayList<Right>();
        for (Claim claim : claims) {
            int at = title.indexOf(fold(claim.text()));
            if (at >= 0) {
                int end = at + claim.text().length();
                findings.add(new Finding(claim.kind(), "title", at, end, listing.title().substring(at, end),
                        claim.text(), List.of(), "", claim.weight(), "声称用语“" + claim.text() + "”",
                        "the words “" + claim.text() + "”"));
            }
        }
        double score = 1 - 1 / (1 + Math.exp(findings.stream().mapToDouble(Finding::weight).sum() - 2));
        for (Right right : rights.values()) {
            var names = new ArrayList<String>();
            names.add(right.name());
            names.addAll(right.latin());
            names.addAll(right.aliases());
            if (names.stream().anyMatch(name -> title.contains(fold(name)))) {
                named.add(right);
            }
        }
        Standing standing = score >= 0.7 ? Standing.SUSPECT : score >= 0.4 ? Standing.REVIEW : Standing.CLEAR;
        Kind kind = standing == Standing.CLEAR
                ? Kind.NONE
                : findings.stream().max(Comparator.comparingDouble(Finding::weight)).orElseThrow().kind();
        return new Verdict(standing, score, named.stream().findFirst(), kind, findings,
                findings.stream().map(f -> new Contribution("claim", f.weight(), f.zh(), f.en())).toList(),
                List.of());
    }

    // One character for one character, so that offsets stay those of the text.
    private static String fold(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String folded = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFKC);
            out.append(folded.length() == 1 ? folded.toLowerCase(Locale.ROOT) : text.substring(i, i + 1));
        }
        return out.toString();
    }
}
