package org.hengjian.screening.domain;

/**
 * A page of a site as it was fetched (网站页面): texts are unchanged, offsets of findings point into them.
 *
 * @param domain the domain asked for, such as {@code nike-outlet.top}
 * @param title of the page; empty when it has none
 * @param text what a visitor reads
 * @param owner registrant or filing subject of the domain; empty when unknown
 */
public record SitePage(String domain, String title, String text, String owner) {

    public SitePage {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("a page has a domain");
        }
    }
}
