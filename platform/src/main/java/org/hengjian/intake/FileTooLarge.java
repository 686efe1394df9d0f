package org.hengjian.intake;

/** More bytes came than a file may have. */
final class FileTooLarge extends RuntimeException {

    private final long bytesMax;

    FileTooLarge(long bytesMax) {
        super("more than " + bytesMax + " bytes");
        this.bytesMax = bytesMax;
    }

    long megabytesMax() {
        return bytesMax >> 20;
    }
}
