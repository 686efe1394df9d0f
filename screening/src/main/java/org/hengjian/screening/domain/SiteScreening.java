package org.hengjian.screening.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Verdict;

/**
 * Screens a site (网站初筛): its domain against the protected names, its words as an offer's, its filing number, and the
 * names in its title against the owner of the domain. Immutable, for any number of threads.
 *
 * <pre>{@code
 * var sites = SiteScreening.of(Screening.shipped(), List.of("nike.com"));
 * sites.screen(new SitePage("n1ke-outlet.top", "Nike 官方商城", "全场高仿 一折起", ""));
 * }</pre>
 */
public final class SiteScreening {

    /** A site that shows a name of ours as its own has it in the first words of the title. */
    private static final int TITLE_MAX = 200;

    private final Screening screening;
    private final LookAlikeDomains domains;

    private SiteScreening(Screening screening, LookAlikeDomains domains) {
        this.screening = screening;
        this.domains = domains;
    }

    /** @param officialDomains those of the right holders, which imitate nobody */
    public static SiteScreening of(Screening screening, Iterable<String> officialDomains) {
        var names = new ArrayList<String>();
        screening.rights().forEach(right -> {
            if (!right.generic()) {
                names.addAll(right.latin());
            }
        });
        return new SiteScreening(screening, new LookAlikeDomains(names, officialDomains));
    }

    /** What speaks against the site, in the order domain, title, text; empty when nothing does. */
    public List<Finding> screen(SitePage page) {
        var findings = new ArrayList<Finding>();
        if (domains.isOfficial(page.domain())) {
            return List.of();
        }
        domain(page).ifPresent(findings::add);
        String title =
                page.title().substring(0, Math.min(TITLE_MAX, page.title().length()));
        Verdict verdict = screening.screen(Listing.of(page.domain(), title).withDescription(page.text()));
        verdict.right()
                .filter(right -> !owns(page.owner(), right))
                .flatMap(right -> named(title, right, verdict))
                .ifPresent(findings::add);
        verdict.findings().stream()
                .filter(finding -> finding.kind() != Kind.NONE)
                .forEach(findings::add);
        filing(page.text()).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private Optional<Finding> domain(SitePage page) {
        return domains.match(page.domain())
                .map(match -> new Finding(
                        Kind.LOOK_ALIKE_DOMAIN,
                        "url",
                        0,
                        page.domain().length(),
                        page.domain(),
                        match.name(),
                        List.of(match.way().code()),
                        "",
                        0,
                        "域名“" + page.domain() + "”近似“" + match.name() + "”：" + match.way().zh(),
                        "the domain “" + page.domain() + "” looks like “" + match.name() + "”: " + match.way().en()));
    }

    /** The name in the title, when the page shows it as its own and the domain's owner is somebody else. */
    private static Optional<Finding> named(String title, Right right, Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding ->
                        finding.field().equals("title") && finding.rightId().equals(right.id()))
                .filter(finding -> finding.kind() == Kind.NONE)
                .findFirst()
                .map(finding -> new Finding(
                        Kind.UNAUTHORISED_USE,
                        "title",
                        finding.start(),
                        finding.end(),
                        title.substring(finding.start(), finding.end()),
                        finding.matched(),
                        List.of(),
                        right.id(),
                        0,
                        "网页标题写有“" + finding.matched() + "”，域名所有者不是权利人",
                        "the title names “" + finding.matched() + "”, the domain is not the right holder's"));
    }

    /** An unknown owner is not the right holder's until shown; a holder that we do not know proves nothing. */
    private static boolean owns(String owner, Right right) {
        return !owner.isBlank()
                && (owner.strip().equals(right.holder().strip())
                        || owner.contains(right.name())
                        || right.holder().isBlank() && right.latin().stream().anyMatch(owner::contains)
                        || right.authorised().contains(owner.strip()));
    }

    private static Optional<Finding> filing(String text) {
        if (FilingNumber.in(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(FilingNumber.mention(text)
                .map(place -> new Finding(
                        Kind.SITE_NO_FILING,
                        "description",
                        place[0],
                        place[1],
                        text.substring(place[0], place[1]),
                        "",
                        List.of(),
                        "",
                        0,
                        "备案号不合格式",
                        "the filing number is not of the right form"))
                .orElseGet(() -> new Finding(
                        Kind.SITE_NO_FILING,
                        "description",
                        0,
                        0,
                        "",
                        "",
                        List.of(),
                        "",
                        0,
                        "网页上没有备案号",
                        "the page shows no filing number")));
    }
}
