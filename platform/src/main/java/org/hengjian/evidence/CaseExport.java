package org.hengjian.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Paper;
import org.hengjian.documents.Documents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole file of a case, to be given out of the house: as one PDF, or as a package that anyone can check. */
@Service
class CaseExport {

    /** Who may take a case out of the house. */
    static final Role[] EXPORTERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE, Role.PROSECUTOR};

    private final Evidence evidence;
    private final Documents documents;
    private final Agencies agencies;
    private final CaseBook book;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;
    private final JsonMapper json;

    CaseExport(
            Evidence evidence,
            Documents documents,
            Agencies agencies,
            CaseBook book,
            Viewers viewers,
            Audit audit,
            Clock clock,
            JsonMapper json) {
        this.evidence = evidence;
        this.documents = documents;
        this.agencies = agencies;
        this.book = book;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.json = json.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .addMixIn(Paper.Recorded.class, WithoutSealed.class)
                .build();
    }

    /** What is sealed for the file stays so. */
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties("sealed")
    private interface WithoutSealed {}

    /** How it is bound. */
    enum Form {
        PDF("pdf"),
        BAGIT("zip");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** What goes into it. */
    record Bundle(CaseFile file, String agency, List<Documents.Copy> documents, List<Item> evidence, LocalDate day) {
        Bundle {
            documents = List.copyOf(documents);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Everything of a case, read and entered in the log: of the case, and of each piece of evidence that goes along.
     * What was withdrawn stays behind; what is sealed too, unless it is asked for.
     */
    @Transactional
    public Bundle bundle(CaseFile file, Form form, boolean sealedToo, String purpose) {
        viewers.require("evidence.export", EXPORTERS);
        var copies = new ArrayList<Documents.Copy>();
        for (var issued : documents.bound("case", file.docket().id())) {
            copies.add(documents.read(issued.id()).orElseThrow());
        }
        var items = evidence.ofCase(file.docket().id()).stream()
                .filter(item -> !item.isWithdrawn())
                .filter(item -> sealedToo || !item.receipt().isSealed())
                .toList();
        audit.enter(Deed.of("cases.export", "case", file.name())
                .because(purpose)
                .with(Map.of(
                        "form", form.name(),
                        "documents", copies.size(),
                        "evidence", items.size(),
                        "sealed", sealedToo)));
        items.forEach(item -> evidence.viewed(item, "export", purpose));
        return new Bundle(
                file,
                agencies.on(file.docket().agency(), LocalDate.now(clock)).map(Agencies.Agency::name).orElse(""),
                copies,
                items,
                LocalDate.now(clock));
    }

    void write(Bundle bundle, Form form, OutputStream out) throws IOException {
        switch (form) {
            case PDF -> book.write(bundle, out);
            case BAGIT -> pack(bundle, out);
        }
    }

    private void pack(Bundle bundle, OutputStream out) throws IOException {
        long id = bundle.file().docket().id();
        try (var bag = new Bag(out, "case-" + id)) {
            bag.says("Source-Organization", bundle.agency())
                    .says("External-Identifier", bundle.file().name())
                    .says("External-Description", bundle.file().docket().matter().title())
                    .says("Bagging-Date", bundle.day().toString())
                    .says("Bag-Software-Agent", "Hengjian");
            bag.add("case.json", json.writeValueAsString(record(bundle)).getBytes(StandardCharsets.UTF_8));
            int n = 0;
            for (var copy : bundle.documents()) {
                bag.add(path("documents", ++n, copy.document().title() + ".pdf"), copy.pdf());
            }
            for (Item item : bundle.evidence()) {
                String path = path("evidence", item.n(), item.receipt().name());
                try (var content = evidence.open(item)) {
                    bag.add(path, content.in());
                }
                if (item.stamp().isPresent()) {
                    bag.add(path + ".tst", item.stamp().get().token());
                }
            }
        }
    }

    private static Map<String, Object> record(Bundle bundle) {
        var docket = bundle.file().docket();
        var record = new LinkedHashMap<String, Object>();
        record.put("number", bundle.file().name());
        record.put("proposalNumber", docket.proposalNumber());
        record.put("agency", bundle.agency());
        record.put("state", bundle.file().stage().name());
        record.put("matter", docket.matter());
        record.put("party", docket.party());
        record.put("officers", docket.officers());
        record.put("papers", docket.entries().stream()
                .map(entry -> Map.of(
                        "n", entry.n(),
                        "kind", entry.paper().type(),
                        "on", entry.by().on(),
                        "at", entry.by().at(),
                        "by", entry.by().name(),
                        "content", entry.paper()))
                .toList());
        record.put("documents", bundle.documents().stream().map(Documents.Copy::document).toList());
        record.put("evidence", bundle.evidence().stream().map(CaseExport::record).toList());
        return record;
    }

    private static Map<String, Object> record(Item item) {
        var record = new LinkedHashMap<String, Object>();
        record.put("n", item.n());
        record.put("name", item.receipt().name());
        record.put("kind", item.receipt().kind().name());
        record.put("origin", item.receipt().origin());
        record.put("proves", item.receipt().proves());
        record.put("obtainedOn", item.receipt().obtainedOn());
        record.put("type", item.type().name());
        record.put("bytes", item.bytes());
        record.put("sha256", item.sha256());
        record.put("sm3", item.sm3());
        record.put("receivedAt", item.receivedAt());
        record.put("receiver", item.receiver());
        item.stamp().ifPresent(stamp -> record.put("stampedAt", stamp.at()));
        return record;
    }

    /** Numbered, so that no two are the same, and without what some system takes for something else. */
    private static String path(String folder, int n, String name) {
        return "%s/%04d-%s".formatted(folder, n, name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_"));
    }
}
