package org.hengjian.law;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A duty with a deadline (有期限的职责): what the platform builds its clocks from.
 *
 * @param area casework, complaints, referral, disclosure, credit, e-commerce, customs, destruction, limitation
 * @param period the id that {@link Law#deadline} answers to
 * @param owner who owes it: agency, police, party, platform, …
 * @param starts the event that sets it running: lead-received, decision-made, …
 * @param document the document that fulfils it, in Chinese
 * @param following the duty that begins when this one is done
 */
public record Duty(
        String area,
        String period,
        String owner,
        String starts,
        @Nullable String document,
        String consequenceZh,
        String consequenceEn,
        @Nullable String following,
        Parameter parameter) {

    static Duty of(Node node, Parameter parameter) {
        Node document = node.at("document");
        Node next = node.at("next");
        Node consequence = node.need("consequence");
        return new Duty(
                node.need("area").text(),
                node.need("period").text(),
                node.need("owner").text(),
                node.need("starts").text(),
                document.isPresent() ? document.text() : null,
                consequence.need("zh").text(),
                consequence.need("en").text(),
                next.isPresent() ? next.text() : null,
                parameter);
    }

    public Optional<String> next() {
        return Optional.ofNullable(following);
    }
}
