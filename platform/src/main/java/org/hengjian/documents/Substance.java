package org.hengjian.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hengjian.law.Money;

/**
 * What a change of wording would touch beyond a slip of the pen: who is meant, how much, by which provision, what is imposed,
 * what was found. Such a change is a new decision, not a correction. It may only lead a document to what is on record:
 * a name misspelt in it may be put right, the right name may not be changed.
 */
enum Substance {
    PARTY,
    AMOUNT,
    BASIS,
    SANCTION,
    FINDING,
    /** Number of the document itself. */
    RECORDED;

    private static final Pattern CITATION =
            Pattern.compile("《[^》]+》|第[〇零一二三四五六七八九十百千\\d]+[条款项](?:之[一二三四五六七八九十]+)?");
    private static final Pattern MONEY = Pattern.compile(
            "\\d[\\d,]*(?:\\.\\d+)?\\s*[万亿]?元|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+元(?:整|零?[零壹贰叁肆伍陆柒捌玖角分整]+)?");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    /** The penalties of 行政处罚法 art. 9, and the orders that go with them. */
    private static final Pattern IMPOSED = Pattern.compile(
            "警告|通报批评|罚款|没收|暂扣|降低资质|吊销|限制开展|责令|关闭|限制从业|拘留|收缴|销毁|查封|扣押");
    /**
     * @param passage where it stands
     * @param number  of the document; empty for none
     */
    static List<Substance> touchedBy(Change change, String passage, String number, Correctable.Subject subject) {
        var span = Span.of(change, passage);
        String after = passage.replace(change.wrong(), change.right());
        var touched = new ArrayList<Substance>();
        if (subject.parties().stream().anyMatch(name -> span.cuts(name, passage))) {
            touched.add(PARTY);
        }
        if (touchesAmount(span, passage, after, subject.amounts())) {
            touched.add(AMOUNT);
        }
        if (leads(CITATION, passage, after, one -> subject.bases().stream().anyMatch(basis -> basis.contains(one)))) {
            touched.add(BASIS);
        }
        if (!said(IMPOSED, passage).equals(said(IMPOSED, after))
                || subject.orders().stream().flatMap(String::lines).anyMatch(order -> span.touches(Passage.plain(order), passage))) {
            touched.add(SANCTION);
        }
        if (Denials.areTouched(change, passage)) {
            touched.add(FINDING);
        }
        if (span.cuts(number, passage)) {
            touched.add(RECORDED);
        }
        return touched;
    }

    private static boolean touchesAmount(Span span, String passage, String after, List<Money> amounts) {
        var onRecord = amounts.stream().filter(one -> one.fen() > 0).toList();
        Predicate<String> isOnRecord = said -> value(said)
                .map(value -> onRecord.stream().anyMatch(one -> one.yuan().compareTo(value) == 0))
                .orElseGet(() -> onRecord.stream().anyMatch(one -> AmountInWords.of(one).equals(said)));
        if (BARE_NUMBER.matcher(passage).matches()) {
            return isOnRecord.test(passage); // a cell of a table
        }
        var before = said(MONEY, passage);
        var then = said(MONEY, after);
        return before.size() != then.size()
                || before.stream().filter(one -> !then.contains(one)).anyMatch(isOnRecord)
                || onRecord.stream().anyMatch(one -> span.cuts(AmountInWords.of(one), passage));
    }

    /** Whether what the pattern finds is changed to something else than what is on record, or from it. */
    private static boolean leads(Pattern pattern, String before, String after, Predicate<String> isOnRecord) {
        var was = new ArrayList<>(said(pattern, before));
        var is = new ArrayList<>(said(pattern, after));
        var both = new ArrayList<>(was);
        is.forEach(was::remove);
        both.forEach(is::remove);
        return was.stream().anyMatch(isOnRecord)
                || !is.stream().allMatch(isOnRecord)
                || is.isEmpty() && !was.isEmpty();
    }

    private static List<String> said(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group()).sorted().toList();
    }

    private static Optional<BigDecimal> value(String said) {
        var digits = BARE_NUMBER.matcher(said);
        if (!digits.lookingAt()) {
            return Optional.empty();
        }
        var value = new BigDecimal(digits.group().replace(",", ""));
        return Optional.of(said.contains("亿") ? value.movePointRight(8) : said.contains("万") ? value.movePointRight(4) : value);
    }

    /** What really changes in a passage: from {@code start} up to {@code end}. */
    private record Span(int start, int end) {

        static Span of(Change change, String passage) {
            String wrong = change.wrong();
            String right = change.right();
            int head = 0;
            while (head < Math.min(wrong.length(), right.length()) && wrong.charAt(head) == right.charAt(head)) {
                head++;
            }
            int tail = 0;
            while (tail < Math.min(wrong.length(), right.length()) - head
                    && wrong.charAt(wrong.length() - 1 - tail) == right.charAt(right.length() - 1 - tail)) {
                tail++;
            }
            int at = passage.indexOf(wrong);
            return new Span(at + head, at + wrong.length() - tail);
        }

        /** Whether it changes those words where they stand in the passage, or adds to them. */
        boolean touches(String words, String passage) {
            for (int at = passage.indexOf(words); at >= 0 && !words.isEmpty(); at = passage.indexOf(words, at + 1)) {
                if (start <= at + words.length() && end >= at) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it changes those words where they stand in the passage. */
        boolean cuts(String words, String passage) {
            if (words.isEmpty()) {
                return false;
            }
            for (int at = passage.indexOf(words); at >= 0; at = passage.indexOf(words, at + 1)) {
                if (start < at + words.length() && end > at && (start < end || start > at)) {
                    return true;
                }
            }
            return false;
        }
    }
}
