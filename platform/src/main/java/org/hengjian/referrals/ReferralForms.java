package org.hengjian.referrals;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hengjian.cases.CaseFile;
import org.hengjian.documents.Documents;
import org.hengjian.law.Law;
import org.hengjian.shell.TypedForm;
import org.springframework.stereotype.Component;

/** The fields of each step, and the step taken from what was typed: one way for the pages and the interface. */
@Component
class ReferralForms {

    /** What the keys of a form's errors begin with. */
    static final String ERRORS = "referrals.error.";

    private static final int LINE = 200;
    private static final int BLOCK = 8_000; // five pages of a document

    private final Referrals referrals;
    private final Documents documents;
    private final Law law;

    ReferralForms(Referrals referrals, Documents documents, Law law) {
        this.referrals = referrals;
        this.documents = documents;
        this.law = law;
    }

    /** How a field is typed. */
    enum Kind {
        LINE,
        BLOCK,
        DAY,
        CHOICE,
        /** Any number of the options. */
        TICKS
    }

    /** @param words what is read, or a message key where {@code isKey} */
    record Option(String value, String words, boolean isKey) {}

    /**
     * One field; its label is the message {@code referrals.field.<name>}.
     *
     * @param start what stands there at first
     */
    record Field(String name, Kind kind, boolean required, List<Option> options, String start) {

        static Field of(String name, Kind kind, boolean required) {
            return new Field(name, kind, required, List.of(), "");
        }

        Field from(String start) {
            return new Field(name, kind, required, options, start);
        }
    }

    /** The fields of a report, with what the case says: nothing is typed twice. */
    List<Field> proposal(CaseFile file) {
        var docket = file.docket();
        var findings = docket.paper(org.hengjian.cases.Paper.Findings.class);
        var matter = docket.matter();
        return List.of(
                crimes(),
                choice("basis", Paper.Basis.values()),
                Field.of("facts", Kind.BLOCK, true)
                        .from(findings.map(org.hengjian.cases.Paper.Findings::facts).orElse(matter.act())),
                Field.of("evidence", Kind.BLOCK, true),
                Field.of("opinion", Kind.BLOCK, true));
    }

    private Field crimes() {
        return new Field("crime", Kind.CHOICE, true, crimeCodes().stream()
                .map(code -> new Option(code, "statutes.crime." + code, true))
                .toList(), "");
    }

    private Collection<String> crimeCodes() {
        return law.crimeCodes().stream().sorted().toList();
    }

