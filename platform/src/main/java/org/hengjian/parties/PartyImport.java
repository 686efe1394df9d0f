package org.hengjian.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.imports.ImportTarget;
import org.hengjian.tables.Field;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.springframework.stereotype.Component;

/** Files of market subjects, known by their credit code. What is on record stays: a file adds, a person corrects. */
@Component
class PartyImport implements ImportTarget {

    private static final List<Field> FIELDS = Field.read(PartyImport.class, "party.fields");
    private static final Map<String, Subject.Kind> KINDS = Map.of(
            "企业", Subject.Kind.ENTERPRISE,
            "有限责任公司", Subject.Kind.ENTERPRISE,
            "个体工商户", Subject.Kind.INDIVIDUAL,
            "个体户", Subject.Kind.INDIVIDUAL,
            "农民专业合作社", Subject.Kind.COOPERATIVE,
            "合作社", Subject.Kind.COOPERATIVE,
            "其他组织", Subject.Kind.ORGANISATION);
    private static final Map<String, Subject.Status> STATES = Map.of(
            "存续", Subject.Status.ACTIVE,
            "在业", Subject.Status.ACTIVE,
            "开业", Subject.Status.ACTIVE,
            "吊销", Subject.Status.REVOKED,
            "注销", Subject.Status.CANCELLED);

    private final Subjects subjects;
    private final Regions regions;
    private final Seal seal;
    private final Viewers viewers;
    private final Audit audit;

    PartyImport(Subjects subjects, Regions regions, Seal seal, Viewers viewers, Audit audit) {
        this.subjects = subjects;
        this.regions = regions;
        this.seal = seal;
        this.viewers = viewers;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "parties";
    }

    @Override
    public String href() {
        return "/parties";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public boolean mayImport() {
        return viewers.require().hasAny(Shops.KEEPERS);
    }

    @Override
    public Outcome take(Map<String, String> cells) {
        var faults = new ArrayList<Fault>();
        String name = cells.getOrDefault("name", "");
        if (name.isEmpty()) {
            faults.add(new Fault("name", "parties.fault.needed", List.of()));
        }
        String code = cells.getOrDefault("creditCode", "");
        FilledForm.codeFault(code)
                .ifPresent(words -> faults.add(new Fault("creditCode", words.key(), words.arguments())));
        String place = cells.getOrDefault("region", "");
        var region = regions.named(place);
        if (!place.isEmpty() && region.isEmpty()) {
            faults.add(new Fault("region", "parties.fault.region", List.of()));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Rejected(faults);
        }
        String representative = cells.getOrDefault("representative", "");
        var read = UnifiedSocialCreditCode.read(code).orElseThrow();
        var entry = new SubjectTable.Entry(
                name,
                read.text(),
                KINDS.getOrDefault(cells.getOrDefault("kind", ""), Subject.Kind.UNKNOWN),
                STATES.getOrDefault(cells.getOrDefault("status", ""), Subject.Status.UNKNOWN),
                region.map(Regions.Region::code).orElse(null),
                cells.getOrDefault("address", ""),
                representative.isEmpty() ? null : seal.seal(representative),
                true,
                "",
                SearchText.of(name, read.text()));
        var there = subjects.byCode(read);
        if (there.isPresent() && there.get().confirmed()) {
            return new Outcome.Duplicate();
        }
        if (there.isPresent()) {
            subjects.change(there.get().id(), there.get().version(), entry, "");
        } else {
            subjects.register(entry);
        }
        return new Outcome.Accepted();
    }

    @Override
    public void finished(String fileName, int accepted) {
        audit.enter(Deed.of("parties.bring-in", "parties", fileName).with(Map.of("count", accepted)));
    }
}
