package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.pictures.logos.Logos;
import org.hengjian.pictures.logos.Sighting;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;
import org.hengjian.screening.code.Gtin;
import org.hengjian.screening.domain.DomainWatch;

/**
 * Screens a picture of goods (图片初筛): what is written in it, its codes, and whether it is a right holder's own picture, and which
 * signs in it are like known logos.
 *
 * <pre>{@code
 * var screening = Screening.shipped();
 * var domains = DomainWatch.of(screening.rights(), OfficialDomains.all());
 * var pictures = new PictureScreening(screening, References.none(), domains, Optional.of(TextReader.open()));
 * pictures.screen(Picture.read(Files.readAllBytes(file)), "产地：法国");
 * }</pre>
 */
public final class PictureScreening {

    private static final double COPY = 2.0;
    private static final double ADDRESS = 1.5;

    private final Screening screening;
    private final References references;
    private final DomainWatch domains;
    private final Optional<TextReader> text;

    /**
     * @param domains asked about the addresses in QR codes
     * @param text    empty where text cannot be read on this machine: the rest is done all the same
     */
    public PictureScreening(
            Screening screening, References references, DomainWatch domains, Optional<TextReader> text) {
        this.screening = screening;
        this.references = references;
        this.domains = domains;
        this.text = text;
    }

    /**
     * What a picture says.
     *
     * @param standing of its text as an offer's
     * @param lines    all that was read, for people to check
     * @param textRead whether text could be read at all
     */
    public record Said(
            int width,
            int height,
            Standing standing,
            List<PictureFinding> findings,
            List<TextReader.Line> lines,
            List<Code> codes,
            boolean textRead) {

        public Said {
            findings = List.copyOf(findings);
            lines = List.copyOf(lines);
            codes = List.copyOf(codes);
        }
    }

    /** @param claimed what the offer says of the goods, for its claimed origin; may be empty */
    public Said screen(Picture picture, String claimed) {
        Said said = screen(picture.image(), claimed);
        return new Said(
                picture.width(),
                picture.height(),
                said.standing(),
                said.findings().stream()
                        .map(finding -> finding.in(picture.whole(finding.box())))
                        .toList(),
                said.lines().stream()
                        .map(line -> new TextReader.Line(line.text(), picture.whole(line.box()), line.score()))
                        .toList(),
                said.codes().stream()
                        .map(code -> new Code(code.text(), code.format(), picture.whole(code.box())))
                        .toList(),
                said.textRead());
    }

    /** Only the references that it copies: what else it says was screened before. */
    public List<PictureFinding> copies(Picture picture) {
        return references.find(picture.image()).stream()
                .map(PictureScreening::copy)
                .map(finding -> finding.in(picture.whole(finding.box())))
                .toList();
    }

    private Said screen(BufferedImage picture, String claimed) {
        var findings = new ArrayList<PictureFinding>();
        List<TextReader.Line> lines =
                text.map(reader -> reader.read(picture)).orElse(List.of());
        Standing standing = words(lines, claimed, findings);
        List<Code> codes = Codes.in(picture);
        String all = claimed + "\n"
                + String.join("\n", lines.stream().map(TextReader.Line::text).toList());
        codes.stream().filter(Code::isGtin).forEach(code -> gtin(code, all, findings));
        codes.forEach(code -> code.domain().flatMap(domains::match).ifPresent(one -> findings.add(address(code, one))));
        references.find(picture).forEach(copy -> findings.add(copy(copy)));
        Logos.shipped().find(picture).forEach(one -> findings.add(logo(one)));
        findings.sort(Comparator.comparingDouble((PictureFinding one) -> -one.weight())
                .thenComparingInt(one -> one.box().y()));
        return new Said(
                picture.getWidth(), picture.getHeight(), standing, findings, lines, codes, text.isPresent());
    }

    /** The lines are one text, so that a claim on one and a name on another are seen together. */
    private Standing words(List<TextReader.Line> lines, String claimed, List<PictureFinding> findings) {
        var joined = new StringBuilder();
        int[] starts = new int[lines.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = joined.length();
            joined.append(lines.get(i).text()).append('\n');
        }
        if (joined.isEmpty()) {
            return Standing.CLEAR;
        }
        Verdict verdict = screening.screen(Listing.of("", joined.toString()).withCategory(claimed));
        for (Finding finding : verdict.findings()) {
            if (!finding.field().equals("title") || finding.start() == finding.end()) {
                continue;
            }
            int line = 0;
            while (line + 1 < starts.length && starts[line + 1] <= finding.start()) {
                line++;
            }
            var of = lines.get(line);
            int start = finding.start() - starts[line];
            int end = Math.min(of.text().length(), finding.end() - starts[line]);
            findings.add(new PictureFinding(
                    finding.kind(),
                    of.box().stretch(start, end, of.text().length()),
                    finding.text(),
                    finding.matched(),
                    finding.path(),
                    finding.rightId(),
                    finding.weight(),
                    "图中文字：" + finding.zh(),
                    "text in the picture: " + finding.en()));
        }
        return verdict.standing();
    }

