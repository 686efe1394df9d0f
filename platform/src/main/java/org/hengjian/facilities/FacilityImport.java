package org.hengjian.facilities;

import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.imports.ImportTarget;
import org.hengjian.tables.Field;
import org.springframework.stereotype.Component;

/** Files of the list, as provinces publish them. A row is known by its credit code. */
@Component
class FacilityImport implements ImportTarget {

    private static final List<Field> FIELDS = Field.read(FacilityImport.class, "facility.fields");

    private final Facilities facilities;
    private final Regions regions;
    private final Viewers viewers;
    private final Audit audit;

    FacilityImport(Facilities facilities, Regions regions, Viewers viewers, Audit audit) {
        this.facilities = facilities;
        this.regions = regions;
        this.viewers = viewers;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "facilities";
    }

    @Override
    public String href() {
        return "/facilities";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public boolean mayImport() {
        return viewers.require().has(Role.ADMINISTRATOR);
    }

    @Override
    public Outcome take(Map<String, String> cells) {
        var read = FacilityReading.read(cells, regions);
        if (read.facts().isEmpty()) {
            return new Outcome.Rejected(read.faults());
        }
        return facilities.enter(read.facts().get(), "") == Facilities.Entered.UNCHANGED
                ? new Outcome.Duplicate()
                : new Outcome.Accepted();
    }

    @Override
    public void finished(String fileName, int accepted) {
        audit.enter(Deed.of("facilities.bring-in", "facilities", fileName).with(Map.of("count", accepted)));
    }
}
