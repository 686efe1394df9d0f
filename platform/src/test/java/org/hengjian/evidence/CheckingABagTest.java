package org.hengjian.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hengjian.evidence.BagVerification.Fault;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes into a package is found in its manifest; whatever happens to one of its files is found. */
class CheckingABagTest {

    private static final String LETTERS = "ab %\n\r.-_现场证据é“”%0A%25/";

    @TempDir
    Path folder;

    @RepeatedTest(100)
    void one_is_sound_and_each_change_of_it_is_found(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        Map<String, byte[]> files = entries(bag(random));
        assertThat(verify(files)).as("untouched").isEmpty();

        var names = new ArrayList<>(files.keySet());
        String victim = names.get(random.nextInt(names.size()));
        switch (random.nextInt(3)) {
            case 0 -> {
                files.remove(victim);
                assertThat(verify(files)).as("without " + victim).isNotEmpty();
            }
            case 1 -> {
                byte[] changed = java.util.Objects.requireNonNull(files.get(victim)).clone();
                if (changed.length == 0) {
                    changed = new byte[] {1};
                } else {
                    changed[random.nextInt(changed.length)] ^= 4;
                }
                files.put(victim, changed);
                assertThat(verify(files)).as("changed " + victim).isNotEmpty();
            }
            default -> {
                files.put("case-1/data/more", new byte[0]);
                assertThat(verify(files)).contains(Fault.SLIPPED_IN);
            }
        }
    }

    @Test
    void the_manifest_is_as_the_standard_says() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var bag = new Bag(out, "case-7")) {
            bag.says("External-Identifier", "杭西市监案〔2026〕1号").add("a%b", "abc".getBytes(StandardCharsets.US_ASCII));
        }
        var files = entries(out.toByteArray());

        assertThat(text(files, "case-7/bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        assertThat(text(files, "case-7/manifest-sha256.txt"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/a%25b\n");
        assertThat(text(files, "case-7/bag-info.txt"))
                .isEqualTo("External-Identifier: 杭西市监案〔2026〕1号\nPayload-Oxum: 3.1\n");
        assertThat(text(files, "case-7/tagmanifest-sha256.txt").lines())
                .hasSize(3)
                .allMatch(line -> line.matches("[0-9a-f]{64}  (bagit|bag-info|manifest-sha256)\\.txt"));
    }

    @Test
    void what_is_no_zip_is_said_to_be_none_and_an_empty_one_is_no_bag() throws IOException {
        var none = Files.writeString(folder.resolve("none.zip"), "not a zip");
        assertThatThrownBy(() -> BagVerification.verify(none)).isInstanceOf(IOException.class);
        assertThat(verify(Map.of("x", new byte[0]))).contains(Fault.NOT_A_BAG, Fault.SLIPPED_IN);
    }

    @Test
    void no_two_files_of_one_name() throws IOException {
        try (var bag = new Bag(new ByteArrayOutputStream(), "case-1")) {
            bag.add("a", new byte[0]);
            assertThatThrownBy(() -> bag.add("a", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] bag(Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var bag = new Bag(out, "case-1")) {
            bag.says("Source-Organization", "某局\nwith a line");
            int files = random.nextInt(1, 8);
            for (int i = 0; i < files; i++) {
                var name = new StringBuilder();
                for (int c = random.nextInt(1, 20); c > 0; c--) {
                    name.append(LETTERS.charAt(random.nextInt(LETTERS.length() - 1)));
                }
                var content = new byte[random.nextInt(200_000)];
                random.nextBytes(content);
                bag.add(i + "/" + name + "x", content);
            }
        }
        return out.toByteArray();
    }

    private java.util.List<Fault> verify(Map<String, byte[]> files) throws IOException {
        var file = Files.createTempFile(folder, "bag", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (var one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        }
        return BagVerification.verify(file).faults().stream().map(BagVerification.Found::fault).toList();
    }

    private static Map<String, byte[]> entries(byte[] bag) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bag), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(java.util.Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }
}
