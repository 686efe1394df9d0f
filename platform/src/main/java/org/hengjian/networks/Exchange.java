package org.hengjian.networks;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A network for other programs: GraphML (graphml.graphdrawing.org) and STIX 2.1 (OASIS, 10 June 2021). Only what the viewer
 * sees, masked as they see it; what another agency keeps is not in it.
 */
final class Exchange {

    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";

    /** Of identifiers that are made from what an object says (STIX 2.1, 2.9). */
    private static final UUID OBSERVED = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /** Of ours: the same thing has the same identifier in every export. */
    private static final UUID OURS = UUID.fromString("5b0b3c1e-6f0e-4b41-9d6c-6a1f2f0f7a55");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String STATEMENT = "仅供执法办案内部使用 / For law enforcement use only";

    /** STIX has no object for things; how ours is to be read stands in its definition (STIX 2.1, 7.3). */
    private enum Thing {
        GOODS(
                "Goods taken in a case of counterfeit goods (涉案物品)",
                "name: code of the item on its label; description: what it is and the marks on it"),
        PARCEL("A parcel (邮件快件)", "name: waybill, masked; description: what was declared as its content");

        private final String said;
        private final String schema;

        Thing(String said, String schema) {
            this.said = said;
            this.schema = schema;
        }

        private String type() {
            return "x-hengjian-" + name().toLowerCase(Locale.ROOT);
        }

        private String definition() {
            return "extension-definition--" + made(OURS, name().toLowerCase(Locale.ROOT));
        }
    }

    private Exchange() {}

