package org.hengjian.bench.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.cleaners.LowerCaseNormalizeCleaner;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinklerTokenized;
import no.priv.garshol.duke.comparators.NumericComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.InMemoryDatabase;

/**
 * Duke (no.priv.garshol.duke 1.2) on the labelled pairs, with comparators and probabilities set by hand for every column, as
 * its guide does: what tells most from .1 to .95, what says little around .5. It compares all labelled pairs, so that no
 * blocking loses it any.
 */
final class DukePeer {

    /** As in most of its examples. */
    static final double THRESHOLD = 0.8;

    private record Setting(Comparator comparator, double low, double high) {}

    private static final Setting NAME = new Setting(new QGramComparator(), 0.09, 0.93);
    private static final Setting TEXT = new Setting(new QGramComparator(), 0.35, 0.75);
    private static final Setting PEOPLE = new Setting(new JaroWinklerTokenized(), 0.2, 0.8);
    private static final Setting WEAK = new Setting(new QGramComparator(), 0.42, 0.58);
    private static final Setting NUMBER = new Setting(new NumericComparator(), 0.4, 0.6);
    private static final Setting CODE = new Setting(new ExactComparator(), 0.3, 0.95);

    private static final Map<String, Setting> SETTINGS = Map.ofEntries(
            Map.entry("title", NAME),
            Map.entry("name", NAME),
            Map.entry("song_name", NAME),
            Map.entry("beer_name", NAME),
            Map.entry("authors", PEOPLE),
            Map.entry("artist_name", PEOPLE),
            Map.entry("brew_factory_name", PEOPLE),
            Map.entry("album_name", TEXT),
            Map.entry("description", TEXT),
            Map.entry("addr", TEXT),
            Map.entry("modelno", CODE),
            Map.entry("phone", CODE),
            Map.entry("year", NUMBER),
            Map.entry("price", NUMBER),
            Map.entry("abv", NUMBER),
            Map.entry("time", new Setting(new ExactComparator(), 0.3, 0.7)));

    private DukePeer() {}

    static Scores score(PairFile file) {
        var clean = new LowerCaseNormalizeCleaner();
        List<RecordImpl> left = file.left().stream().map(row -> read(file.headings(), row, clean)).toList();
        List<RecordImpl> right = file.right().stream().map(row -> read(file.headings(), row, clean)).toList();
        var properties = new ArrayList<Property>();
        properties.add(new PropertyImpl("#"));
        for (String heading : file.headings()) {
            Setting setting = SETTINGS.getOrDefault(heading.toLowerCase(Locale.ROOT), WEAK);
            properties.add(new PropertyImpl(heading, setting.comparator, setting.low, setting.high));
        }
        var configuration = new ConfigurationImpl();
        configuration.setProperties(properties);
        configuration.setThreshold(THRESHOLD);
        configuration.validate();
        var processor = new Processor(configuration, new InMemoryDatabase());
        return new Scores(
                file.pairs(),
                file.pairs().stream()
                        .mapToDouble(pair -> processor.compare(left.get(pair.left()), right.get(pair.right())))
                        .toArray());
    }

    private static RecordImpl read(List<String> headings, List<String> row, LowerCaseNormalizeCleaner clean) {
        var record = new RecordImpl();
        for (int i = 0; i < headings.size(); i++) {
            String value = clean.clean(row.get(i));
            if (value != null && !value.isEmpty()) {
                record.addValue(headings.get(i), value);
            }
        }
        return record;
    }
}
