package org.hengjian.statutes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hengjian.tables.RuleTable;

/** The provision behind each ground of a room's refusals, from its {@code <room>/provisions.csv}. */
public final class Provisions {

    private final String file;
    private final Map<String, Ground.Provision> byGround;

    private Provisions(String file, Map<String, Ground.Provision> byGround) {
        this.file = file;
        this.byGround = Map.copyOf(byGround);
    }

    /** @param room whose file is read */
    public static Provisions of(String room) {
        String file = room + "/provisions.csv";
        var provisions = new HashMap<String, Ground.Provision>();
        for (var row : RuleTable.of(file)) {
            provisions.put(
                    row.get("ground"),
                    new Ground.Provision(row.get("instrument"), row.get("article"), row.get("quote")));
        }
        return new Provisions(file, provisions);
    }

    /** @throws IllegalArgumentException if the file names no such ground */
    public Ground ground(String code, Object... arguments) {
        var provision = byGround.get(code);
        if (provision == null) {
            throw new IllegalArgumentException("no provision for ground " + code + " in " + file);
        }
        return new Ground(code, Arrays.stream(arguments).map(Object::toString).toList(), provision);
    }

    public Map<String, Ground.Provision> all() {
        return byGround;
    }
}
