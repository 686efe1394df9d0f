package org.hengjian.law;

/** No crime has that code in these data. */
public final class UnknownCrime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public UnknownCrime(String code) {
        super("no crime with the code " + code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
