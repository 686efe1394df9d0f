package org.hengjian.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what a viewer claims, in the form that {@code access.claims()} checks: claims, a dot, HMAC-SHA-256 in hex. */
final class Tickets {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Tickets(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String ticket(Viewer viewer) {
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
