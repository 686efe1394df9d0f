package org.hengjian.leads;

import java.net.URI;

/** Where one came from and goes back to. */
final class ListAddress {

    private ListAddress() {}

    /** An address of ours under /leads; anything else becomes the list. */
    static String inside(String address) {
        try {
            URI uri = URI.create(address);
            String path = uri.getRawPath();
            if (path == null || !path.matches("/leads(/[XS]-\\d{4}-\\d+)?")) {
                return "/leads";
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/leads";
        }
    }
}
