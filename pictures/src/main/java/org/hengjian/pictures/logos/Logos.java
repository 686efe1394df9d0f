package org.hengjian.pictures.logos;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.pictures.Box;

/**
 * The logos that are searched for (图形标识库). May be asked by several threads.
 *
 * <pre>{@code
 * Logos.shipped().find(picture); // [Sighting[brand=Audi, box=…, agreement=0.94]]
 * }</pre>
 */
public final class Logos {

    /** A logo that agrees by more than this with a letter, a plain shape or another logo is not searched for. */
    public static final double CLOSEST_MOST = 0.86;

    /** Below it nothing is told; set after a trial, and measured in {@code docs/screening/logos.md}. */
    private static final double AGREEMENT_LEAST = 0.82;

    /** A logo must agree by so much more than what it is mistaken for. */
    private static final double AHEAD_LEAST = 0.04;

    private static final int EDGE_MOST = 1_280; // as for text, more takes long and finds little
    private static final double OVERLAP_LEAST = 0.70;
    private static final double STRETCH_MOST = 0.3; // the logarithm of it
    private static final double FIRST_LEAST = 0.50; // before the pose is fitted
    private static final double MEASURED_FIRST_LEAST = 0.62; // there one looks for the very like
    private static final double COARSE_LEAST = 0.60;
    private static final double[] WIDE = {0.08, 0.04};
    private static final double[] NARROW = {0.02, 0.01};
    private static final int SIZE_LEAST = 20;
    private static final int SHORT_SIDE_LEAST = 8; // flatter than that a word is a bar
    private static final int LEVELS_MOST = 3;
    private static final int OF_A_REGION_MOST = 4;
    private static final int TRIED_MOST = 600;
    private static final double OUT_MOST = 0.04; // of its size that a logo may lie beyond the edge

    private final List<Logo> logos;
    private final List<Drawn> drawn;
    private final List<String> leftOut;
    private final boolean all;

    private Logos(List<Logo> logos, List<Drawn> drawn, List<String> leftOut, boolean all) {
        this.logos = List.copyOf(logos);
        this.drawn = List.copyOf(drawn);
        this.leftOut = List.copyOf(leftOut);
        this.all = all;
    }

    /** A logo as it is drawn. */
    public record Drawn(String brand, Shape outline) {}

    private static final class Shipped {
        static final Logos LOGOS = read();
    }

    /** Those of the shipped list that are distinct enough. */
    public static Logos shipped() {
        return Shipped.LOGOS;
    }

    public static Logos none() {
        return new Logos(List.of(), List.of(), List.of(), false);
    }

    /**
     * Outlines by name, before it is known what they are mistaken for: all that agree a little are told, several at one place
     * too. For measuring.
     */
    public static Logos measuring(Map<String, Shape> outlines) {
        return new Logos(
                outlines.entrySet().stream()
                        .map(one -> new Logo(one.getKey(), one.getValue(), 0))
                        .toList(),
                List.of(),
                List.of(),
                true);
    }

    private static Logos read() {
        var logos = new ArrayList<Logo>();
        var drawn = new ArrayList<Drawn>();
        var leftOut = new ArrayList<String>();
        try (var in = Logos.class.getResourceAsStream("outlines.tsv")) {
            if (in == null) {
                throw new IllegalStateException("outlines.tsv is not in the jar");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t", -1);
                double closest = Double.parseDouble(fields[1]);
                if (closest > CLOSEST_MOST) {
                    leftOut.add(fields[0]);
                    continue;
                }
                Shape outline = Outlines.read(fields[3]);
                logos.add(new Logo(fields[0], outline, closest));
                drawn.add(new Drawn(fields[0], outline));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Logos(logos, drawn, leftOut, false);
    }

    /** What is searched for; a brand may have several. */
    public List<Drawn> drawn() {
        return drawn;
    }

    /** Brands of outlines that are too like something else to be searched for. */
    public List<String> leftOut() {
        return leftOut;
    }

    private record Candidate(Logo logo, Pose pose, double overlap) {}

    /** Signs like the logos, the surest first; of several at one place only the surest. */
    public List<Sighting> find(BufferedImage picture) {
        if (logos.isEmpty() || Math.min(picture.getWidth(), picture.getHeight()) < SIZE_LEAST) {
            return List.of();
        }
        Raster raster = Raster.of(picture, EDGE_MOST);
        var candidates = new ArrayList<Candidate>();
        List<Raster> halves = raster.halves(SIZE_LEAST);
        // In a smaller picture the letters of a large mark run together, and noise is less.
        for (int level = 0; level < Math.min(LEVELS_MOST, halves.size()); level++) {
            int times = 1 << level;
            new Regions(halves.get(level)).forEach(region -> compare(region, times, candidates));
        }
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.overlap()));
        var agreement = new Agreement(halves);
        var sightings = new ArrayList<Sighting>();
        for (Candidate candidate : distinct(candidates)) {
            verify(candidate, raster, agreement, sightings);
        }
        double scale = picture.getWidth() / (double) raster.width();
        return (all ? sightings : surest(sightings)).stream()
                .map(one -> new Sighting(one.brand(), scaled(one.box(), scale), one.agreement()))
                .toList();
    }

