package org.hengjian.rights;

import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.imports.ImportTarget;
import org.hengjian.tables.Field;
import org.springframework.stereotype.Component;

/** Files of rights: gazettes, agents' lists, recordals. A row is known by kind and number. */
@Component
class RightImport implements ImportTarget {

    private static final List<Field> FIELDS = Field.read(RightImport.class, "right.fields");

    private final Rights rights;
    private final Viewers viewers;

    RightImport(Rights rights, Viewers viewers) {
        this.rights = rights;
        this.viewers = viewers;
    }

    @Override
    public String name() {
        return "rights";
    }

    @Override
    public String href() {
        return "/rights";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public boolean mayImport() {
        return viewers.require().hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR, Role.RIGHTS_HOLDER);
    }

    @Override
    public Outcome take(Map<String, String> cells) {
        var viewer = viewers.require();
        Long holder = viewer.hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR) ? null : Long.valueOf(viewer.agency());
        var read = RightReading.read(cells, false, holder, false, List.of());
        if (read.facts().isEmpty()) {
            return new Outcome.Rejected(read.faults().stream()
                    .map(fault -> new Fault(fault.field(), fault.key(), fault.arguments()))
                    .toList());
        }
        var facts = read.facts().get();
        if (!rights.mayEnter(facts)) {
            return new Outcome.Rejected(List.of(new Fault("number", "rights.fault.not-yours", List.of())));
        }
        return switch (rights.enter(facts, "")) {
            case Rights.Entered.Unchanged _ -> new Outcome.Duplicate();
            case Rights.Entered.Added _, Rights.Entered.Changed _ -> new Outcome.Accepted();
        };
    }

    @Override
    public void finished(String fileName, int accepted) {
        rights.broughtIn(accepted, fileName);
    }
}
