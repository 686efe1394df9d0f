package org.hengjian.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedClaims;

/** How long a register takes to compile and how much memory it holds (装载评测): ten names a right, half of them Latin. */
final class Size {

    private static final int NAMES_OF_ONE_SCRIPT = 5;
    private static final String CONSONANTS = "bcdfghjklmnprstvwz";
    private static final String VOWELS = "aeiou";

    private Size() {}

    static void report(PrintStream out) {
        out.printf("%n## Build and memory%n%nInvented names of two to five characters and of five to ten letters, with all shipped claims.%n%n");
        out.println("| rights | names | build, s | held, MB | one right more, ms |");
        out.println("|---|---|---|---|---|");
        for (int rights : new int[] {1_000, 10_000, 100_000}) {
            measure(rights, out);
        }
    }

    private static void measure(int count, PrintStream out) {
        List<Right> rights = rights(count);
        long before = held();
        long start = System.nanoTime();
        Screening screening = Screening.of(rights, ShippedClaims.all());
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = (held() - before) / 1e6;
        start = System.nanoTime();
        Screening more = screening.with(Right.of("more", "衡溪", "HENGXI"));
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (more.screen(Listing.of("1", "衡溪 高仿")).right().isEmpty()) {
            throw new IllegalStateException("the right that was added is not seen");
        }
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %.2f | %.1f | %.1f |%n",
                count,
                count * 2 * NAMES_OF_ONE_SCRIPT,
                seconds,
                megabytes,
                milliseconds);
    }

    private static List<Right> rights(int count) {
        var random = new Random(5);
        var characters = new StringBuilder();
        // What ordinary names are made of, so that sounds are shared as they are in a real register.
        rightsShipped().forEach(right -> right.name().chars()
                .filter(Character::isIdeographic)
                .forEach(c -> characters.append((char) c)));
        var rights = new ArrayList<Right>(count);
        for (int i = 0; i < count; i++) {
            var han = new ArrayList<String>();
            var latin = new ArrayList<String>();
            for (int n = 0; n < NAMES_OF_ONE_SCRIPT; n++) {
                han.add(written(2 + random.nextInt(4), characters, random));
                latin.add(spoken(5 + random.nextInt(6), random));
            }
            rights.add(new Right(
                    "size:" + i,
                    han.getFirst(),
                    latin,
                    han.subList(1, han.size()),
                    List.of(),
                    List.of(),
                    Set.of(),
                    "",
                    List.of(),
                    "",
                    false,
                    List.of(),
                    ""));
        }
        return rights;
    }

    private static List<Right> rightsShipped() {
        return List.copyOf(Screening.shipped().rights());
    }

    private static String written(int length, CharSequence characters, Random random) {
        var name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append(characters.charAt(random.nextInt(characters.length())));
        }
        return name.toString();
    }

    private static String spoken(int length, Random random) {
        var name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String from = i % 2 == 0 ? CONSONANTS : VOWELS;
            name.append(from.charAt(random.nextInt(from.length())));
        }
        return name.toString();
    }

    private static long held() {
        for (int i = 0; i < 3; i++) {
            System.gc(); // what the peers left goes with the second
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
