package org.hengjian.documents;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The page of a document with the passages that a person may word otherwise: running text and the free parts of forms.
 * Numbers, parties, amounts, dates, rights and remedies are facts of the record or owed by law; templates mark what is
 * not to be worded with the class {@code fixed}, and lines of the classes {@code plain}, {@code number} and so on are
 * such by themselves.
 */
final class Sheet {

    private static final Set<String> PIECES = Set.of("p", "h1", "h2", "td", "th", "div", "li");
    private static final Set<String> HEADING = Set.of("agency", "number", "copies");
    private static final Set<String> RUNNING = Set.of("", "pre");
    private static final String WORDS = "words";
    private static final int ROW_CHARACTERS = 36; // of a full line, for the height of a field

    private final String source;

    private Sheet(String source) {
        this.source = source;
    }

    /** @param page XHTML as the templates give it */
    static Sheet of(String page) {
        return new Sheet(page);
    }

    /** @param page  with the person's wording in its places
     *  @param stale what found no place */
    record Worded(String page, List<Revision> stale) {}

    /** What the machine says in each passage, in order. */
    List<String> said() {
        return passages(parsed()).stream().map(Sheet::text).toList();
    }

    /** All that it says, piece by piece, each with the words for where it stands. */
    List<Passage> texts() {
        var page = parsed();
        var texts = new ArrayList<Passage>();
        int paragraph = 0;
        var all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var one = (Element) all.item(i);
            String text = Passage.plain(one.getTextContent());
            if (text.isEmpty() || !PIECES.contains(one.getTagName()) || holdsPieces(one)) {
                continue;
            }
            boolean isParagraph = Set.of("p", "h2").contains(one.getTagName()) && !HEADING.contains(one.getAttribute("class"));
            paragraph += isParagraph ? 1 : 0;
            texts.add(new Passage(isParagraph ? "正文第" + paragraph + "段" : place(one), text));
        }
        return texts;
    }

    private static boolean holdsPieces(Element one) {
        return PIECES.stream().anyMatch(name -> one.getElementsByTagName(name).getLength() > 0);
    }

    private static String place(Element one) {
        for (Node at = one; at instanceof Element element; at = at.getParentNode()) {
            if (element.getTagName().equals("td")) {
                for (Node before = at.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
                    if (before instanceof Element head && head.getTagName().equals("th")) {
                        return "“" + Passage.plain(head.getTextContent()) + "”栏";
                    }
                }
                return "表格";
            }
            if (element.getAttribute("class").equals("sign")) {
                return "落款";
            }
        }
        return Set.of("th", "li").contains(one.getTagName()) ? "表格" : "标题、编号";
    }

    Worded worded(List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return new Worded(source, List.of());
        }
        var page = parsed();
        var left = new ArrayList<>(revisions);
        for (var passage : passages(page)) {
            String said = text(passage);
            left.stream().filter(one -> one.said().equals(said)).findFirst().ifPresent(one -> {
                left.remove(one);
                put(passage, one.instead());
            });
        }
        return new Worded(written(page.getDocumentElement(), "xml"), left);
    }

    /**
     * The page for the screen, each passage in a field of a form: {@code said<at>} and {@code instead<at>}, in order.
     *
     * @param at   which document of the form this is
     * @param name names a field for those who hear it, from its number
     * @param was  what stands over the machine's own wording
     * @return HTML of the page's body, everything in it escaped
     */
    String fields(int at, List<Revision> revisions, UnaryOperator<String> name, String was) {
        var page = parsed();
        var left = new ArrayList<>(revisions);
        int n = 0;
        for (var passage : passages(page)) {
            n++;
            String said = text(passage);
            var revision = left.stream().filter(one -> one.said().equals(said)).findFirst();
            revision.ifPresent(left::remove);
            String now = revision.map(Revision::instead).orElse(said);
            var field = field(page, at, n, said, now, name.apply(Integer.toString(n)), was);
            if ("p".equals(passage.getTagName())) {
                passage.getParentNode().replaceChild(field, passage);
            } else {
                empty(passage);
                passage.appendChild(field);
            }
        }
        var body = (Element) page.getElementsByTagName("body").item(0);
        var out = new StringBuilder();
        for (Node one = body.getFirstChild(); one != null; one = one.getNextSibling()) {
            out.append(written(one, "html"));
        }
        return out.toString();
    }

    private static Element field(Document page, int at, int n, String said, String now, String name, String was) {
        String id = "s" + at + "-" + n;
        var label = page.createElement("label");
        label.setAttribute("class", "hj-sr");
        label.setAttribute("for", id);
        label.setTextContent(name);
        var text = page.createElement("textarea");
        text.setAttribute("id", id);
        text.setAttribute("name", "instead" + at);
        text.setAttribute("class", "form-control");
        text.setAttribute("rows", Integer.toString(rows(now)));
        text.setTextContent(now);
        var machine = page.createElement("input");
        machine.setAttribute("type", "hidden");
        machine.setAttribute("name", "said" + at);
        machine.setAttribute("value", said);
        var field = page.createElement("div");
        boolean isWorded = !said.equals(now);
        field.setAttribute("class", isWorded ? "sheet-passage worded" : "sheet-passage");
        field.appendChild(label);
        field.appendChild(text);
        field.appendChild(machine);
        if (isWorded) {
            var before = page.createElement("p");
            before.setAttribute("class", "sheet-was");
            before.setTextContent(was + said);
            field.appendChild(before);
        }
        return field;
    }

    private static int rows(String text) {
        return text.lines().mapToInt(line -> 1 + line.length() / ROW_CHARACTERS).sum();
    }

    /** A passage of running text becomes as many paragraphs as lines; where lines are kept as they are, it stays one. */
    private static void put(Element passage, String instead) {
        boolean isParagraph = "p".equals(passage.getTagName());
        if (isParagraph && instead.isBlank()) {
            passage.getParentNode().removeChild(passage);
        } else if (isParagraph && passage.getAttribute("class").isEmpty()) {
            for (String line : instead.lines().filter(one -> !one.isBlank()).toList()) {
                var paragraph = (Element) passage.cloneNode(false);
                paragraph.setTextContent(line);
                passage.getParentNode().insertBefore(paragraph, passage);
            }
            passage.getParentNode().removeChild(passage);
        } else {
            passage.setTextContent(instead);
        }
    }

    private static List<Element> passages(Document page) {
        var found = new ArrayList<Element>();
        var all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var one = (Element) all.item(i);
            if (isFree(one)) {
                found.add(one);
            }
        }
        return found;
    }

    private static boolean isFree(Element one) {
        if (one.getTextContent().isBlank() || one.getElementsByTagName("*").getLength() > 0) {
            return false;
        }
        var classes = Set.of(one.getAttribute("class").strip().split("\\s+"));
        return switch (one.getTagName()) {
            case "p" -> RUNNING.containsAll(classes);
            case "td" -> classes.contains(WORDS);
            case "div" -> RUNNING.containsAll(classes)
                    && one.getParentNode() instanceof Element parent
                    && "td".equals(parent.getTagName())
                    && Set.of(parent.getAttribute("class").strip().split("\\s+")).contains(WORDS);
            default -> false;
        };
    }

    private static String text(Element passage) {
        return Revision.lines(passage.getTextContent());
    }

    private static void empty(Element one) {
        while (one.getFirstChild() != null) {
            one.removeChild(one.getFirstChild());
        }
    }

    private Document parsed() {
        try {
            return WordWriter.parsed(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Node node, String method) {
        try {
            var out = new StringWriter();
            var writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, method);
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.setOutputProperty(OutputKeys.INDENT, "no");
            writer.transform(new DOMSource(node), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
