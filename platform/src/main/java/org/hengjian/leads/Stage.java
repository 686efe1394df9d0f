package org.hengjian.leads;

import java.util.Locale;
import java.util.Optional;

/** Where a lead stands (线索状态). Each stage knows which verbs it bears; a refusal names its reason. */
public sealed interface Stage {

    /** Still to be worked on, with a clock. */
    sealed interface Open extends Stage {}

    /** Work on it is over, for now or for good. */
    sealed interface Closed extends Stage {}

    /** 已登记: written down by a person. */
    record Received() implements Open {}

    /** 已筛查: found by screening, waiting for someone. */
    record Screened() implements Open {}

    /** 移入: came from another agency. */
    record Transferred(long from) implements Open {}

    /** 已分派. */
    record Assigned(long to, String name) implements Open {}

    /** 核查中. */
    record Verifying(long by, String name) implements Open {}

    /** 核查属实, waiting to be filed. */
    record Verified(long by, String name) implements Open {}

    /** 已立案. */
    record Filed(String caseNumber) implements Closed {}

    /** 已合并: keeps its own file and clock within another. */
    record Merged(String into) implements Closed {}

    /** 不予立案. */
    record Dismissed(String ground) implements Closed {}

    /** 未列为线索: screened, with the reason why not. */
    record Cleared() implements Closed {}

    /** The word in the database and in addresses. */
    default String code() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    default boolean isOpen() {
        return this instanceof Open;
    }

    /** An open stage by its word, as the database keeps it. */
    static Open open(String code, long who, String name, long from) {
        return switch (code) {
            case "RECEIVED" -> new Received();
            case "SCREENED" -> new Screened();
            case "TRANSFERRED" -> new Transferred(from);
            case "ASSIGNED" -> new Assigned(who, name);
            case "VERIFYING" -> new Verifying(who, name);
            case "VERIFIED" -> new Verified(who, name);
            default -> throw new IllegalArgumentException("not an open stage: " + code);
        };
    }

    /** Why the verb cannot be done now; empty when it can. The message key is {@code leads.no.} and the name. */
    default Optional<Why> refuses(Verb verb) {
        if (verb == Verb.SHARE || verb == Verb.WITHHOLD) {
            return this instanceof Cleared ? Optional.of(Why.CLEARED) : Optional.empty(); // whoever sees it, its state stays
        }
        return Optional.ofNullable(
                switch (this) {
                    case Filed _ -> Why.FILED;
                    case Cleared _ -> Why.CLEARED;
                    case Merged _ -> verb == Verb.SPLIT ? null : Why.MERGED;
                    case Dismissed _ -> verb == Verb.REOPEN ? null : Why.DISMISSED;
                    case Open open -> refusal(open, verb);
                });
    }

    private static @org.jspecify.annotations.Nullable Why refusal(Open stage, Verb verb) {
        return switch (verb) {
            case ASSIGN, TRANSFER, DISMISS, MERGE, SHARE, WITHHOLD -> null;
            case SPLIT -> Why.NOT_MERGED;
            case REOPEN -> Why.NOT_DISMISSED;
            case FILE -> stage instanceof Verified ? null : Why.NOT_VERIFIED;
            case EXTEND -> stage instanceof Verified ? Why.VERIFIED : null;
            case RECORD ->
                switch (stage) {
                    case Verifying _ -> null;
                    case Verified _ -> Why.VERIFIED;
                    case Received _, Screened _, Transferred _, Assigned _ -> Why.NOT_STARTED;
                };
            case START ->
                switch (stage) {
                    case Received _, Screened _, Transferred _, Assigned _ -> null;
                    case Verifying _ -> Why.VERIFYING;
                    case Verified _ -> Why.VERIFIED;
                };
        };
    }

    /** Reasons for which a stage refuses a verb. */
    enum Why {
        FILED,
        CLEARED,
        MERGED,
        DISMISSED,
        NOT_MERGED,
        NOT_DISMISSED,
        NOT_STARTED,
        NOT_VERIFIED,
        VERIFYING,
        VERIFIED
    }
}
