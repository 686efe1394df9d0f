package org.hengjian.commands.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.PictureScreening;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Thresholds;
import org.hengjian.screening.Verdict;
import org.hengjian.screening.VerdictJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The answer on a row: what its text says, and what its pictures add. */
record RowAnswer(String line, Standing standing, List<UnreadPicture> unread, int pictures, int picturesWithFindings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What may not stand in a line of JSON Lines as it is: halves of characters, and two ends of lines. */
    private static final Pattern ESCAPED = Pattern.compile("[\\p{Cs}\\x{2028}\\x{2029}]");

    RowAnswer {
        unread = List.copyOf(unread);
    }

    static RowAnswer of(String id, Verdict verdict) {
        return new RowAnswer(VerdictJson.line(id, verdict), verdict.standing(), List.of(), 0, 0);
    }

    /**
     * The gravest of text and pictures decides. What is written in a picture stands for as much as the same words of an
     * offer; a copied picture, a wrong code or an address asks for a look, and a person's.
     */
    static RowAnswer of(
            Listing listing, Verdict verdict, RowPictures.Seen seen, Screening screening, RowPictures pictures) {
        var line = (ObjectNode) JSON.readTree(VerdictJson.line(listing.id(), verdict));
        var findings = line.withArray("findings");
        Standing standing = verdict.standing();
        var raising = new ArrayList<PictureFinding>();
        int withFindings = 0;
        for (RowPictures.Read read : seen.read()) {
            PictureScreening.Said said = read.said();
            withFindings += said.findings().isEmpty() ? 0 : 1;
            said.findings().forEach(one -> findings.add(written(one, read.picture())));
            List<PictureFinding> accusing = said.findings().stream()
                    .filter(one -> pictures.accuses(one, listing))
                    .toList();
            Standing asked = asked(said, accusing);
            if (asked.compareTo(standing) < 0) {
                standing = asked;
                raising.clear();
                raising.addAll(accusing);
            }
        }
        if (standing != verdict.standing()) {
            raise(line, verdict, standing, raising, screening);
        }
        if (!seen.unread().isEmpty()) {
            var unread = line.putArray("unread");
            seen.unread().forEach(one -> unread.addObject()
                    .put("row", one.row())
                    .put("field", UnreadPicture.FIELD)
                    .put("picture", one.path())
                    .put("reason", one.reason())
                    .put("remedy", one.remedy()));
        }
        return new RowAnswer(
                ESCAPED.matcher(JSON.writeValueAsString(line))
                        .replaceAll(found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0))),
                standing,
                seen.unread(),
                seen.read().size(),
                withFindings);
    }

    private static Standing asked(PictureScreening.Said said, List<PictureFinding> accusing) {
        return accusing.stream()
                .map(one -> asksForALook(one) ? Standing.REVIEW : said.standing())
                .min(Comparator.naturalOrder())
                .orElse(Standing.CLEAR);
    }

    private static boolean asksForALook(PictureFinding finding) {
        return finding.kind() == Kind.COPIED_PICTURE
                || finding.kind() == Kind.WRONG_CODE
                || finding.kind() == Kind.LOOK_ALIKE_DOMAIN;
    }

    /** The score is at least where the band begins, so that both say the same. */
    private static void raise(
            ObjectNode line,
            Verdict verdict,
            Standing standing,
            List<PictureFinding> raising,
            Screening screening) {
        double from = standing == Standing.SUSPECT
                ? Thresholds.STANDARD.suspectFrom()
                : Thresholds.STANDARD.reviewFrom();
        line.put("verdict", standing.code()).put("score", Math.max(from, verdict.score()));
        raising.stream().max(Comparator.comparingDouble(PictureFinding::weight)).ifPresent(gravest -> {
            line.put("kind", gravest.kind().code());
            Optional<Right> right = raising.stream()
                    .sorted(Comparator.comparingDouble((PictureFinding one) -> -one.weight()))
                    .flatMap(one -> screening.right(one.rightId()).stream())
                    .findFirst();
            right.ifPresent(one -> line.putObject("right")
                    .put("id", one.id())
                    .put("name", one.name())
                    .put("holder", one.holder()));
        });
    }

    private static ObjectNode written(PictureFinding finding, NamedPicture picture) {
        ObjectNode written = JSON.createObjectNode()
                .put("kind", finding.kind().code())
                .put("field", UnreadPicture.FIELD)
                .put("start", picture.start())
                .put("end", picture.end())
                .put("text", finding.text())
                .put("matched", finding.matched());
        finding.path().forEach(written.putArray("path")::add);
        written.put("weight", finding.weight())
                .put("zh", finding.zh())
                .put("en", finding.en())
                .put("right", finding.rightId())
                .put("picture", picture.path())
                .putObject("box")
                .put("x", finding.box().x())
                .put("y", finding.box().y())
                .put("width", finding.box().width())
                .put("height", finding.box().height());
        return written;
    }
}
