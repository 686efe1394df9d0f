package org.hengjian.tracing.comparing;

import java.util.List;

/**
 * Perceptual hashes of pictures (图片指纹) of 64 bits, in hexadecimal. Levels by the number of bits that differ: none, up to
 * 4, up to 10, more.
 */
public final class PictureMeasure implements Measure<String> {

    @Override
    public String read(String canonical) {
        return canonical;
    }

    @Override
    public List<String> levels() {
        return List.of("different", "near", "close", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.4, 0.1, 0.15, 0.35};
    }

    @Override
    public int level(String source, String target) {
        if (source.equals(target)) {
            return 3;
        }
        if (source.length() != 16 || target.length() != 16) {
            return 0;
        }
        int bits = Long.bitCount(Long.parseUnsignedLong(source, 16) ^ Long.parseUnsignedLong(target, 16));
        return bits <= 4 ? 2 : bits <= 10 ? 1 : 0;
    }

    @Override
    public String term(String value, int level) {
        return level == 3 ? value : "";
    }

    @Override
    public double strangers() {
        return 0.2;
    }

    /** Four bands: with up to three bits changed, one band stays whole. */
    @Override
    public List<String> keys(String value) {
        return value.length() == 16
                ? List.of(
                        "0" + value.substring(0, 4),
                        "1" + value.substring(4, 8),
                        "2" + value.substring(8, 12),
                        "3" + value.substring(12))
                : List.of(value);
    }
}
