package org.hengjian.bench.records;

import com.esotericsoftware.minlog.Log;
import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.datamodel.Comparison;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;

/**
 * JedAI (org.scify:jedai-core 3.0) on the labelled pairs, without looking at columns, as it is meant: words, or runs of
 * three characters, weighed by tf–idf, and their cosine. Its unique mapping is what {@link Scores#once} does. It compares all
 * labelled pairs, so that no blocking loses it any.
 */
final class JedaiPeer {

    /** Where its clustering stands by itself. */
    static final double THRESHOLD = 0.5;

    static final List<RepresentationModel> MODELS =
            List.of(RepresentationModel.TOKEN_UNIGRAMS_TF_IDF, RepresentationModel.CHARACTER_TRIGRAMS_TF_IDF);

    private JedaiPeer() {}

    static Scores score(PairFile file, RepresentationModel model) {
        Log.set(Log.LEVEL_NONE);
        var matcher = new ProfileMatcher(
                profiles(file.headings(), file.left()),
                profiles(file.headings(), file.right()),
                model,
                SimilarityMetric.COSINE_SIMILARITY);
        return new Scores(
                file.pairs(),
                file.pairs().stream()
                        .mapToDouble(pair -> matcher.executeComparison(new Comparison(true, pair.left(), pair.right())))
                        .toArray());
    }

    private static List<EntityProfile> profiles(List<String> headings, List<List<String>> rows) {
        var profiles = new ArrayList<EntityProfile>();
        for (List<String> row : rows) {
            var profile = new EntityProfile(String.valueOf(profiles.size()));
            for (int i = 0; i < headings.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    profile.addAttribute(headings.get(i), row.get(i));
                }
            }
            profiles.add(profile);
        }
        return profiles;
    }
}
