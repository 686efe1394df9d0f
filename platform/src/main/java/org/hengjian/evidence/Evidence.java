package org.hengjian.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.SealedFile;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Stage;
import org.hengjian.shell.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The door of the evidence's room: receive, read, withdraw; each with its line in the chain of custody. */
@Service
public class Evidence {

    /** Kind of thing in the log; its id there is the item's. */
    static final String OBJECT = "evidence";

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

    private final EvidenceTable table;
    private final Vault vault;
    private final TimeStamps.Authority authority;
    private final Cases cases;
    private final Viewers viewers;
    private final Audit audit;
    private final Seal seal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final long bytesMost;

    Evidence(
            EvidenceTable table,
            Vault vault,
            TimeStamps.Authority authority,
            Cases cases,
            Viewers viewers,
            Audit audit,
            Seal seal,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${hengjian.evidence.file-size:2GB}") DataSize bytesMost) {
        this.table = table;
        this.vault = vault;
        this.authority = authority;
        this.cases = cases;
        this.viewers = viewers;
        this.audit = audit;
        this.seal = seal;
        this.clock = clock;
        this.transaction = transaction;
        this.bytesMost = bytesMost.toBytes();
    }

    /** Bytes that one file may have. */
    public long bytesMost() {
        return bytesMost;
    }

    /**
     * 接收. When it returns, the file is on the disk, hashed and entered. The same bytes once more in the same case are
     * answered by what is there, so that sending twice does no harm.
     */
    public Answer receive(Receipt receipt, InputStream content) {
        return receive(receipt, Capture.NONE, content);
    }

