package org.hengjian.tracing.values;

import java.util.Set;

/** The host of a web address (网址), lower case, without scheme, {@code www.}, port and path. */
public final class WebAddress {

    private static final Set<String> PUBLIC_SECOND = Set.of("com", "net", "org", "gov", "edu", "ac", "co");

    private WebAddress() {}

    /** Empty if there is no host in it. */
    public static String host(String typed) {
        String text = Folding.fold(typed).replaceAll("^[a-z]+://", "").replaceAll("[/?#].*$", "");
        text = text.replaceAll(":\\d+$", "").replaceAll("^(?:www|m|wap)\\.", "").replaceAll("\\.$", "");
        return text.contains(".") && !text.contains(" ") ? text : "";
    }

    /** Host with path, for addresses of shops on a platform, where the host says only the platform. */
    public static String page(String typed) {
        String text = Folding.fold(typed).replaceAll("^[a-z]+://", "").replaceAll("^(?:www|m|wap)\\.", "");
        return text.contains(".") ? text.replaceAll("[/#]+$", "") : "";
    }

    /** The name that someone registered: {@code a.shop.com.cn} → {@code shop.com.cn}. */
    public static String registered(String host) {
        String[] labels = host.split("\\.");
        int from = labels.length >= 3 && PUBLIC_SECOND.contains(labels[labels.length - 2]) ? 3 : 2;
        if (labels.length <= from) {
            return host;
        }
        var name = new StringBuilder(labels[labels.length - from]);
        for (int i = labels.length - from + 1; i < labels.length; i++) {
            name.append('.').append(labels[i]);
        }
        return name.toString();
    }
}
