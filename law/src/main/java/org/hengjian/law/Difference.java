package org.hengjian.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two values differ.
 *
 * @param path where in the value: {@code extensions/0/amount}
 * @param before what stood there, or none
 * @param after what stands there, or none
 */
public record Difference(
        String path, @Nullable String before, @Nullable String after) {

    /** Every place at which two values differ; none where both are the same. */
    public static List<Difference> between(Node before, Node after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        flatten("", before, old);
        flatten("", after, now);
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                differences.add(new Difference(path, old.get(path), now.get(path)));
            }
        }
        return differences;
    }

    private static void flatten(String path, Node node, Map<String, String> flat) {
        if (node.isMap()) {
            node.entries().forEach((key, child) -> flatten(path.isEmpty() ? key : path + "/" + key, child, flat));
        } else if (node.isList()) {
            List<Node> items = node.list();
            for (int i = 0; i < items.size(); i++) {
                flatten(path.isEmpty() ? String.valueOf(i) : path + "/" + i, items.get(i), flat);
            }
        } else if (node.isPresent()) {
            flat.put(path, node.text());
        }
    }
}
