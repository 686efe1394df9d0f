package org.hengjian.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hengjian.law.Said;
import org.hengjian.law.Status;
import org.hengjian.statutes.Ground;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the pack of a kind of case; what is wrong is told with its line and field. */
final class KindReader {

    static final int MOST_CHARACTERS = 100_000; // a pack is a few pages; more is a mistake
    private static final int LINE = 200;
    private static final String DECISION = "行政处罚决定书";
    private static final Set<String> FIELDS = Set.of(
            "kind", "version", "from", "zh", "en", "line", "agency", "causes", "acts", "bases", "measures", "penalties",
            "clauses", "documents");
    private static final Set<String> PROVISION = Set.of("instrument", "article", "quote", "text", "status");

    private final Predicate<String> knownPenalty;
    private final List<Fault> faults = new ArrayList<>();

    private KindReader(Predicate<String> knownPenalty) {
        this.knownPenalty = knownPenalty;
    }

    /** What is wrong. @param line from 1 @param reason end of the message {@code cases.kinds.fault.<reason>} */
    record Fault(int line, String field, String reason) {}

    /** The kind, or at least one fault. */
    record Reading(Optional<KindOfCase> kind, List<Fault> faults) {}

    /** @param knownPenalty whether there is a range of that id */
    static Reading read(String yaml, Predicate<String> knownPenalty) {
        var reader = new KindReader(knownPenalty);
        if (yaml.length() > MOST_CHARACTERS) {
            return new Reading(Optional.empty(), List.of(new Fault(1, "", "long")));
        }
        try {
            var settings = LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS * 2).build();
            var root = new Compose(settings).composeString(yaml);
            if (root.isEmpty() || !(root.get() instanceof MappingNode map)) {
                return new Reading(Optional.empty(), List.of(new Fault(1, "", "mapping")));
            }
            var kind = reader.kind(map);
            return reader.faults.isEmpty()
                    ? new Reading(Optional.of(kind), List.of())
                    : new Reading(Optional.empty(), List.copyOf(reader.faults));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return new Reading(Optional.empty(), List.of(new Fault(line, "", "yaml")));
        } catch (YamlEngineException e) {
            return new Reading(Optional.empty(), List.of(new Fault(1, "", "yaml")));
        }
    }

    private KindOfCase kind(MappingNode root) {
        var fields = fields(root, "", FIELDS);
        String id = text(root, fields, "kind");
        if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{1,39}")) {
            fault(fields.get("kind"), root, "kind", "id");
        }
        String number = text(root, fields, "version");
        int version = number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
        if (version == 0 && !number.isEmpty()) {
            fault(fields.get("version"), root, "version", "number");
        }
        var measures = map(root, fields, "measures");
        var measureFields = measures.map(map -> fields(map, "measures.", Set.of("allowed", "basis"))).orElse(Map.of());
        var basis = measures.flatMap(map -> map(map, measureFields, "basis"));
        var agency = map(root, fields, "agency");
        return new KindOfCase(
                new KindOfCase.Ref(id, version),
                day(root, fields),
                new Said(text(root, fields, "en"), text(root, fields, "zh")),
                text(root, fields, "line"),
                agency.map(map -> {
                            var names = fields(map, "agency.", Set.of("zh", "en"));
                            return new Said(text(map, names, "en"), text(map, names, "zh"));
                        })
                        .orElse(new Said("", "")),
                texts(root, fields, "causes", true),
                texts(root, fields, "acts", true),
                provisions(root, fields),
                measures.map(map -> allowed(map, measureFields)).orElse(Set.of()),
                basis.map(map -> provision(map, "measures.basis.")).orElse(new Ground.Provision("", "", "")),
                penalties(root, fields),
                clauses(root, fields),
                texts(root, fields, "documents", false));
    }

    private LocalDate day(MappingNode root, Map<String, Node> fields) {
        String text = text(root, fields, "from");
        try {
            return text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(fields.get("from"), root, "from", "day");
            return LocalDate.MIN;
        }
    }

    private List<Ground.Provision> provisions(MappingNode root, Map<String, Node> fields) {
        var provisions = new ArrayList<Ground.Provision>();
        for (var item : items(root, fields, "bases", true)) {
            if (item instanceof MappingNode map) {
                provisions.add(provision(map, "bases."));
            } else {
                fault(item, root, "bases", "mapping");
            }
        }
        return provisions;
    }

    private Ground.Provision provision(MappingNode map, String under) {
        var fields = fields(map, under, PROVISION);
        String quote = "";
        if (!fields.containsKey("status")) {
            quote = text(map, fields, "quote");
        } else if (!text(map, fields, "status").equals(Status.FROM_MEMORY.name())) {
            fault(fields.get("status"), map, under + "status", "status");
        } else if (fields.containsKey("quote")) { // what was not read is not quoted
            fault(fields.get("quote"), map, under + "quote", "unquoted");
        }
        return new Ground.Provision(text(map, fields, "instrument"), text(map, fields, "article"), quote);
    }

    private Set<Measure.Kind> allowed(MappingNode map, Map<String, Node> fields) {
        var allowed = EnumSet.noneOf(Measure.Kind.class);
        var names = java.util.Arrays.stream(Measure.Kind.values()).map(Enum::name).collect(Collectors.toSet());
        for (var item : items(map, fields, "allowed", false)) {
            if (item instanceof ScalarNode scalar && names.contains(scalar.getValue())) {
                allowed.add(Measure.Kind.valueOf(scalar.getValue()));
            } else {
                fault(item, map, "measures.allowed", "measure");
            }
        }
        return allowed;
    }

    private List<String> penalties(MappingNode root, Map<String, Node> fields) {
        var ids = new ArrayList<String>();
        for (var item : items(root, fields, "penalties", false)) {
            if (item instanceof ScalarNode scalar && knownPenalty.test(scalar.getValue())) {
                ids.add(scalar.getValue());
            } else {
                fault(item, root, "penalties", "penalty");
            }
        }
        return ids;
    }

    private Map<String, Node> fields(MappingNode map, String under, Set<String> known) {
        var fields = new LinkedHashMap<String, Node>();
        for (var entry : map.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(name)) {
                fault(entry.getKeyNode(), map, under + name, "unknown");
            } else if (fields.put(name, entry.getValueNode()) != null) {
                fault(entry.getKeyNode(), map, under + name, "twice");
            }
        }
        return fields;
    }

    private String text(MappingNode in, Map<String, Node> fields, String name) {
        var node = fields.get(name);
        if (node == null) {
            fault(in, in, name, "missing");
            return "";
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            fault(node, in, name, "text");
            return "";
        }
        if (scalar.getValue().length() > LINE * 5) {
            fault(node, in, name, "long");
        }
        return scalar.getValue().strip();
    }

    private List<String> texts(MappingNode in, Map<String, Node> fields, String name, boolean some) {
        var texts = new ArrayList<String>();
        for (var item : items(in, fields, name, some)) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank() && scalar.getValue().length() <= LINE) {
                texts.add(scalar.getValue().strip());
            } else {
                fault(item, in, name, "text");
            }
        }
        return texts;
    }

    /** Each a document's title and a text; a text alone is for the decision. */
    private List<KindOfCase.Clause> clauses(MappingNode root, Map<String, Node> fields) {
        var clauses = new ArrayList<KindOfCase.Clause>();
        for (var item : items(root, fields, "clauses", false)) {
            if (item instanceof MappingNode map) {
                var clause = fields(map, "clauses.", Set.of("document", "text"));
                clauses.add(new KindOfCase.Clause(text(map, clause, "document"), text(map, clause, "text")));
            } else if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank() && scalar.getValue().length() <= LINE) {
                clauses.add(new KindOfCase.Clause(DECISION, scalar.getValue().strip()));
            } else {
                fault(item, root, "clauses", "text");
            }
        }
        return clauses;
    }

    private List<Node> items(MappingNode in, Map<String, Node> fields, String name, boolean some) {
        var node = fields.get(name);
        if (node == null) {
            fault(in, in, name, "missing");
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            fault(node, in, name, "list");
            return List.of();
        }
        if (some && list.getValue().isEmpty()) {
            fault(node, in, name, "missing");
        }
        return list.getValue();
    }

    private Optional<MappingNode> map(MappingNode in, Map<String, Node> fields, String name) {
        var node = fields.get(name);
        if (node instanceof MappingNode map) {
            return Optional.of(map);
        }
        fault(node, in, name, node == null ? "missing" : "mapping");
        return Optional.empty();
    }

    private void fault(@org.jspecify.annotations.Nullable Node at, Node in, String field, String reason) {
        int line = (at == null ? in : at).getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        faults.add(new Fault(line, field, reason));
    }
}
