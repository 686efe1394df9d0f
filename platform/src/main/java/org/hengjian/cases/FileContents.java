package org.hengjian.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hengjian.documents.Documents;

/**
 * The table of contents of a closed case (卷内目录), in the order of the rules: the main volume (正卷) and the second one
 * (副卷), 程序规定 art. 78.
 */
record FileContents(List<Item> main, List<Item> second) {

    /**
     * One entry.
     *
     * @param first page on which it begins, from 1 in its volume; 0 for what is kept as an entry of the log of the case
     */
    record Item(int n, String number, String title, LocalDate on, int first, int pages) {}

    private static final int EVIDENCE = 4;
    private static final int PAYMENTS = 6;
    private static final int OTHERS = 7;
    private static final int SECOND = 10; // from here on the second volume

    private static final Set<String> WITH_WHAT_WAS_SERVED = Set.of("service-receipt", "service-announcement", "correction-receipt");

    /** Place of each kind of document; a receipt lies behind what it is for, anything else with the others. */
    private static final Map<String, Integer> PLACES = Map.ofEntries(
            Map.entry("filing-approval", 1),
            Map.entry("penalty-decision", 2),
            Map.entry("penalty-notice", 3),
            Map.entry("hearing-notice", 3),
            Map.entry("evidence-registration", 3),
            Map.entry("measure-decision", 3),
            Map.entry("measure-extension", 3),
            Map.entry("measure-lifting", 3),
            Map.entry("testing-notice", 3),
            Map.entry("correction-order", 3),
            Map.entry("inquiry-notice", 3),
            Map.entry("address-confirmation", 3),
            Map.entry("opinion-notice", 3),
            Map.entry("opinion-renewal", 3),
            Map.entry("recusal-decision", 3),
            Map.entry("instalments-decision", 3),
            Map.entry("surcharge-decision", 3),
            Map.entry("demand-notice", 3),
            Map.entry("enforcement-application", 3),
            Map.entry("case-transfer", 3),
            Map.entry("case-handover", 3),
            Map.entry("investigation-record", EVIDENCE),
            Map.entry("goods-list", EVIDENCE),
            Map.entry("testing-commission", EVIDENCE),
            Map.entry("assistance-letter", EVIDENCE),
            Map.entry("hearing-record", 5),
            Map.entry("findings-report", SECOND + 2),
            Map.entry("review-opinion", SECOND + 3),
            Map.entry("hearing-report", SECOND + 4),
            Map.entry("closing-approval", SECOND + 5),
            Map.entry("collective-discussion", SECOND + 6),
            Map.entry("extension-discussion", SECOND + 6),
            Map.entry("matter-approval", SECOND + 6),
            Map.entry("termination-approval", SECOND + 6),
            Map.entry("reopening-approval", SECOND + 6),
            Map.entry("officers-change", SECOND + 6),
            Map.entry("venue-consultation", SECOND + 6),
            Map.entry("designation-request", SECOND + 6),
            Map.entry("designation-notice", SECOND + 6),
            Map.entry("reporter-notice", SECOND + 6));

    private record Placed(int place, String number, String title, LocalDate on, int pages) {}

    static FileContents of(Docket docket, List<Documents.Issued> documents) {
        var placed = new ArrayList<Placed>();
        placed.add(new Placed(
                SECOND + 1, docket.matter().sourceNumber(), "案源材料", docket.matter().foundOn(), 0));
        var kinds = documents.stream().collect(Collectors.toMap(Documents.Issued::id, Documents.Issued::kind));
        int before = OTHERS;
        for (var document : documents) {
            // A notice of correction lies where what it corrects lies.
            String kind = kinds.getOrDefault(document.corrects(), document.kind());
            int place = WITH_WHAT_WAS_SERVED.contains(kind) ? before : PLACES.getOrDefault(kind, OTHERS);
            if (document.kind().startsWith("archive-")) {
                continue;
            }
            placed.add(new Placed(place, document.number(), document.contents(), document.issuedOn(), document.pages()));
            before = place;
        }
        // What was entered before documents were issued of it stands as an entry of the log.
        var documented = new HashSet<Integer>();
        documented.addAll(documented(
                docket, paper -> paper instanceof Paper.Recorded one && one.kind().isOurs(), documents, "investigation-record"));
        documented.addAll(documented(docket, Paper.Findings.class::isInstance, documents, "findings-report"));
        documented.addAll(documented(docket, Paper.Review.class::isInstance, documents, "review-opinion"));
        for (var entry : docket.entries()) {
            switch (entry.paper()) {
                case Paper.Recorded paper when !documented.contains(entry.n()) ->
                    placed.add(new Placed(EVIDENCE, "", paper.kind().title(), paper.on(), 0));
                case Paper.TestingEnded paper -> placed.add(new Placed(EVIDENCE, "", "检验检测鉴定结果", paper.on(), 0));
                case Paper.OpinionReceived paper -> placed.add(new Placed(
                        EVIDENCE, "",
                        paper.kind() == Testing.Kind.EXPERT_OPINION ? "鉴定意见" : "权利人辨认（鉴别）意见", paper.on(), 0));
                case Paper.CorrectionChecked paper -> placed.add(new Placed(EVIDENCE, "", "改正情况复查记录", paper.on(), 0));
                case Paper.AssistanceNoted paper when paper.note() == Paper.AssistanceNote.ANSWERED ->
                    placed.add(new Placed(EVIDENCE, "", "协助调查复函", paper.on(), 0));
                case Paper.NewOpinionAsked paper -> placed.add(new Placed(EVIDENCE, "", "重新鉴定申请", paper.on(), 0));
                case Paper.Defence paper ->
                    placed.add(new Placed(EVIDENCE, "", paper.waiver() ? "放弃陈述申辩声明" : "陈述申辩材料", paper.on(), 0));
                case Paper.Paid paper -> placed.add(new Placed(PAYMENTS, paper.receipt(), "罚没款缴款票据", paper.on(), 0));
                case Paper.Findings _ when !documented.contains(entry.n()) ->
                    placed.add(new Placed(SECOND + 2, "", "调查终结报告", entry.by().on(), 0));
                case Paper.Review _ when !documented.contains(entry.n()) ->
                    placed.add(new Placed(SECOND + 3, "", "审核意见", entry.by().on(), 0));
                default -> {}
            }
        }
        placed.sort(Comparator.comparingInt(Placed::place)); // stable: within a place in their order
        return new FileContents(
                volume(placed.stream().filter(one -> one.place() < SECOND).toList()),
                volume(placed.stream().filter(one -> one.place() > SECOND).toList()));
    }

    /** The entries, newest first, of which there are documents of that kind. */
    private static List<Integer> documented(
            Docket docket, Predicate<Paper> which, List<Documents.Issued> documents, String kind) {
        long count = documents.stream().filter(one -> one.kind().equals(kind)).count();
        return docket.entries().reversed().stream()
                .filter(entry -> which.test(entry.paper()))
                .limit(count)
                .map(Entry::n)
                .toList();
    }

    private static List<Item> volume(List<Placed> placed) {
        var items = new ArrayList<Item>();
        int page = 1;
        for (var one : placed) {
            items.add(new Item(
                    items.size() + 1, one.number(), one.title(), one.on(), one.pages() == 0 ? 0 : page, one.pages()));
            page += one.pages();
        }
        return items;
    }

    public int size() {
        return main.size() + second.size();
    }

    public int pages() {
        return main.stream().mapToInt(Item::pages).sum() + second.stream().mapToInt(Item::pages).sum();
    }
}
