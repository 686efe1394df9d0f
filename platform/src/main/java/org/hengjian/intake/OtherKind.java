package org.hengjian.intake;

/** The source of that name tells of another kind of things: listings and parcels do not come from one. */
public final class OtherKind extends RuntimeException {

    private final Source source;

    OtherKind(Source source) {
        super("source " + source.code() + " tells " + source.kind());
        this.source = source;
    }

    Source source() {
        return source;
    }
}
