package org.hengjian.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what a viewer claims, in the form that {@code access.claims()} checks: claims, a dot, HMAC-SHA-256 in hex. */
final class Tickets {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int KEPT = 1_000;

    private final SecretKeySpec key;
    /** One and the same for each transaction of a viewer. */
    private final Map<Viewer, String> kept = new ConcurrentHashMap<>();

    Tickets(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String ticket(Viewer viewer) {
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(viewer, this::signed);
    }

    private String signed(Viewer viewer) {
        String claims = viewer.claims();
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return claims + "."
                    + HexFormat.of().formatHex(mac.doFinal(claims.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