    static String graphml(Network network) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(GRAPHML);
            for (String key : List.of("kind", "label", "note", "place", "state", "day")) {
                declare(xml, key, "node", "string");
            }
            declare(xml, "ground", "edge", "string");
            declare(xml, "since", "edge", "string");
            declare(xml, "weight", "edge", "double");
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "network");
            xml.writeAttribute("edgedefault", "directed");
            for (Node node : network.nodes()) {
                xml.writeStartElement("node");
                xml.writeAttribute("id", node.key());
                data(xml, "kind", node.kind().name());
                data(xml, "label", node.label());
                data(xml, "note", node.note());
                data(xml, "place", node.place() == null ? "" : node.place().toString());
                data(xml, "state", node.state());
                data(xml, "day", node.day().toString());
                xml.writeEndElement();
            }
            for (Link link : network.links()) {
                xml.writeStartElement("edge");
                xml.writeAttribute("source", link.source());
                xml.writeAttribute("target", link.target());
                data(xml, "ground", link.ground().name());
                data(xml, "since", link.day().toString());
                if (link.ground() == Link.Ground.PROPOSED) {
                    data(xml, "weight", Double.toString(link.weight()));
                }
                xml.writeEndElement();
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void declare(XMLStreamWriter xml, String key, String of, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", key);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", key);
        xml.writeAttribute("attr.type", type);
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            // Names of shops are strangers' words; what XML cannot hold is left out.
            xml.writeCharacters(value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
            xml.writeEndElement();
        }
    }

    /** @param agency who gives it out */
    static Map<String, Object> stix(Network network, String agency, Instant at) {
        String moment = MOMENT.format(at);
        var objects = new ArrayList<Map<String, Object>>();
        String author = "identity--" + made(OURS, "agency " + agency);
        String marking = "marking-definition--" + made(OURS, STATEMENT);
        objects.add(object(
                "identity", author, "created", moment, "modified", moment, "name", agency, "identity_class",
                "organization"));
        objects.add(object(
                "marking-definition", marking, "created", moment, "created_by_ref", author, "definition_type", "statement",
                "definition", Map.of("statement", STATEMENT)));
        for (Thing thing : Thing.values()) {
            if (network.nodes().stream().anyMatch(node -> node.kind().name().equals(thing.name()))) {
                objects.add(object(
                        "extension-definition", thing.definition(), "created", moment, "modified", moment, "created_by_ref",
                        author, "name", thing.type(), "description", thing.said, "schema", thing.schema, "version", "1.0.0",
                        "extension_types", List.of("new-sdo"), "object_marking_refs", List.of(marking)));
            }
        }
        Map<String, String> ids = new HashMap<>();
        for (Node node : network.nodes()) {
            var object = stix(node, moment, author);
            object.put("object_marking_refs", List.of(marking));
            if (ids.put(node.key(), String.valueOf(object.get("id"))) == null) {
                objects.add(object);
            }
        }
        for (Link link : network.links()) {
            String source = ids.getOrDefault(link.source(), "");
            String target = ids.getOrDefault(link.target(), "");
            var object = object(
                    "relationship", "relationship--" + made(OURS, source + link.ground() + target), "created", moment,
                    "modified", moment, "created_by_ref", author, "relationship_type", relation(link.ground()), "source_ref",
                    source, "target_ref", target, "start_time", link.day() + "T00:00:00.000Z");
            if (link.ground() == Link.Ground.PROPOSED) {
                object.put("confidence", (int) Math.round(100 / (1 + Math.pow(2, -link.weight()))));
                object.put("description", "proposed by machine, not confirmed by a person");
            }
            object.put("object_marking_refs", List.of(marking));
            objects.add(object);
        }
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + UUID.randomUUID());
        bundle.put("objects", objects);
        return bundle;
    }

    private static Map<String, Object> stix(Node node, String moment, String author) {
        String ours = made(OURS, node.key());
        return switch (node.kind()) {
            case PERSON, FIRM -> object(
                    "identity", "identity--" + ours, "created", moment, "modified", moment, "created_by_ref", author, "name",
                    node.label(), "identity_class", node.kind() == Node.Kind.FIRM ? "organization" : "individual");
            case SITE -> object(
                    "domain-name", "domain-name--" + made(OBSERVED, "{\"value\":\"" + node.label() + "\"}"), "value",
                    node.label());
            case SHOP, PHONE, ACCOUNT -> {
                String type = node.kind() == Node.Kind.SHOP ? "shop" : node.kind() == Node.Kind.PHONE ? "phone" : "messenger";
                yield object(
                        "user-account",
                        "user-account--"
                                + made(OBSERVED, "{\"account_type\":\"" + type + "\",\"user_id\":\"" + node.key() + "\"}"),
                        "user_id", node.key(), "account_type", type, "display_name",
                        node.note().isEmpty() ? node.label() : node.label() + " · " + node.note());
            }
            case ADDRESS -> object(
                    "location", "location--" + ours, "created", moment, "modified", moment, "created_by_ref", author, "name",
                    node.label(), "country", "CN");
            case LEAD, CASE -> object(
                    "incident", "incident--" + ours, "created", moment, "modified", moment, "created_by_ref", author, "name",
                    node.label(), "description", node.note(), "labels", List.of(node.kind() == Node.Kind.LEAD ? "lead" : "case"));
            case GOODS -> thing(Thing.GOODS, node, ours, moment, author);
            case PARCEL -> thing(Thing.PARCEL, node, ours, moment, author);
        };
    }

    private static Map<String, Object> thing(Thing thing, Node node, String ours, String moment, String author) {
        return object(
                thing.type(), thing.type() + "--" + ours, "created", moment, "modified", moment, "created_by_ref", author,
                "name", node.label(), "description", node.note(), "extensions",
                Map.of(thing.definition(), Map.of("extension_type", "new-sdo")));
    }

    private static String relation(Link.Ground ground) {
        return switch (ground) {
            case RUNS -> "operates";
            case AT, PLACE, SENT_FROM -> "located-at";
            case SITE, CONTACT -> "uses";
            case ABOUT, PROPOSED, SAME, IDENTITY -> "related-to";
            case FROM -> "derived-from";
            case AGAINST -> "targets";
            case TAKEN, TAKEN_FROM, SENT -> "related-to";
        };
    }

    /** Properties in pairs; an empty text is no property. */
    private static Map<String, Object> object(String type, String id, Object... properties) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id);
        for (int i = 0; i < properties.length; i += 2) {
            if (!properties[i + 1].equals("")) {
                object.put(properties[i].toString(), properties[i + 1]);
            }
        }
        return object;
    }

    /** Version 5 of RFC 9562. */
    private static String made(UUID space, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits())
                    .array());
            byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) (hash[6] & 0x0f | 0x50);
            hash[8] = (byte) (hash[8] & 0x3f | 0x80);
            var bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