    /** Proposes; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> propose(long caseId, TypedForm in, String key) {
        String crime = in.text("crime", LINE);
        if (!crimeCodes().contains(crime)) {
            in.bad("crime", "choice");
        }
        var report = new Paper.Report(
                crime,
                in.one("basis", Paper.Basis.class),
                in.text("facts", BLOCK),
                in.text("evidence", BLOCK),
                in.text("opinion", BLOCK));
        return taken(in, () -> referrals.propose(caseId, report, key));
    }

    List<Field> fields(Verb verb, Referral referral, String today) {
        return switch (verb) {
            case RECEIVE -> List.of();
            case APPROVE -> List.of(
                    new Field("suspend", Kind.CHOICE, true, List.of(
                            new Option("YES", "referrals.suspend.YES", true), new Option("NO", "referrals.suspend.NO", true)), ""),
                    Field.of("remark", Kind.BLOCK, false));
            case REJECT, RETURN, DECLINE, ASK_RECONSIDERATION, UPHOLD, ASK_SUPERVISION, GIVE_REASONS, ORDER_FILING,
                    END_SUPERVISION -> List.of(Field.of("reasons", Kind.BLOCK, true));
            case SEND -> List.of(
                    police(referral),
                    Field.of("tests", Kind.BLOCK, true),
                    Field.of("materials", Kind.BLOCK, true),
                    new Field("documents", Kind.TICKS, false, ofTheCase(referral), ""));
            case ACCEPT -> List.of(Field.of("register", Kind.LINE, true));
            case FORWARD -> List.of(police(referral), Field.of("reasons", Kind.BLOCK, true));
            case ASK_MORE, ASK_REASONS -> List.of(Field.of("what", Kind.BLOCK, true));
            case SUPPLY, HAND_OVER, TAKE_BACK -> List.of(Field.of("done", Kind.BLOCK, true));
            case EXTEND -> List.of(
                    choice("extension", Paper.Extension.values()),
                    Field.of("approver", Kind.LINE, true),
                    Field.of("reasons", Kind.BLOCK, true));
            case FILE -> List.of(Field.of("decision", Kind.LINE, true));
            case CONCLUDE -> List.of(
                    choice("investigation", Paper.Investigation.values()),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("reference", Kind.LINE, true),
                    Field.of("what", Kind.BLOCK, true));
            case PROSECUTE -> List.of(
                    new Field("courtOffice", Kind.CHOICE, true, referrals.courtsOf(referral.dossier().region()).stream()
                            .map(office -> new Option(Long.toString(office.id()), office.name(), false))
                            .toList(), ""),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("reference", Kind.LINE, true));
            case REFRAIN -> List.of(
                    choice("nonProsecution", Paper.NonProsecution.values()),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("reference", Kind.LINE, true),
                    Field.of("reasons", Kind.BLOCK, true));
            case JUDGE -> List.of(
                    choice("judgment", Paper.Judgment.values()),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("court", Kind.LINE, true).from(referral.dossier().court().map(Office::name).orElse("")),
                    Field.of("reference", Kind.LINE, true),
                    Field.of("sentence", Kind.BLOCK, true),
                    Field.of("goodsDisposal", Kind.BLOCK, false));
            case HAND_BACK, REVERSE -> List.of(Field.of("opinion", Kind.BLOCK, true));
            case REPLY -> List.of(Field.of("reply", Kind.BLOCK, true));
        };
    }

    /** Takes the step; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> take(Verb verb, Step step, TypedForm in) {
        return switch (verb) {
            case APPROVE -> {
                String suspend = in.text("suspend", LINE);
                if (!suspend.equals("YES") && !suspend.equals("NO")) {
                    in.bad("suspend", "choice");
                }
                String remark = in.optional("remark", BLOCK);
                yield taken(in, () -> referrals.approve(step, remark, suspend.equals("YES")));
            }
            case REJECT -> reasoned(in, reasons -> referrals.reject(step, reasons));
            case SEND -> {
                long police = in.number("police");
                String tests = in.optional("tests", BLOCK);
                String materials = in.optional("materials", BLOCK);
                var chosen = in.numbers("documents");
                yield taken(in, () -> referrals.send(step, police, tests, materials, chosen));
            }
            case RECEIVE -> taken(in, () -> referrals.receive(step));
            case ACCEPT -> {
                String register = in.text("register", LINE);
                yield taken(in, () -> referrals.accept(step, register));
            }
            case FORWARD -> {
                long to = in.number("police");
                yield reasoned(in, reasons -> referrals.forward(step, to, reasons));
            }
            case RETURN -> reasoned(in, reasons -> referrals.giveBack(step, reasons));
            case ASK_MORE -> block(in, "what", what -> referrals.askMore(step, what));
            case SUPPLY -> block(in, "done", done -> referrals.supply(step, done));
            case EXTEND -> {
                var kind = in.one("extension", Paper.Extension.class);
                String approver = in.text("approver", LINE);
                yield reasoned(in, reasons -> referrals.extend(step, kind, approver, reasons));
            }
            case FILE -> {
                String decision = in.text("decision", LINE);
                yield taken(in, () -> referrals.file(step, decision));
            }
            case DECLINE -> reasoned(in, reasons -> referrals.decline(step, reasons));
            case HAND_OVER -> block(in, "done", done -> referrals.handOver(step, done));
            case ASK_RECONSIDERATION -> reasoned(in, reasons -> referrals.askReconsideration(step, reasons));
            case UPHOLD -> reasoned(in, reasons -> referrals.uphold(step, reasons));
            case ASK_SUPERVISION -> reasoned(in, reasons -> referrals.askSupervision(step, reasons));
            case ASK_REASONS -> block(in, "what", what -> referrals.askReasons(step, what));
            case GIVE_REASONS -> reasoned(in, reasons -> referrals.giveReasons(step, reasons));
            case ORDER_FILING -> reasoned(in, reasons -> referrals.orderFiling(step, reasons));
            case END_SUPERVISION -> reasoned(in, reasons -> referrals.endSupervision(step, reasons));
            case TAKE_BACK -> block(in, "done", done -> referrals.takeBack(step, done));
            case CONCLUDE -> {
                var investigated = new Paper.Investigated(
                        in.one("investigation", Paper.Investigation.class),
                        in.day("on"),
                        in.text("reference", LINE),
                        in.text("what", BLOCK));
                yield taken(in, () -> referrals.conclude(step, investigated));
            }
            case PROSECUTE -> {
                long court = in.number("courtOffice");
                var on = in.day("on");
                String reference = in.text("reference", LINE);
                yield taken(in, () -> referrals.prosecute(step, on, reference, court));
            }
            case REFRAIN -> {
                var refrained = new Paper.NotProsecuted(
                        in.one("nonProsecution", Paper.NonProsecution.class),
                        in.day("on"),
                        in.text("reference", LINE),
                        in.text("reasons", BLOCK));
                yield taken(in, () -> referrals.refrain(step, refrained));
            }
            case JUDGE -> {
                var judged = new Paper.Judged(
                        in.one("judgment", Paper.Judgment.class),
                        in.day("on"),
                        in.text("court", LINE),
                        in.text("reference", LINE),
                        in.text("sentence", BLOCK),
                        in.optional("goodsDisposal", BLOCK));
                yield taken(in, () -> referrals.judge(step, judged));
            }
            case HAND_BACK -> block(in, "opinion", opinion -> referrals.handBack(step, opinion));
            case REVERSE -> block(in, "opinion", opinion -> referrals.reverse(step, opinion));
            case REPLY -> block(in, "reply", reply -> referrals.reply(step, reply));
        };
    }

    private Field police(Referral referral) {
        var options = referrals.policeOf(referral.dossier().region()).stream()
                .filter(office -> referral.dossier().police().filter(office::equals).isEmpty())
                .map(office -> new Option(Long.toString(office.id()), office.name(), false))
                .toList();
        return new Field("police", Kind.CHOICE, true, options, "");
    }

    private List<Option> ofTheCase(Referral referral) {
        return documents.of(ReferralDocuments.OF_CASE, referral.dossier().matter().caseId()).stream()
                .map(issued -> new Option(
                        Long.toString(issued.id()), (issued.title() + " " + issued.number()).strip(), false))
                .toList();
    }

    private static Optional<Outcome> reasoned(TypedForm in, Function<String, Outcome> step) {
        return block(in, "reasons", step);
    }

    private static Optional<Outcome> block(
            TypedForm in, String field, Function<String, Outcome> step) {
        String text = in.text(field, BLOCK);
        return taken(in, () -> step.apply(text));
    }

    private static Optional<Outcome> taken(TypedForm in, Supplier<Outcome> step) {
        return in.isGood() ? Optional.of(step.get()) : Optional.empty();
    }

    private static Field choice(String name, Enum<?>[] values) {
        return new Field(name, Kind.CHOICE, true, Arrays.stream(values)
                .map(value -> new Option(value.name(), "referrals." + name + "." + value.name(), true))
                .toList(), "");
    }
}
