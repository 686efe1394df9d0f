package org.hengjian.field;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Officer;
import org.hengjian.cases.Outcome;
import org.hengjian.cases.Paper;
import org.hengjian.cases.Step;
import org.hengjian.evidence.Item;
import org.hengjian.shell.Masked;
import org.hengjian.shell.NotFound;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** Inspection records and what is under them: signatures, refusals to sign, photographs. */
@Component
class Inspections {

    private static final int TEXT_MOST = 200;
    static final int FACTS_MOST = 5000;
    private static final int PRESENT_MOST = 10;

    private final FieldTable table;
    private final Cases cases;
    private final Seal seal;
    private final Audit audit;
    private final Clock clock;

    Inspections(FieldTable table, Cases cases, Seal seal, Audit audit, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody at the inspection. @param part 当事人, 店员, 见证人… in their own words */
    private record Present(String name, String part) {}

    /** 现场笔录: becomes a paper of the case by the case's own verb, which says whether that may be now. */
    Answer record(Sent sent, Viewer viewer) {
        var begun = sent.past("begunAt");
        var ended = sent.past("endedAt");
        if (ended.isBefore(begun)) {
            sent.bad("endedAt", "before-begin");
        }
        String place = sent.text("place", TEXT_MOST);
        var present = present(sent);
        String facts = sent.text("facts", FACTS_MOST);
        String statement = sent.optional("statement", FACTS_MOST);
        boolean showed = sent.ticked("showed");
        if (!showed) {
            sent.bad("showed", "not-showed");
        }
        var file = file(sent.number("case"));
        var officers = officers(sent, file, viewer);
        if (!sent.isGood()) {
            return new Answer.Refused(sent.faults());
        }
        String names = officers.stream()
                .map(one -> one.name() + "（" + one.licence() + "）")
                .collect(Collectors.joining("、"));
        String masked = present.stream()
                .map(one -> Masked.name(one.name()) + "（" + one.part() + "）")
                .collect(Collectors.joining("、"));
        boolean told = sent.ticked("told");
        String words = words(begun, ended, names, masked, told, facts, statement);
        var outcome = cases.record(
                new Step(file.docket().id(), file.docket().version()), Paper.RecordKind.INSPECTION,
                sent.day(begun), place, words, present.isEmpty() ? "" : present.getFirst().name());
        if (outcome instanceof Outcome.Refused refused) {
            return new Answer.Refused(refused.grounds().stream()
                    .map(ground -> Problem.of("cases", ground.code(), ground.arguments()))
                    .toList());
        }
        int paper = ((Outcome.Done) outcome).file().docket().entries().size();
        var fresh = new Inspection(
                0, sent.key(), file.docket().id(), paper, begun, ended, place, names, showed, told, masked, facts,
                statement, sent.hash(), sent.past("madeAt"), Instant.now(clock), viewer.name());
        String sealed = present.stream().map(one -> one.name() + "（" + one.part() + "）").collect(Collectors.joining("、"));
        long id = table.add(fresh, sent.reference("visit").orElse(null), seal.seal(sealed), viewer);
        audit.enter(Deed.of("field.record", "inspection", Long.toString(id))
                .with(Map.of("case", file.name(), "paper", paper, "content", fresh.hash())));
        return new Answer.Received(id, file.name(), "/field/records/" + id);
    }

    /** Why a picture for a record could not be taken now; asked before its bytes go anywhere. */
    Optional<Answer.Refused> againstSignature(Sent sent) {
        var record = sent.reference("of").flatMap(table::inspection);
        if (record.isEmpty()) {
            return Optional.of(Answer.Refused.of(Problem.of("RECORD_FIRST")));
        }
        if (!record.get().hash().equals(sent.raw("signed"))) {
            return Optional.of(Answer.Refused.of(Problem.of("SIGNED_ANOTHER")));
        }
        return Optional.empty();
    }

    /** @param picture the signature; none where it was refused, with the reason and who saw it */
    Answer sign(Sent sent, Optional<Item> picture, Viewer viewer) {
        var against = againstSignature(sent);
        if (against.isPresent()) {
            return against.get();
        }
        var record = sent.reference("of").flatMap(table::inspection).orElseThrow();
        String name = sent.text("name", TEXT_MOST);
        String refusedFor = picture.isPresent() ? "" : sent.text("refusedFor", TEXT_MOST);
        String witness = picture.isPresent() ? "" : sent.text("witness", TEXT_MOST);
        Inspection.Part part = null;
        for (var one : Inspection.Part.values()) {
            if (one.name().equals(sent.raw("part"))) {
                part = one;
            }
        }
        if (part == null) {
            sent.bad("part", "choose");
        }
        if (part == Inspection.Part.OFFICER && picture.isEmpty()) {
            sent.bad("part", "officer-signs");
        }
        if (!sent.isGood() || part == null) {
            return new Answer.Refused(sent.faults());
        }
        boolean open = part == Inspection.Part.OFFICER;
        var signature = new Inspection.Signature(
                part, open ? name : Masked.name(name), picture.map(Item::id), refusedFor, Masked.name(witness),
                sent.past("madeAt"));
        long id = table.sign(
                sent.key(), record, signature, seal.seal(name), witness.isEmpty() ? null : seal.seal(witness), viewer,
                Instant.now(clock));
        audit.enter(Deed.of("field.sign", "inspection", Long.toString(record.id()))
                .because(refusedFor)
                .with(Map.of("part", part.name(), "evidence", picture.map(Item::n).orElse(0), "content", record.hash())));
        return new Answer.Received(id, signature.name(), "/field/records/" + record.id());
    }

    /** A picture taken at an inspection, or at none in particular. */
    void show(Item picture, Optional<Inspection> of, Instant madeAt, Viewer viewer) {
        table.show(
                picture.id(), picture.receipt().caseId(), of.map(Inspection::id).orElse(null), madeAt, viewer);
    }

    /** Who was there, by name: a deed with its purpose. */
    String unmask(Inspection record, String purpose) {
        audit.enter(Deed.of("field.unmask", "inspection", Long.toString(record.id())).because(purpose));
        return seal.open(table.present(record.id()));
    }

    private List<Officer> officers(Sent sent, CaseFile file, Viewer viewer) {
        var handling = file.docket().officers();
        var asked = sent.numbers("officers");
        var chosen = handling.stream().filter(one -> asked.contains(one.id())).toList();
        if (asked.isEmpty()) {
            sent.bad("officers", "choose");
        } else if (chosen.size() < asked.size()) {
            sent.bad("officers", "not-handling");
        } else if (chosen.size() == 1) {
            sent.bad("officers", "alone");
        } else if (!asked.contains(viewer.person())) {
            sent.bad("officers", "without-you");
        }
        return chosen;
    }

    private static List<Present> present(Sent sent) {
        var present = new ArrayList<Present>();
        for (var one : sent.content().path("present")) {
            String name = one.path("name").asString("").strip();
            String part = one.path("part").asString("").strip();
            if (name.isEmpty() && part.isEmpty()) {
                continue;
            }
            if (name.isEmpty() || part.isEmpty() || name.length() > TEXT_MOST || part.length() > TEXT_MOST) {
                sent.bad("present", "present");
            }
            present.add(new Present(name, part));
        }
        if (present.size() > PRESENT_MOST) {
            sent.bad("present", "long");
        }
        return present;
    }

    /** As it stands among the papers of the case, where names of persons are masked. */
    private static String words(
            Instant begun, Instant ended, String officers, String present, boolean told, String facts, String statement) {
        return "时间：" + PlatformTime.minute(begun) + " 至 " + PlatformTime.minute(ended)
                + "\n检查人员：" + officers + "，已出示执法证件" + (told ? "，已告知权利义务" : "")
                + "\n在场人员：" + (present.isEmpty() ? "无" : present)
                + "\n现场情况：" + facts
                + (statement.isEmpty() ? "" : "\n在场人员意见：" + statement);
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }
}