    private static void gtin(Code code, String words, List<PictureFinding> findings) {
        String digits = code.digits();
        if (!Gtin.isValid(digits)) {
            findings.add(wrong(
                    code,
                    "条码 " + digits + " 的校验位不对，不是有效的商品条码",
                    "the check digit of " + digits + " is wrong: it is no article number"));
            return;
        }
        var given = Origin.of(new Gtin(digits));
        var said = said(words);
        if (given.isPresent() && said.isPresent() && !given.get().zh().equals(said.get().zh())) {
            findings.add(wrong(
                    code,
                    "条码 " + digits + " 的前缀由" + given.get().zh() + "发放，而所称产地是" + said.get().zh()
                            + "；号码可以用在别处生产的商品上，须核对",
                    "the number " + digits + " was given out in " + given.get().en() + ", and the goods are said to be from "
                            + said.get().en() + "; goods made elsewhere may bear it, so check"));
        }
    }

    private static PictureFinding wrong(Code code, String zh, String en) {
        return new PictureFinding(Kind.WRONG_CODE, code.box(), code.text(), "", List.of(), "", 1.0, zh, en);
    }

    private static PictureFinding address(Code code, DomainWatch.Imitation imitation) {
        return new PictureFinding(
                Kind.LOOK_ALIKE_DOMAIN,
                code.box(),
                imitation.domain(),
                imitation.name(),
                List.of(imitation.way().code()),
                imitation.right().id(),
                ADDRESS,
                "图中的码指向网址；" + imitation.zh(),
                "the code in the picture leads to an address; " + imitation.en());
    }

    /** The origin only where words say that it is one: 产地, 原产, made in. */
    private static Optional<Origin> said(String words) {
        var matcher = java.util.regex.Pattern.compile("(?i)(?:原?产地|原产国|产自|made in)\\s*[:：]?\\s*([^\\n，,；;]{2,16})")
                .matcher(words);
        return matcher.find() ? Origin.said(matcher.group(1)) : Optional.empty();
    }

    private static PictureFinding copy(References.Copy copy) {
        String name = copy.reference().name();
        var path = new ArrayList<String>();
        if (copy.crop()) {
            path.add("crop");
        }
        if (copy.mirrored()) {
            path.add("mirror");
        }
        return new PictureFinding(
                Kind.COPIED_PICTURE,
                copy.box(),
                name,
                copy.reference().id(),
                path,
                copy.reference().rightId(),
                COPY,
                "与参考图片“" + name + "”相同" + (copy.crop() ? "，只取一部分" : "") + (copy.mirrored() ? "，左右翻转" : ""),
                "the same as the reference picture “" + name + "”" + (copy.crop() ? ", a part of it" : "")
                        + (copy.mirrored() ? ", in a mirror" : ""));
    }

    /** Weighs nothing: genuine goods bear the sign as well, and a person must look. */
    private PictureFinding logo(Sighting sighting) {
        Optional<Right> right = named(sighting.brand());
        String name = right.map(Right::name).orElse(sighting.brand());
        String zhName = name.equals(sighting.brand()) ? name : name + "（" + sighting.brand() + "）";
        long percent = Math.round(100 * sighting.agreement());
        return new PictureFinding(
                Kind.LIKE_LOGO,
                sighting.box(),
                sighting.brand(),
                name,
                List.of(),
                right.map(Right::id).orElse(""),
                0,
                "图中有与“" + zhName + "”图形标识近似的图形（吻合度 " + percent + "%）；正品上也有，是否侵权须由人核对",
                "a sign like that of " + sighting.brand() + " (agreement " + percent
                        + " %); genuine goods bear it too, so a person must check");
    }

    /** The right of that name; one of the register before one that is shipped. */
    private Optional<Right> named(String brand) {
        String wanted = letters(brand);
        return screening.rights().stream()
                .filter(right -> letters(right.name()).equals(wanted)
                        || right.latin().stream().anyMatch(name -> letters(name).equals(wanted))
                        || right.aliases().stream().anyMatch(name -> letters(name).equals(wanted)))
                .min(Comparator.comparing((Right right) -> right.id().startsWith("ship:")).thenComparing(Right::id));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