    private void compare(Silhouette region, int times, List<Candidate> candidates) {
        var of = new ArrayList<Candidate>();
        for (Logo logo : logos) {
            Logo.Part best = null;
            double most = OVERLAP_LEAST;
            for (Logo.Part part : logo.parts()) {
                double overlap = part.silhouette().overlap(region);
                double stretch = Math.abs(Math.log(region.spreadX()
                        / part.silhouette().spreadX()
                        * part.silhouette().spreadY()
                        / region.spreadY()));
                if (overlap >= most && stretch <= STRETCH_MOST) {
                    best = part;
                    most = overlap;
                }
            }
            if (best != null) {
                of.add(new Candidate(logo, best.laidOn(region).times(times), most));
            }
        }
        of.sort(Comparator.comparingDouble(candidate -> -candidate.overlap()));
        candidates.addAll(all ? of : of.subList(0, Math.min(OF_A_REGION_MOST, of.size())));
    }

    /** The likeliest, without those that lie where a better one of the same logo lies. */
    private List<Candidate> distinct(List<Candidate> candidates) {
        var ofLogo = new HashMap<Logo, List<Candidate>>();
        var distinct = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            if (distinct.size() == TRIED_MOST && !all) {
                break;
            }
            List<Candidate> others = ofLogo.computeIfAbsent(candidate.logo(), logo -> new ArrayList<>());
            if (others.stream().noneMatch(other -> isNear(other.pose(), candidate.pose()))) {
                others.add(candidate);
                distinct.add(candidate);
            }
        }
        return distinct;
    }

    private static boolean isNear(Pose one, Pose other) {
        double near = 0.06 * one.size();
        return Math.abs(one.c() - other.c()) < near
                && Math.abs(one.f() - other.f()) < near
                && Math.abs(one.a() - other.a()) < near / 2
                && Math.abs(one.e() - other.e()) < near / 2
                && Math.abs(one.b() - other.b()) < near / 2;
    }

    private void verify(Candidate candidate, Raster raster, Agreement agreement, List<Sighting> sightings) {
        Logo logo = candidate.logo();
        Template coarse = logo.coarse();
        if (candidate.pose().size() < SIZE_LEAST || agreement.of(coarse, candidate.pose()) < (all ? MEASURED_FIRST_LEAST : FIRST_LEAST)) {
            return;
        }
        Pose near = agreement.fitted(coarse, candidate.pose(), WIDE);
        if (agreement.of(coarse, near) < COARSE_LEAST) {
            return;
        }
        Pose pose = agreement.fitted(coarse, near, NARROW);
        if (!pose.isPlausible()) {
            return;
        }
        Template template = logo.template(pose.size());
        double agrees = agreement.of(template, pose);
        Box box = pose.box(template);
        double out = OUT_MOST * pose.size();
        if (Math.min(box.width(), box.height()) < SHORT_SIDE_LEAST
                || agrees < (all ? COARSE_LEAST : Math.max(AGREEMENT_LEAST, logo.closest() + AHEAD_LEAST))
                || box.x() < -out
                || box.y() < -out
                || box.x() + box.width() > raster.width() + out
                || box.y() + box.height() > raster.height() + out) {
            return;
        }
        sightings.add(new Sighting(logo.brand(), within(box, raster), agrees));
    }

    private static Box within(Box box, Raster raster) {
        int left = Math.max(0, box.x());
        int top = Math.max(0, box.y());
        return new Box(
                left,
                top,
                Math.min(raster.width(), box.x() + box.width()) - left,
                Math.min(raster.height(), box.y() + box.height()) - top);
    }

    private static List<Sighting> surest(List<Sighting> sightings) {
        var surest = new ArrayList<Sighting>();
        sightings.sort(Comparator.comparingDouble((Sighting one) -> -one.agreement()).thenComparing(Sighting::brand));
        for (Sighting one : sightings) {
            if (surest.stream().noneMatch(other -> isShared(other.box(), one.box()))) {
                surest.add(one);
            }
        }
        return surest;
    }

    /** Whether a good part of the smaller lies in the other. */
    private static boolean isShared(Box one, Box other) {
        double across = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double down = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        double smaller = Math.min((double) one.width() * one.height(), (double) other.width() * other.height());
        return across > 0 && down > 0 && across * down > 0.3 * smaller;
    }

    private static Box scaled(Box box, double scale) {
        return scale == 1
                ? box
                : new Box(
                        (int) (box.x() * scale),
                        (int) (box.y() * scale),
                        (int) Math.ceil(box.width() * scale),
                        (int) Math.ceil(box.height() * scale));
    }
}
