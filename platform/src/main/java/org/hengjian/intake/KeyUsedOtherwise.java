package org.hengjian.intake;

/** The Idempotency-Key was used before, for another file or source. */
final class KeyUsedOtherwise extends RuntimeException {

    KeyUsedOtherwise(String key) {
        super("the key was used for another request: " + key);
    }
}
