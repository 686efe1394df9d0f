package org.hengjian.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.hengjian.access.SealedFile;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes go in and come out the same, from anywhere; whoever changes one of them is found; nothing half is left behind. */
class SealedFileTest {

    private static final byte[] SECRET = "a secret of tests".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Vault vault() {
        return new Vault(folder, SECRET, 0);
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Vault.Staged kept(Vault vault, byte[] bytes) {
        var staged = vault.stage(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        vault.place(staged);
        return staged;
    }

    @RepeatedTest(60)
    void what_goes_in_comes_out_from_any_place(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        int around = (1 << 16) * random.nextInt(0, 4);
        var bytes = bytes(random, Math.max(1, around + random.nextInt(-2, 3)));
        var vault = vault();
        var staged = kept(vault, bytes);

        try (var in = vault.open(staged.sha256())) {
            assertThat(in.length()).isEqualTo(bytes.length);
            int from = random.nextInt(bytes.length);
            assertThat(in.skip(from)).isEqualTo(from);
            assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
        }
        assertThat(vault.hashes(staged.sha256())).isEqualTo(new Vault.Hashes(staged.sha256(), staged.sm3()));
    }

    @RepeatedTest(60)
    void a_changed_byte_or_a_lost_end_is_found(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        var vault = vault();
        var staged = kept(vault, bytes(random, random.nextInt(1, 200_000)));
        var file = vault.place(staged.sha256());
        byte[] sealed = Files.readAllBytes(file);
        if (random.nextBoolean()) {
            sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, sealed);
        } else {
            Files.write(file, java.util.Arrays.copyOf(sealed, random.nextInt(sealed.length)));
        }

        assertThatThrownBy(() -> vault.hashes(staged.sha256())).isInstanceOf(SealedFile.Altered.class);
    }

    @Test
    void the_bytes_on_the_disk_do_not_tell_what_they_are() throws IOException {
        var vault = vault();
        var staged = kept(vault, "当事人赵小禾的身份证".repeat(50).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(new String(Files.readAllBytes(vault.place(staged.sha256())), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("赵小禾");
    }

    @Test
    void the_empty_hash_of_the_national_algorithm_is_right() {
        // GB/T 32905-2016, example 1: "abc".
        var staged = vault().stage(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}), 10);

        assertThat(staged.sm3()).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void a_sender_who_stops_half_way_leaves_nothing() throws IOException {
        var vault = vault();
        var broken = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 100_000) {
                    throw new IOException("gone");
                }
                return 7;
            }
        };

        assertThatThrownBy(() -> vault.stage(broken, Long.MAX_VALUE)).isInstanceOf(Vault.BrokenOff.class);
        assertThat(files()).isZero();
    }

    @Test
    void too_many_bytes_and_a_full_disk_are_refused_and_leave_nothing() throws IOException {
        assertThatThrownBy(() -> vault().stage(new ByteArrayInputStream(new byte[100_001]), 100_000))
                .isInstanceOf(Vault.TooLarge.class);
        var full = new Vault(folder, SECRET, Long.MAX_VALUE / 2);
        assertThatThrownBy(() -> full.stage(new ByteArrayInputStream(new byte[10]), 100)).isInstanceOf(Vault.NoRoom.class);
        assertThat(files()).isZero();
    }

    @Test
    void killed_before_the_row_the_file_is_swept_and_others_stay() throws IOException {
        var vault = vault();
        var orphan = kept(vault, new byte[] {1, 2, 3});
        var known = kept(vault, new byte[] {4, 5, 6});
        Files.write(folder.resolve("incoming").resolve("half"), new byte[] {7}); // killed while it came
        vault.sweepIncoming();

        int removed = vault.sweep(Instant.now(java.time.Clock.systemUTC()), _ -> Set.of(known.sha256()));

        assertThat(removed).isEqualTo(1);
        assertThat(vault.place(orphan.sha256())).doesNotExist();
        assertThat(vault.place(known.sha256())).exists();
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void bringing_it_again_makes_a_damaged_file_good() throws IOException {
        var vault = vault();
        var staged = kept(vault, new byte[] {1, 2, 3});
        Files.write(vault.place(staged.sha256()), new byte[] {0});

        kept(vault, new byte[] {1, 2, 3});

        assertThat(vault.hashes(staged.sha256()).sha256()).isEqualTo(staged.sha256());
    }

    private long files() throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).count();
        }
    }
}
