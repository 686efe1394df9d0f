package org.hengjian.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Checks a BagIt package in a ZIP (RFC 8493): complete, unchanged, nothing slipped in; and the time stamps in it. */
public final class BagVerification {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");
    private static final Pattern OXUM = Pattern.compile("(?m)^Payload-Oxum: (\\d{1,18})\\.(\\d{1,9})$");
    private static final int MOST_FAULTS = 1_000;
    private static final int TAG_MOST = 64 << 20; // a manifest of half a million files
    private static final String STAMP = ".tst";

    private BagVerification() {}

    /** What is wrong with one file of the package. */
    public enum Fault {
        /** The manifest has it, the package does not. */
        LOST,
        /** It is not what the manifest says. */
        ALTERED,
        /** No manifest knows it. */
        SLIPPED_IN,
        /** A tag file is missing or cannot be read as such. */
        NOT_A_BAG,
        /** The time stamp does not vouch for the file beside it. */
        STAMP_UNSOUND
    }

    public record Found(Fault fault, String path, String detail) {}

    /** @param stamped files whose time stamp holds */
    public record Result(long files, long stamped, List<Found> faults) {

        public Result {
            faults = List.copyOf(faults);
        }

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    /** @throws IOException if the file cannot be read, or is no ZIP */
    public static Result verify(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            var faults = new ArrayList<Found>();
            String base = base(zip);
            if (!Bag.DECLARATION.equals(text(zip, base + "bagit.txt"))) {
                faults.add(new Found(Fault.NOT_A_BAG, "bagit.txt", "missing, or not of version 1.0"));
            }
            var payload = manifest(zip, base, "manifest-sha256.txt", faults);
            var tags = manifest(zip, base, "tagmanifest-sha256.txt", faults);
            var hashes = new HashMap<String, String>();
            long bytes = 0;
            for (var entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                String path = entry.getName().startsWith(base) ? entry.getName().substring(base.length()) : entry.getName();
                var read = read(zip, entry);
                String known = payload.containsKey(path) ? payload.get(path) : tags.get(path);
                if (known == null && !path.equals("tagmanifest-sha256.txt")) {
                    faults.add(new Found(Fault.SLIPPED_IN, path, "no manifest has it"));
                } else if (known != null && !known.equals(read.hash())) {
                    faults.add(new Found(Fault.ALTERED, path, read.hash().isEmpty() ? "cannot be read" : "another hash"));
                }
                if (hashes.put(path, read.hash()) != null) {
                    faults.add(new Found(Fault.SLIPPED_IN, path, "is there twice"));
                }
                if (path.startsWith("data/")) {
                    bytes += read.bytes();
                }
            }
            var missing = new TreeSet<>(payload.keySet());
            missing.addAll(tags.keySet());
            missing.removeAll(hashes.keySet());
            missing.forEach(path -> faults.add(new Found(Fault.LOST, path, "the manifest has it")));
            oxum(text(zip, base + "bag-info.txt"), bytes, payload.size(), faults);
            long stamped = stamps(zip, base, hashes, faults);
            return new Result(
                    payload.size(), stamped, faults.size() > MOST_FAULTS ? faults.subList(0, MOST_FAULTS) : faults);
        }
    }

    private record Read(String hash, long bytes) {}

    private static Read read(ZipFile zip, ZipEntry entry) throws IOException {
        var digest = Bag.sha256();
        long bytes = 0;
        try (var in = zip.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new Read(HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (ZipException | java.io.EOFException e) {
            return new Read("", bytes); // changed so that it cannot even be unpacked
        }
    }

    private static String base(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith("/bagit.txt") && name.indexOf('/') == name.length() - "/bagit.txt".length())
                .findFirst()
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .orElse("");
    }

    private static Map<String, String> manifest(ZipFile zip, String base, String name, List<Found> faults) {
        var hashes = new HashMap<String, String>();
        String text = text(zip, base + name);
        if (text == null) {
            faults.add(new Found(Fault.NOT_A_BAG, name, "missing"));
            return hashes;
        }
        for (String line : text.lines().toList()) {
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                hashes.put(Bag.unescaped(matcher.group(2)), matcher.group(1));
            } else {
                faults.add(new Found(Fault.NOT_A_BAG, name, "a line that is none"));
            }
        }
        return hashes;
    }

    private static void oxum(@Nullable String info, long bytes, long files, List<Found> faults) {
        var matcher = OXUM.matcher(info == null ? "" : info);
        if (matcher.find()
                && (Long.parseLong(matcher.group(1)) != bytes || Long.parseLong(matcher.group(2)) != files)) {
            faults.add(new Found(Fault.ALTERED, "bag-info.txt", "the payload has another size than it says"));
        }
    }

    private static long stamps(ZipFile zip, String base, Map<String, String> hashes, List<Found> faults)
            throws IOException {
        long sound = 0;
        for (String path : new TreeSet<>(hashes.keySet())) {
            String stamped = path.endsWith(STAMP) ? path.substring(0, path.length() - STAMP.length()) : "";
            var entry = zip.getEntry(base + path);
            if (hashes.containsKey(stamped) && entry != null) {
                try (var in = zip.getInputStream(entry)) {
                    TimeStamps.verify(in.readNBytes(TAG_MOST), hashes.get(stamped));
                    sound++;
                } catch (TimeStamps.Unsound | ZipException | java.io.EOFException e) {
                    faults.add(new Found(Fault.STAMP_UNSOUND, path, String.valueOf(e.getMessage())));
                }
            }
        }
        return sound;
    }

    private static @Nullable String text(ZipFile zip, String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(TAG_MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null; // as good as not there
        }
    }
}
