package org.hengjian.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which pictures have landmarks that look like those asked for (倒排索引): an inverted file of words, a word being the first
 * signs of a landmark. Immutable. The more landmarks there are, the more signs count, so that a list stays short; signs that
 * are unsure in the picture asked for are tried both ways.
 */
final class WordIndex {

    private static final int BITS_LEAST = 10;
    private static final int VOTES_LEAST = 3;

    /** A word that so many times its share of landmarks have tells nothing, and costs most. */
    private static final int SHARE_MOST = 24;

    private final int bits;
    private final int[] starts;
    private final int[] members;
    private final int pictures;
    private final int listMost;

    /** @param words of each picture's landmarks */
    WordIndex(List<int[]> words) {
        pictures = words.size();
        int total = words.stream().mapToInt(of -> of.length).sum();
        bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(total), BITS_LEAST, Landmarks.WORD_BITS);
        starts = new int[(1 << bits) + 1];
        for (int[] of : words) {
            for (int word : of) {
                starts[(word & (1 << bits) - 1) + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = starts.clone();
        members = new int[total];
        for (int picture = 0; picture < pictures; picture++) {
            for (int word : words.get(picture)) {
                members[next[word & (1 << bits) - 1]++] = picture;
            }
        }
        listMost = Math.max(64, SHARE_MOST * (total >> bits));
    }

    /** The pictures with most words in common, most first. */
    List<Integer> likely(Landmarks asked, int most) {
        short[] votes = new short[pictures];
        for (int i = 0; i < asked.count(); i++) {
            int word = asked.word(i);
            for (int tried = 0; tried < 1 << Landmarks.UNSURE; tried++) {
                int probe = word;
                boolean told = true;
                for (int rank = 0; rank < Landmarks.UNSURE; rank++) {
                    if ((tried >> rank & 1) == 1) {
                        int bit = asked.unsure()[i * Landmarks.UNSURE + rank];
                        told &= bit < bits; // a sign that does not count makes no other word
                        probe ^= 1 << bit;
                    }
                }
                int list = probe & (1 << bits) - 1;
                if (told && starts[list + 1] - starts[list] <= listMost) {
                    for (int m = starts[list]; m < starts[list + 1]; m++) {
                        votes[members[m]]++;
                    }
                }
            }
        }
        return most(votes, most);
    }

    private static List<Integer> most(short[] votes, int most) {
        int least = VOTES_LEAST;
        var likely = new ArrayList<Integer>();
        for (int picture = 0; picture < votes.length; picture++) {
            if (votes[picture] >= least) {
                likely.add(picture);
                if (likely.size() >= 64 * most) {
                    likely.sort(Comparator.comparingInt(one -> -votes[one]));
                    likely.subList(most, likely.size()).clear();
                    least = votes[likely.getLast()];
                }
            }
        }
        likely.sort(Comparator.comparingInt(one -> -votes[one]));
        return likely.subList(0, Math.min(most, likely.size()));
    }
}
