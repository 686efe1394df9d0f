package org.hengjian.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was gathered on one offer in which something was found (证据汇集): findings, what was set aside, parts of the score. */
final class Evidence {

    final Screening screening;
    final Listing listing;
    final List<Reading> readings;
    final Model model = Model.shipped();
    final List<Contribution> contributions = new ArrayList<>();
    final List<Clearing> clearings = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<String, Accused> accused = new LinkedHashMap<>();
    /** Classes of goods named anywhere in the offer, bit n for class n. */
    final long goods;

    double claimWeight;
    double claimsTotal;
    /** Of what is claimed the gravest that speaks of the goods themselves, and not of their labels or of supply. */
    double imitationWeight;
    Kind claimKind = Kind.NONE;
    boolean claimStandsAlone;
    /** Claims, or families of them, that were believed, those of labels left out: who prints them sells no copies. */
    final Set<Integer> claimsSaid = new HashSet<>(2);

    Evidence(Screening screening, Listing listing, List<Reading> readings, long goods) {
        this.screening = screening;
        this.listing = listing;
        this.readings = readings;
        this.goods = goods;
    }

    /** Adds a feature to the score and says by how much, in log-odds. */
    double add(Feature feature, double value) {
        return add(feature.ordinal(), value);
    }

    double add(int feature, double value) {
        double weight = round(model.weight(feature) * value);
        if (weight != 0) {
            contributions.add(Model.contribution(feature, weight));
        }
        return weight;
    }

    void clear(Kind kind, String rightId, Reading reading, Hit hit, String zh, String en) {
        clearings.add(new Clearing(kind, rightId, reading.field, hit.start(), hit.end(), shown(reading, hit), zh, en));
    }

    static String shown(Reading reading, Hit hit) {
        return reading.units.text().substring(hit.start(), hit.end());
    }

    /** Each transformation of a hit, by its stable name. */
    static List<String> path(Hit hit) {
        var path = new ArrayList<String>(2);
        for (Trick trick : Trick.of(hit.tricks())) {
            path.add(trick.code);
        }
        if (hit.form().role() == Form.Role.NICKNAME) {
            path.add(Trick.NICKNAME.code);
        }
        return path;
    }

    /** The same for people: ": homophone, split character". */
    static String ways(Hit hit, boolean chinese) {
        var ways = new StringBuilder();
        for (Trick trick : Trick.of(hit.tricks())) {
            ways.append(ways.isEmpty() ? chinese ? "：" : ": " : chinese ? "、" : ", ")
                    .append(chinese ? trick.zh : trick.en);
        }
        return ways.toString();
    }

    static double round(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }
}
