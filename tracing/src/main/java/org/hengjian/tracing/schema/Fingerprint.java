package org.hengjian.tracing.schema;

/** 64 bits that stand for a text in tables. Two texts share them by chance once in 10¹⁹ pairs. The same on every machine. */
public final class Fingerprint {

    private Fingerprint() {}

    /** @param salt keeps apart equal texts that mean different things, such as a phone and an account */
    public static long of(long salt, String text) {
        long hash = mix(salt + 0x9E3779B97F4A7C15L);
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        return mix(hash);
    }

    /** Finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input moves every bit of the output. */
    public static long mix(long bits) {
        long hash = bits;
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }
}
