package org.hengjian.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a file is, told by its first bytes: a name or a sender's word proves nothing.
 *
 * @param name as registered, {@code image/jpeg}; {@code application/octet-stream} where the bytes tell nothing
 */
public record MediaType(String name) {

    /** How much of a file {@link #of} needs; all of it where it is shorter. */
    static final int HEAD_BYTES = 8192;

    static final MediaType UNKNOWN = new MediaType("application/octet-stream");
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final List<String> SHOWN = List.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp");
    private static final List<String> PLAYED =
            List.of("video/mp4", "video/webm", "video/quicktime", "audio/mpeg", "audio/mp4", "audio/wav", "audio/ogg");
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"), Map.entry("image/png", "png"), Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"), Map.entry("image/heic", "heic"), Map.entry("image/tiff", "tif"),
            Map.entry("image/bmp", "bmp"), Map.entry("video/mp4", "mp4"), Map.entry("video/quicktime", "mov"),
            Map.entry("video/webm", "webm"), Map.entry("video/x-msvideo", "avi"), Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"), Map.entry("audio/wav", "wav"), Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/amr", "amr"), Map.entry("application/pdf", "pdf"), Map.entry("text/plain", "txt"),
            Map.entry("text/html", "html"), Map.entry("multipart/related", "mhtml"));

    /** @param head the first {@link #HEAD_BYTES} */
    static MediaType of(byte[] head) {
        String text = new String(head, LATIN);
        return new MediaType(picture(text, head)
                .orElseGet(() -> sounding(text).orElseGet(() -> paper(text).orElseGet(() -> words(text, head)))));
    }

    private static java.util.Optional<String> picture(String text, byte[] head) {
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return java.util.Optional.of("image/jpeg");
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return java.util.Optional.of("image/png");
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return java.util.Optional.of("image/gif");
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return java.util.Optional.of("image/webp");
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return java.util.Optional.of("image/tiff");
        }
        // Two letters begin many a text: a bitmap also says its own length.
        if (text.startsWith("BM") && head.length > 26 && text.startsWith("\0\0\0\0", 6)) {
            return java.util.Optional.of("image/bmp");
        }
        return java.util.Optional.empty();
    }

    private static java.util.Optional<String> sounding(String text) {
        if (text.startsWith("ftyp", 4) && text.length() >= 12) {
            String brand = text.substring(8, 12);
            return java.util.Optional.of(
                    brand.startsWith("hei") || brand.startsWith("hev") || brand.equals("mif1") || brand.equals("msf1")
                            ? "image/heic"
                            : brand.equals("qt  ") ? "video/quicktime" : brand.startsWith("M4A") ? "audio/mp4" : "video/mp4");
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return java.util.Optional.of(text.contains("webm") ? "video/webm" : "video/x-matroska");
        }
        if (text.startsWith("RIFF")) {
            return text.startsWith("AVI ", 8)
                    ? java.util.Optional.of("video/x-msvideo")
                    : text.startsWith("WAVE", 8) ? java.util.Optional.of("audio/wav") : java.util.Optional.empty();
        }
        if (text.startsWith("ID3") || text.startsWith("\u00ff\u00fb") || text.startsWith("\u00ff\u00f3")) {
            return java.util.Optional.of("audio/mpeg");
        }
        if (text.startsWith("OggS")) {
            return java.util.Optional.of("audio/ogg");
        }
        return text.startsWith("#!AMR") ? java.util.Optional.of("audio/amr") : java.util.Optional.empty();
    }

    private static java.util.Optional<String> paper(String text) {
        if (text.startsWith("%PDF-")) {
            return java.util.Optional.of("application/pdf");
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return java.util.Optional.of(
                    text.contains("word/")
                            ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                            : text.contains("xl/")
                                    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                    : "application/zip");
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return java.util.Optional.of("application/x-ole-storage");
        }
        if (text.startsWith("\u001f\u008b")) {
            return java.util.Optional.of("application/gzip");
        }
        return text.startsWith("WARC/") ? java.util.Optional.of("application/warc") : java.util.Optional.empty();
    }

    private static String words(String text, byte[] head) {
        if (text.chars().anyMatch(one -> one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f')
                || !reads(head)) {
            return UNKNOWN.name;
        }
        String start = text.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s+", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("\u00ef\u00bb\u00bf<")) {
            return "text/html";
        }
        return start.startsWith("mime-version:") || start.startsWith("from: <saved by") || start.contains("multipart/related")
                ? "multipart/related"
                : "text/plain";
    }

    /** Whether it is text, in UTF-8 or as Chinese Windows writes; a character may be cut off at the end. */
    private static boolean reads(byte[] head) {
        return charset(head).isPresent();
    }

    /** The encoding in which these bytes are text. */
    static java.util.Optional<Charset> charset(byte[] head) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            for (int cut = 0; cut < 4 && cut < head.length; cut++) {
                try {
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(head, 0, head.length - cut));
                    return java.util.Optional.of(charset);
                } catch (CharacterCodingException e) {
                    // not this one, or cut within a character
                }
                if (head.length < HEAD_BYTES) {
                    break;
                }
            }
        }
        return java.util.Optional.empty();
    }

    /** A picture that browsers show. */
    public boolean isPicture() {
        return SHOWN.contains(name);
    }

    /** Sound or film that browsers play. */
    public boolean isPlayed() {
        return PLAYED.contains(name);
    }

    public boolean isFilm() {
        return name.startsWith("video/");
    }

    public boolean isPdf() {
        return name.equals("application/pdf");
    }

    /** Shown as its characters, never as a page. */
    public boolean isText() {
        return name.startsWith("text/") || name.equals("multipart/related");
    }

    /** The ending of a file of this type; empty where none is usual. */
    String ending() {
        return ENDINGS.getOrDefault(name, "");
    }

    /** What people call it: the message {@code evidence.type.<group>}. */
    public String group() {
        return name.startsWith("image/")
                ? "picture"
                : isFilm()
                        ? "film"
                        : name.startsWith("audio/")
                                ? "sound"
                                : isPdf()
                                        ? "pdf"
                                        : name.equals("text/html") || name.equals("multipart/related") || name.endsWith("/warc")
                                                ? "page"
                                                : name.equals("text/plain")
                                                        ? "text"
                                                        : name.startsWith("application/vnd.") || name.equals("application/x-ole-storage")
                                                                ? "office"
                                                                : "other";
    }
}
