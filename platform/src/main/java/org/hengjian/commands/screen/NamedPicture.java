package org.hengjian.commands.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A picture as a row names it (图片路径).
 *
 * @param start, end where the path stands in the cell, in UTF-16 units
 */
record NamedPicture(String path, int start, int end) {

    /** The semicolon is ours; a list in JSON Lines comes joined by bars, and in a cell each may stand on its own line. */
    private static final Pattern ONE = Pattern.compile("[^;；|\\r\\n]+");

    static List<NamedPicture> in(String cell) {
        var named = new ArrayList<NamedPicture>();
        var parts = ONE.matcher(cell);
        while (parts.find()) {
            String path = parts.group().strip();
            int start = cell.indexOf(path, parts.start());
            if (!path.isEmpty() && named.stream().noneMatch(one -> one.path().equals(path))) {
                named.add(new NamedPicture(path, start, start + path.length()));
            }
        }
        return List.copyOf(named);
    }
}
