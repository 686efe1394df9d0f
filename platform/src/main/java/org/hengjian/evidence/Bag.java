package org.hengjian.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a BagIt package (RFC 8493) as ZIP while it reads: what it held, and that nothing of it changed, can be checked by anyone. */
final class Bag implements AutoCloseable {

    static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final String base;
    private final Map<String, String> payload = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, String> info = new LinkedHashMap<>();
    private long bytes;

    /** @param base name of the folder in the ZIP, in letters that every system knows */
    Bag(OutputStream out, String base) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.base = base;
    }

    /** A line of {@code bag-info.txt}. */
    Bag says(String label, String text) {
        info.put(label, text.replaceAll("[\\r\\n]+", " "));
        return this;
    }

    /** @param path under {@code data/}; each once */
    void add(String path, InputStream content) throws IOException {
        String name = "data/" + path;
        if (payload.containsKey(name)) {
            throw new IllegalArgumentException("twice in one bag: " + name);
        }
        zip.putNextEntry(new ZipEntry(base + "/" + name));
        var digest = sha256();
        var buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
            zip.write(buffer, 0, read);
            bytes += read;
        }
        zip.closeEntry();
        payload.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    void add(String path, byte[] content) throws IOException {
        add(path, new java.io.ByteArrayInputStream(content));
    }

    /** Writes the tag files; leaves the stream open. */
    @Override
    public void close() throws IOException {
        says("Payload-Oxum", bytes + "." + payload.size());
        tag("bagit.txt", DECLARATION);
        tag("bag-info.txt", info.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining()));
        tag("manifest-sha256.txt", manifest(payload));
        zip.putNextEntry(new ZipEntry(base + "/tagmanifest-sha256.txt"));
        zip.write(manifest(tags).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void tag(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(base + "/" + name));
        zip.write(content);
        zip.closeEntry();
        tags.put(name, HexFormat.of().formatHex(sha256().digest(content)));
    }

    private static String manifest(Map<String, String> hashes) {
        return hashes.entrySet().stream()
                .map(one -> one.getValue() + "  " + escaped(one.getKey()) + "\n")
                .collect(Collectors.joining());
    }

    /** RFC 8493 section 2.1.3: what would break a line, and the sign that says so. */
    static String escaped(String path) {
        return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String unescaped(String path) {
        return path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
