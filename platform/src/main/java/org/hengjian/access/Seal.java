package org.hengjian.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.hengjian.postgres.DataFolder;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal data at rest (AES-256-GCM, key in the data folder, never in the database). The same text seals to
 * different bytes each time; {@link #trace} gives equal bytes for equal texts, for look-up and joining.
 */
@Component
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecretKeySpec traceKey;
    private final SecureRandom random = new SecureRandom();

    Seal(DataFolder folder) {
        this.key = new SecretKeySpec(derived(folder.secret("personal-data"), "seal"), "AES");
        this.traceKey = new SecretKeySpec(derived(folder.secret("personal-data"), "trace"), "HmacSHA256");
    }

    public byte[] seal(String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if the bytes were changed or sealed with another key */
    public String open(byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            return new String(
                    cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed with another key, or changed since", e);
        }
    }

    /** Equal for equal texts, telling nothing else: keyed HMAC-SHA-256. */
    public byte[] trace(String text) {
        return hmac(traceKey, text);
    }

    private static byte[] derived(String secret, String purpose) {
        return hmac(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"), purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
