package org.hengjian.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters of one topic's file. */
final class Parameters {

    private Parameters() {}

    static List<Parameter> of(Node file) {
        String topic = file.need("topic").text();
        LocalDate checked = file.need("checked").date();
        List<Parameter> parameters = new ArrayList<>();
        for (Node node : file.need("parameters").list()) {
            String id = node.need("id").text();
            Node named = new Node(file.path() + "/" + id, node.raw());
            List<DatedValue> values = named.need("values").list().stream()
                    .map(value -> value(value, checked))
                    .toList();
            parameters.add(new Parameter(
                    id,
                    topic,
                    named.need("zh").text(),
                    named.need("en").text(),
                    named.need("unit").text(),
                    values,
                    named.at("notes").texts(),
                    named));
        }
        return parameters;
    }

    private static DatedValue value(Node node, LocalDate checked) {
        Node to = node.at("to");
        Node note = node.at("note");
        Node source = node.need("source");
        return new DatedValue(
                node.need("from").date(),
                to.isPresent() ? to.date() : null,
                node.need("value"),
                source.list().stream().map(Source::of).toList(),
                node.need("status").oneOf(Status.class),
                node.at("checked").dateIfPresent().orElse(checked),
                note.isPresent() ? note.text() : null);
    }
}
