package org.hengjian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.documents.Correction.Answer;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.hengjian.law.Period;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Provisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections 补正 of clerical errors in issued documents. The document stays as it is, hash and all; a notice of its own names
 * number, passage, wrong and right words and reason, and stands beside it. What would change the substance is refused.
 *
 * <p>No text at hand orders it for administrative documents. It follows what courts do with slips of the pen in judgments
 * (民事诉讼法 art. 157 ¶ 1 no. 7) and local rules on administrative procedure: general practice, marked uncertain.
 */
@Service
@Transactional
class Corrections {

    static final Role[] WRITERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE, Role.PROSECUTOR};

    private static final String WORD = "补";
    private static final String NOTICE = "correction-notice";
    private static final String RECEIPT = "correction-receipt";
    private static final String ANNOUNCEMENT = "service-announcement";
    private static final String TITLE = "补正通知书";
    private static final String PUBLIC_NOTICE = "procedure.service.public-notice";

    private final Documents documents;
    private final CorrectionTable table;
    private final Vault vault;
    private final Numbers numbers;
    private final Agencies agencies;
    private final List<Correctable> rooms;
    private final Viewers viewers;
    private final Audit audit;
    private final Law law;
    private final Clock clock;
    private final CorrectionRules rules = new CorrectionRules();
    private final Provisions provisions = Provisions.of("documents");

    Corrections(
            Documents documents,
            CorrectionTable table,
            Vault vault,
            Numbers numbers,
            Agencies agencies,
            List<Correctable> rooms,
            Viewers viewers,
            Audit audit,
            Law law,
            Clock clock) {
        this.documents = documents;
        this.table = table;
        this.vault = vault;
        this.numbers = numbers;
        this.agencies = agencies;
        this.rooms = rooms;
        this.viewers = viewers;
        this.audit = audit;
        this.law = law;
        this.clock = clock;
    }

    /** Words to be put right, as they are typed. */
    record Typed(String wrong, String right) {

        @Override
        public String toString() {
            return "Typed[]"; // may name people
        }
    }

    /** What a line of the form lacks. @param key end of the message {@code documents.correct.fault.…} */
    record Fault(int line, String key, int count) {}

    /** What came of a proposal: faults of its lines, grounds against it, or the proposal. */
    record Proposed(List<Fault> faults, Optional<Answer> answer) {}

    /**
     * The corrections of a document, as its page shows them.
     *
     * @param notices     the notices that were issued, for whoever reads the document
     * @param corrections with what they put right, as far as the viewer may see that
     * @param against     what stands against the viewer's proposing one now
     */
    record Of(
            Documents.Issued document,
            List<Documents.Issued> notices,
            List<Correction> corrections,
            String name,
            String address,
            List<Ground> against) {

        /** Of the notice that a correction was issued with. */
        public String number(Correction correction) {
            return notices.stream()
                    .filter(one -> one.id() == correction.notice())
                    .map(Documents.Issued::number)
                    .findFirst()
                    .orElse("");
        }
    }

    /** Reading what was wrong and right is a deed, like reading the document. */
    Of of(long id) {
        var document = documents.find(id).orElseThrow(() -> new NotFound("document " + id));
        var corrections = table.ofDocument(id);
        if (!corrections.isEmpty()) {
            read(document, "corrections");
        }
        var subject = subject(document);
        return new Of(
                document,
                documents.of(document.object(), document.objectId()).stream()
                        .filter(one -> one.corrects() == id)
                        .toList(),
                corrections,
                subject.map(Correctable.Subject::name).orElse(""),
                subject.map(Correctable.Subject::address).orElse(""),
                against(document, subject, viewers.require()));
    }

    /** One correction on its page. @param subject empty where the viewer does not see the thing */
    record One(Correction correction, Documents.Issued document, Optional<Correctable.Subject> subject, List<Ground> against) {}

    Optional<One> find(long id) {
        return table.find(id).map(correction -> {
            var document = documents.find(correction.document()).orElseThrow();
            read(document, "correction");
            var subject = subject(document);
            var against = againstDeciding(correction, document, subject, viewers.require());
            return new One(correction, document, subject, against);
        });
    }

    List<CorrectionTable.Waiting> waiting(int most) {
        return table.waiting(viewers.require().agency(), most);
    }

    /** The text of a document with what was corrected in it already, to copy from. It names people, so that it is a deed. */
    List<Passage> passages(long id) {
        viewers.require("documents.correct", WRITERS);
        var document = documents.find(id).orElseThrow(() -> new NotFound("document " + id));
        read(document, "passages");
        return passages(document);
    }

    /** 提请补正. */
    Proposed propose(long id, Correction.Fault fault, List<Typed> lines, String reason) {
        var viewer = viewers.require("documents.correct", WRITERS);
        var document = documents.find(id).orElseThrow(() -> new NotFound("document " + id));
        var subject = subject(document);
        var grounds = new ArrayList<>(against(document, subject, viewer));
        if (!grounds.isEmpty()) {
            return refused(grounds);
        }
        var passages = passages(document);
        var faults = new ArrayList<Fault>();
        var changes = new ArrayList<Change>();
        for (int i = 0; i < lines.size(); i++) {
            String wrong = Passage.plain(lines.get(i).wrong());
            String right = Passage.plain(lines.get(i).right());
            int count = wrong.isEmpty() ? 0 : passages.stream().mapToInt(passage -> passage.count(wrong)).sum();
            if (wrong.isEmpty()) {
                faults.add(new Fault(i, "wrong-empty", 0));
            } else if (wrong.equals(right)) {
                faults.add(new Fault(i, "same", 0));
            } else if (count == 0) {
                faults.add(new Fault(i, "not-there", 0));
            } else if (count > 1) {
                faults.add(new Fault(i, "often", count));
            } else {
                int at = indexOf(passages, wrong);
                var change = new Change(passages.get(at).place(), wrong, right);
                grounds.addAll(touched(change, passages.get(at), document, subject.orElseThrow()));
                passages.set(at, passages.get(at).with(change));
                changes.add(change);
            }
        }
        if (!faults.isEmpty()) {
            return new Proposed(faults, Optional.empty());
        }
        if (!grounds.isEmpty()) {
            return refused(List.copyOf(new LinkedHashSet<>(grounds)));
        }
        var content = new CorrectionTable.Content(changes, reason);
        var added = table.add(id, decider(document, viewer), fault, content, viewer);
        if (added.isEmpty()) {
            return refused(List.of(ground("WAITING")));
        }
        var correction = table.find(added.get()).orElseThrow();
        enter("documents.correct", correction, document, Map.of("fault", fault.name(), "passages", changes.size()));
        return new Proposed(List.of(), Optional.of(new Answer.Done(correction)));
    }

    /** 批准补正: the notice is numbered in its own series and issued. */
    Answer approve(long id, String opinion) {
        var viewer = viewers.require("documents.correct-approve", WRITERS);
        var correction = table.lock(id).orElseThrow(() -> new NotFound("correction " + id));
        var document = documents.find(correction.document()).orElseThrow();
        var subject = subject(document);
        var grounds = new ArrayList<>(againstDeciding(correction, document, subject, viewer));
        if (grounds.isEmpty()) {
            // The record may have changed since it was proposed.
            var passages = passages(document);
            for (var change : correction.changes()) {
                int at = indexOf(passages, change.wrong());
                grounds.addAll(touched(change, passages.get(at), document, subject.orElseThrow()));
                passages.set(at, passages.get(at).with(change));
            }
        }
        if (!grounds.isEmpty()) {
            return new Answer.Refused(List.copyOf(new LinkedHashSet<>(grounds)));
        }
        var addressees = addressees(document, subject.orElseThrow());
        String number = numbers.draw(WORD).text();
        var words = words(document, subject.get());
        words.put("number", number);
        words.put("addressees", addressees.stream().map(Correctable.Addressee::name).toList());
        words.put("fault", correction.fault().name());
        words.put("changes", correction.changes());
        words.put("reason", correction.reason());
        var notice = documents.issue(new Documents.Draft(
                document.object(), document.objectId(), NOTICE, number, TITLE, words, document.id()));
        // Whoever was given the document is given its correction.
        var readers = table.readersOf(document.id());
        if (!readers.isEmpty()) {
            documents.share(notice.id(), readers);
        }
        table.decide(id, Optional.of(notice.id()), addressees.size(), opinion, viewer);
        enter("documents.correct-approve", correction, document, Map.of("notice", number));
        return new Answer.Done(table.find(id).orElseThrow());
    }

    /** 不同意补正. */
    Answer refuse(long id, String opinion) {
        var viewer = viewers.require("documents.correct-refuse", WRITERS);
        var correction = table.lock(id).orElseThrow(() -> new NotFound("correction " + id));
        var document = documents.find(correction.document()).orElseThrow();
        var grounds = againstDeciding(correction, document, subject(document), viewer);
        if (!grounds.isEmpty()) {
            return new Answer.Refused(grounds);
        }
        table.decide(id, Optional.empty(), 0, opinion, viewer);
        enter("documents.correct-refuse", correction, document, Map.of());
        return new Answer.Done(table.find(id).orElseThrow());
    }

    /** 送达补正通知书 to one of the parties, with its receipt. @param recipient who took it, in full */
    Answer serve(long id, int addressee, Correction.Way way, LocalDate on, String recipient, String note) {
        var viewer = viewers.require("documents.correct-serve", WRITERS);
        var correction = table.lock(id).orElseThrow(() -> new NotFound("correction " + id));
        var document = documents.find(correction.document()).orElseThrow();
        var subject = subject(document);
        var grounds = new ArrayList<>(againstPerson(document, subject, viewer));
        if (correction.state() != Correction.State.ISSUED) {
            grounds.add(ground("NOT_ISSUED"));
        } else if (addressee >= correction.addressees()) {
            grounds.add(ground("NO_ADDRESSEE"));
        } else if (correction.isServedTo(addressee)) {
            grounds.add(ground("SERVED"));
        }
        if (!grounds.isEmpty()) {
            return new Answer.Refused(grounds);
        }
        var notice = documents.find(correction.notice()).orElseThrow();
        if (on.isBefore(notice.issuedOn())) {
            return new Answer.Refused(List.of(ground("SERVED_BEFORE", notice.issuedOn())));
        }
        var effective = way == Correction.Way.PUBLIC_NOTICE
                ? law.deadline(DeadlineQuestion.of(PUBLIC_NOTICE, on)).dueDay().orElseThrow()
                : on;
        var to = addressees(document, subject.orElseThrow()).get(addressee);
        var words = words(document, subject.get());
        words.put("served", notice.title());
        words.put("servedNumber", notice.number());
        words.put("to", to);
        words.put("way", way.name());
        words.put("on", on);
        words.put("effective", effective);
        words.put("recipient", recipient);
        words.put("note", note);
        words.put("officer", viewer.name());
        if (way == Correction.Way.PUBLIC_NOTICE) {
            words.put("partyName", to.name());
            words.put("affair", "本局对" + document.title() + document.number() + "的补正");
            documents.issue(
                    new Documents.Draft(document.object(), document.objectId(), ANNOUNCEMENT, "", "送达公告", words));
        }
        var receipt = documents.issue(
                new Documents.Draft(document.object(), document.objectId(), RECEIPT, "", "送达回证", words));
        table.serve(id, new Correction.Service(addressee, way, on, effective, recipient, note, receipt.id()), viewer);
        enter("documents.correct-serve", correction, document, Map.of("notice", notice.number(), "way", way.name()));
        return new Answer.Done(table.find(id).orElseThrow());
    }

    /** Whether the viewer may enter how its notice was served. */
    boolean mayServe(Documents.Issued document) {
        return againstPerson(document, subject(document), viewers.require()).isEmpty();
    }

    /** What stands against this person's proposing a correction of it now. */
    private List<Ground> against(Documents.Issued document, Optional<Correctable.Subject> subject, Viewer viewer) {
        var grounds = new ArrayList<>(againstPerson(document, subject, viewer));
        switch (rules.of(document.kind()).by()) {
            case SIGNED -> grounds.add(ground("SIGNED", document.title()));
            case ANEW -> grounds.add(document.corrects() > 0 ? ground("NOTICE") : ground("ANEW", document.title()));
            case HEAD, OTHER -> {
                if (table.ofDocument(document.id()).stream().anyMatch(one -> one.state() == Correction.State.PROPOSED)) {
                    grounds.add(ground("WAITING"));
                }
            }
        }
        return grounds;
    }

    private List<Ground> againstPerson(Documents.Issued document, Optional<Correctable.Subject> subject, Viewer viewer) {
        long agency = table.agencyOf(document.id());
        if (agency != viewer.agency() || !viewer.hasAny(WRITERS)) {
            return List.of(ground("ELSEWHERE", agencyName(agency)));
        }
        // Police and prosecutors take part in what another agency handles: any of theirs.
        return subject.filter(one -> one.agency() == viewer.agency() && !one.isHandledBy(viewer.person()))
                .map(one -> ground("NOT_HANDLING", String.join("、", one.handlers().stream().map(Correctable.Handler::name).toList())))
                .map(List::of)
                .orElse(subject.isPresent() ? List.of() : List.of(ground("ELSEWHERE", agencyName(agency))));
    }

    private List<Ground> againstDeciding(
            Correction correction, Documents.Issued document, Optional<Correctable.Subject> subject, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (table.agencyOf(document.id()) != viewer.agency() || !viewer.hasAny(WRITERS) || subject.isEmpty()) {
            return List.of(ground("ELSEWHERE", agencyName(table.agencyOf(document.id()))));
        }
        if (correction.state() != Correction.State.PROPOSED) {
            grounds.add(ground("DECIDED", correction.decided().map(Correction.Signature::name).orElse("")));
        }
        if (correction.by() == Correction.By.HEAD && !viewer.has(Role.HEAD)) {
            grounds.add(ground("NOT_HEAD", document.title()));
        }
        if (correction.proposed().person() == viewer.person()) {
            grounds.add(ground("OWN_PROPOSAL", correction.proposed().name()));
        }
        return grounds;
    }

    private List<Ground> touched(Change change, Passage passage, Documents.Issued document, Correctable.Subject subject) {
        return Substance.touchedBy(change, passage.text(), document.number(), subject).stream()
                .map(substance -> ground(substance.name(), change.wrong(), change.right()))
                .toList();
    }

    /** Where nobody heads the office, as with police and prosecutors, another of them decides. */
    private Correction.By decider(Documents.Issued document, Viewer viewer) {
        return rules.of(document.kind()).by() == CorrectionRules.By.HEAD && !viewer.hasAny(Role.POLICE, Role.PROSECUTOR)
                ? Correction.By.HEAD
                : Correction.By.OTHER;
    }

    private List<Correctable.Addressee> addressees(Documents.Issued document, Correctable.Subject subject) {
        return rules.of(document.kind()).isServed() ? subject.addressees() : List.of();
    }

    private Optional<Correctable.Subject> subject(Documents.Issued document) {
        return rooms.stream()
                .filter(room -> room.object().equals(document.object()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody knows of " + document.object()))
                .subjects()
                .of(document.objectId());
    }

    /** In a list that can be changed. */
    private List<Passage> passages(Documents.Issued document) {
        byte[] pdf = vault.read(HexFormat.of().parseHex(document.sha256()));
        var passages = new ArrayList<>(PageInside.of(pdf).map(page -> Sheet.of(page).texts()).orElseGet(() -> lines(pdf)));
        for (var earlier : table.ofDocument(document.id())) {
            if (earlier.state() == Correction.State.ISSUED) {
                for (var change : earlier.changes()) {
                    int at = indexOf(passages, change.wrong());
                    passages.set(at, passages.get(at).with(change));
                }
            }
        }
        return passages;
    }

    /** Of a document that was issued without its words. */
    private static List<Passage> lines(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var lines = new PDFTextStripper().getText(document).lines().map(Passage::plain).filter(line -> !line.isEmpty()).toList();
            var passages = new ArrayList<Passage>();
            for (String line : lines) {
                passages.add(new Passage("第" + (passages.size() + 1) + "行", line));
            }
            return passages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(List<Passage> passages, String words) {
        for (int at = 0; at < passages.size(); at++) {
            if (passages.get(at).count(words) > 0) {
                return at;
            }
        }
        throw new IllegalStateException("a document lacks what was found in it");
    }

    private Map<String, Object> words(Documents.Issued document, Correctable.Subject subject) {
        var words = new HashMap<String, Object>();
        words.put("agency", agencyName(viewers.require().agency()));
        words.put("today", today());
        words.put("name", subject.name());
        words.put("document", document);
        words.put("noticeTerm", term());
        return words;
    }

    private String term() {
        var period = law.deadline(DeadlineQuestion.of(PUBLIC_NOTICE, today())).period();
        return period != null && period.unit() == Period.Unit.CALENDAR_DAYS ? ChineseNumber.of(period.amount()) + "日" : "";
    }

    private String agencyName(long agency) {
        return agencies.on(agency, today()).map(Agencies.Agency::name).orElse("");
    }

    private void read(Documents.Issued document, String part) {
        audit.enter(Deed.of("documents.read", "document", Long.toString(document.id()))
                .with(Map.of("kind", document.kind(), "number", document.number(), "part", part)));
    }

    private void enter(String deed, Correction correction, Documents.Issued document, Map<String, ?> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("correction", correction.id());
        all.put("kind", document.kind());
        all.put("number", document.number());
        audit.enter(Deed.of(deed, "document", Long.toString(document.id())).with(all));
    }

    private static Proposed refused(List<Ground> grounds) {
        return new Proposed(List.of(), Optional.of(new Answer.Refused(grounds)));
    }

    private Ground ground(String code, Object... arguments) {
        return provisions.ground(code, arguments);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
