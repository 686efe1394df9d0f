package org.hengjian.field;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An inspection record (现场笔录) as the server received it.
 *
 * @param paper    its place among the papers of the case
 * @param officers who inspected, with licence
 * @param showed   whether they showed their licences (出示执法证件)
 * @param told     whether they told those present of their rights and duties
 * @param present  who was there, masked
 * @param content  SHA-256 of the words as they stood on the phone
 * @param madeAt   by the phone's clock
 */
public record Inspection(
        long id,
        UUID key,
        long caseId,
        int paper,
        Instant begunAt,
        Instant endedAt,
        String place,
        String officers,
        boolean showed,
        boolean told,
        String present,
        String facts,
        String statement,
        byte[] content,
        Instant madeAt,
        Instant receivedAt,
        String receiver) {

    public Inspection {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** In hex. */
    public String hash() {
        return HexFormat.of().formatHex(content);
    }

    /** Whose signature it is. */
    public enum Part {
        PARTY,
        WITNESS,
        OFFICER
    }

    /**
     * A signature under it, or a refusal to sign (拒绝签名).
     *
     * @param name       masked, but for officers
     * @param evidence   the picture of it; empty where it was refused
     * @param refusedFor why; empty where it was given
     * @param witness    who saw the refusal, masked
     */
    public record Signature(
            Part part, String name, Optional<Long> evidence, String refusedFor, String witness, Instant madeAt) {}

    /** All that belongs to it. @param photos ids of evidence */
    public record Whole(Inspection inspection, List<Signature> signatures, List<Long> photos) {
        public Whole {
            signatures = List.copyOf(signatures);
            photos = List.copyOf(photos);
        }
    }
}