    /** The same of a picture just taken. @param capture what the device says of it, where the file itself says nothing */
    public Answer receive(Receipt receipt, Capture capture, InputStream content) {
        var viewer = viewers.require("evidence.receive", Role.OFFICER);
        var grounds = transaction.execute(_ -> against(receipt, viewer));
        if (grounds != null && !grounds.isEmpty()) {
            return new Answer.Refused(grounds);
        }
        try (var staged = vault.stage(content, bytesMost)) {
            if (staged.bytes() == 0) {
                return refused("EMPTY", receipt.name());
            }
            var type = MediaType.of(staged.head());
            Metadata.Read said;
            try (var in = vault.open(staged)) {
                said = Metadata.read(type, staged.bytes(), in).or(capture);
            }
            // Before the transaction: an authority elsewhere may take its time.
            var stamp = stamp(staged.sha256());
            vault.placing().lock();
            try {
                vault.place(staged);
                return java.util.Objects.requireNonNull(
                        transaction.execute(_ -> enter(receipt, type, staged, said, stamp, viewer)));
            } finally {
                vault.placing().unlock();
            }
        } catch (Vault.TooLarge e) {
            return refused("TOO_LARGE", receipt.name(), Item.size(bytesMost));
        } catch (Vault.NoRoom e) {
            LOG.error("there is no room for evidence on the disk");
            return refused("NO_ROOM", receipt.name());
        } catch (Vault.BrokenOff e) {
            return refused("BROKEN_OFF", receipt.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer enter(
            Receipt receipt, MediaType type, Vault.Staged staged, Metadata.Read said, Optional<Item.Stamp> stamp, Viewer viewer) {
        table.queue(receipt.caseId());
        var same = table.same(receipt.caseId(), staged.sha256());
        if (same.isPresent()) {
            return new Answer.Done(same.get(), true);
        }
        byte[] place = said.place().isEmpty() ? null : seal.seal(said.place());
        long id = table.add(
                new EvidenceTable.New(receipt, type, staged, said.metadata(), place, stamp), viewer, Instant.now(clock));
        var item = table.find(id).orElseThrow();
        audit.enter(deed("receive", item)
                .with(Map.of(
                        "case", receipt.caseId(),
                        "n", item.n(),
                        "sha256", item.sha256(),
                        "sm3", item.sm3(),
                        "bytes", item.bytes(),
                        "type", type.name())));
        return new Answer.Done(item, false);
    }

    /**
     * 撤回: not relied on any more, kept all the same.
     *
     * @param ground why
     */
    @Transactional
    public Answer withdraw(long id, String ground) {
        var viewer = viewers.require("evidence.withdraw", Role.OFFICER);
        var item = need(id);
        var grounds = againstCase(file(item.receipt().caseId()), viewer);
        if (ground.isBlank()) {
            grounds.add(Ground.of("NO_GROUND"));
        }
        if (!grounds.isEmpty()) {
            return new Answer.Refused(grounds);
        }
        if (!table.withdraw(id, ground.strip(), viewer, Instant.now(clock))) {
            return new Answer.Done(item, true);
        }
        audit.enter(deed("withdraw", item).because(ground.strip()));
        return new Answer.Done(need(id), false);
    }

    /** As far as the viewer may see its case. */
    @Transactional(readOnly = true)
    public Optional<Item> find(long id) {
        return table.find(id).filter(item -> cases.find(item.receipt().caseId()).isPresent());
    }

    /** All of a case, those withdrawn too, in the order of receipt. */
    @Transactional(readOnly = true)
    public List<Item> ofCase(long caseId) {
        return table.ofCase(caseId);
    }

    /** How many a case has that were not withdrawn. */
    @Transactional(readOnly = true)
    public int count(long caseId) {
        return table.count(caseId);
    }

    /** Why the viewer could not add to a case now. */
    public List<Ground> againstReceiving(CaseFile file) {
        return againstCase(file, viewers.require());
    }

    /** The bytes, for reading from anywhere; the caller closes it. What is sealed asks for {@link #disclose} before. */
    Content open(Item item) {
        try {
            return new Content(item, vault.open(item.sha256()));
        } catch (Vault.Lost | SealedFile.Altered e) {
            LOG.error("evidence {} is lost or altered: {}", item.id(), e.getMessage());
            throw new Damaged(item.id(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Damaged if its file is gone or has another length; what was changed within shows when it is read */
    void mustBeThere(Item item) {
        try (var content = open(item)) {
            if (content.in().length() != item.bytes()) {
                throw new Damaged(item.id(), new SealedFile.Altered("another length"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Content(Item item, SealedFile.Reader in) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Its file is gone or was changed since it was received. */
    static final class Damaged extends RuntimeException {
        Damaged(long id, Throwable cause) {
            super("the file of evidence " + id + " is not as it was received", cause);
        }
    }

    /** Somebody looked at it: a line in its chain of custody. @param how viewed or downloaded */
    @Transactional
    public void viewed(Item item, String how, String purpose) {
        audit.enter(deed(how, item).because(purpose));
    }

    /** Where the photo says that it was taken: a deed with its purpose. */
    @Transactional
    public String place(long id, String purpose) {
        viewers.require("evidence.unmask", Role.OFFICER, Role.HEAD, Role.REVIEWER);
        var item = need(id);
        audit.enter(deed("unmask", item).because(purpose));
        return table.place(id).map(seal::open).orElse("");
    }

    /** Stamps what was received while the authority could not be reached. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void stampWhatWaits() {
        viewers.as(Viewer.machine(), () -> {
            var waiting = transaction.execute(_ -> table.waiting());
            for (var one : waiting == null ? List.<EvidenceTable.Waiting>of() : waiting) {
                var stamp = stamp(HexFormat.of().formatHex(one.sha256()));
                if (stamp.isEmpty()) {
                    return; // the next minute
                }
                transaction.executeWithoutResult(_ -> {
                    if (table.stamp(one.id(), stamp.get())) {
                        audit.enter(Deed.of("evidence.stamp", OBJECT, Long.toString(one.id())));
                    }
                });
            }
        });
    }

    /** Removes files that never got a row; once a day, and soon after a start, since a crash may have left them. */
    @Scheduled(fixedDelay = 86_400_000, initialDelay = 60_000)
    void sweep() {
        viewers.as(Viewer.machine(), () -> {
            int removed = vault.sweep(
                    Instant.now(clock),
                    names -> java.util.Objects.requireNonNull(transaction.execute(_ -> table.known(names))));
            if (removed > 0) {
                LOG.info("{} files of evidence without an entry were removed", removed);
            }
        });
    }

    private Optional<Item.Stamp> stamp(String sha256) {
        try {
            return Optional.of(TimeStamps.stamp(authority, sha256));
        } catch (IOException | TimeStamps.Unsound e) {
            LOG.warn("no time stamp from {}: {}", authority.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private List<Ground> against(Receipt receipt, Viewer viewer) {
        var grounds = againstCase(file(receipt.caseId()), viewer);
        if (receipt.obtainedOn().isAfter(LocalDate.now(clock))) {
            grounds.add(Ground.of("FUTURE", receipt.obtainedOn()));
        }
        return grounds;
    }

    private static List<Ground> againstCase(CaseFile file, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (file.stage() == Stage.REFUSED || file.stage() == Stage.CLOSED) {
            grounds.add(Ground.of("CASE_ENDED", file.name()));
        }
        if (file.docket().officers().stream().noneMatch(officer -> officer.id() == viewer.person())) {
            grounds.add(Ground.of("NOT_YOURS", file.name()));
        }
        return grounds;
    }

    private Item need(long id) {
        return find(id).orElseThrow(() -> new NotFound("evidence " + id));
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private static Answer.Refused refused(String code, Object... arguments) {
        return new Answer.Refused(List.of(Ground.of(code, arguments)));
    }

    private static Deed deed(String verb, Item item) {
        return Deed.of("evidence." + verb, OBJECT, Long.toString(item.id()));
    }
}
