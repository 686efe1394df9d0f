package org.hengjian.screening;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the seller, the price and the words of resale add (旁证): they never accuse without a name. */
final class Circumstances {

    private static final double GRAVE = 3.0;
    private static final double VERY_GRAVE = 4.0;
    private static final double FROM_ELSEWHERE = 3.2;

    private final Evidence evidence;

    Circumstances(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param gravest log-odds of the gravest finding so far */
    double seller(Accused one, double gravest) {
        if (one.right.authorises(evidence.listing.seller())) {
            return evidence.add(Feature.AUTHORISED_SELLER, 1);
        }
        for (Reading reading : evidence.readings) {
            for (Cues.At at : reading.cues) {
                if (at.cue().sort() != Cues.Sort.OFFICIAL) {
                    continue;
                }
                if (!one.right.authorised().isEmpty()) {
                    return unauthorised(reading, at, one);
                }
                String seller = evidence.listing.seller();
                if (gravest < GRAVE
                        && !seller.isBlank()
                        && HonestUse.folded(seller).contains(HonestUse.folded(one.right.name()))) {
                    return evidence.add(Feature.OFFICIAL_SHOP, 1);
                }
            }
        }
        return 0;
    }

    private double unauthorised(Reading reading, Cues.At at, Accused one) {
        boolean known = !evidence.listing.seller().isBlank();
        double weight = evidence.add(known ? Feature.UNAUTHORISED : Feature.UNAUTHORISED_UNKNOWN, 1);
        evidence.findings.add(new Finding(
                Kind.UNAUTHORISED_USE,
                reading.field,
                at.start(),
                at.end(),
                reading.units.text().substring(at.start(), at.end()),
                at.cue().word(),
                List.of(),
                one.right.id(),
                weight,
                known ? "自称官方或授权，但卖家不在授权名单内" : "自称官方或授权，卖家不明",
                known
                        ? "calls itself official, but is not on the list"
                        : "calls itself official; the seller is unknown"));
        return weight;
    }

    /** A geographical indication on goods that the offer itself says are from elsewhere. */
    double origin(Accused one) {
        if (!one.plain) {
            return 0;
        }
        for (Reading reading : evidence.readings) {
            var elsewhere = PlaceOfOrigin.elsewhere(one.right, reading.units.text());
            if (elsewhere.isPresent()) {
                var said = elsewhere.get();
                double weight = evidence.add(Feature.OTHER_CLAIM, FROM_ELSEWHERE);
                String own = PlaceOfOrigin.of(one.right);
                evidence.findings.add(new Finding(
                        Kind.GI_MISUSE,
                        reading.field,
                        said.start(),
                        said.end(),
                        reading.units.text().substring(said.start(), said.end()),
                        own,
                        List.of(),
                        one.right.id(),
                        weight,
                        "自称产自" + said.place() + "，而“" + one.right.name() + "”的产地是" + own,
                        "says it is from " + said.place() + "; the place of “" + one.right.name() + "” is " + own));
                return weight;
            }
        }
        return 0;
    }

    /** What became of earlier leads; it moves a doubtful offer, and never makes one from an honest mention. */
    double history(SellerHistory history, double gravest) {
        double sum = 0;
        if (history.confirmed() > 0 && gravest > 0) {
            sum += evidence.add(Feature.SELLER_CONFIRMED, Math.min(2, Math.log1p(history.confirmed())));
        }
        if (history.dismissed() > history.confirmed()) {
            sum += evidence.add(Feature.SELLER_DISMISSED, Math.min(2, Math.log1p(history.dismissed())));
        }
        return sum;
    }

    double price(Accused one) {
        Listing listing = evidence.listing;
        if (!(listing.currency().isBlank() || listing.currency().equalsIgnoreCase("CNY"))) {
            return 0;
        }
        for (PriceBand band : one.right.prices()) {
            if (band.niceClass() != 0 && (evidence.goods & 1L << band.niceClass()) == 0) {
                continue;
            }
            Priced priced = Priced.of(listing);
            if (priced.fen() > 0 && priced.fen() < band.lowFen()) {
                double share = priced.fen() / (double) band.lowFen();
                double weight = evidence.add(Feature.PRICE, share < 0.34 ? 3.2 : share < 0.67 ? 2.5 : 1.2);
                String price = yuan(priced.fen());
                String low = yuan(band.lowFen());
                evidence.findings.add(new Finding(
                        Kind.PRICE_FAR_BELOW,
                        priced.field(),
                        priced.start(),
                        priced.end(),
                        listing.title().substring(priced.start(), priced.end()),
                        low,
                        List.of(),
                        one.right.id(),
                        weight,
                        "售价 " + price + " 元，低于参考下限 " + low + " 元",
                        "priced at CNY " + price + ", under the reference of CNY " + low));
                return weight;
            }
        }
        return 0;
    }

    /** What is asked for the goods, in fen, and where it stands; 0 if nothing says it. */
    private record Priced(long fen, String field, int start, int end) {

        private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,2})?)";

        /** 39.9包邮, 只要888: a number that the words call a price; one of a voucher or a threshold is none. */
        private static final Pattern SAID = Pattern.compile("(?:[¥￥]|只要|仅需|特价|售价|到手|一口价)\\s?" + NUMBER + "(?![\\d.])"
                + "|(?<![\\d.满减返送省领])" + NUMBER + "\\s?(?:元|块|包邮|rmb)(?!\\s?(?:券|优惠|红包|定金|押金|起|配件))");

        static Priced of(Listing listing) {
            return listing.priceFen() > 0
                    ? new Priced(listing.priceFen(), "price", 0, 0)
                    : inTheWords(listing.title());
        }

        private static Priced inTheWords(String title) {
            Matcher said = SAID.matcher(title);
            if (!said.find()) {
                return new Priced(0, "title", 0, 0);
            }
            String number = said.group(1) == null ? said.group(2) : said.group(1);
            return new Priced(
                    new BigDecimal(number).movePointRight(2).longValueExact(), "title", said.start(), said.end());
        }
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%.2f", fen / 100.0);
    }

    double resale(double gravest) {
        int words = 0;
        for (Reading reading : evidence.readings) {
            words += resaleWords(reading);
        }
        return words == 0
                ? 0
                : evidence.add(Feature.RESALE, Math.min(1.8, words * 0.7) * (gravest >= VERY_GRAVE ? 0.4 : 1));
    }

    private static int resaleWords(Reading reading) {
        int words = 0;
        int end = -1;
        for (Cues.At at : reading.cues) {
            // Of words that overlap (二手, 个人二手) one counts.
            if (at.cue().sort() == Cues.Sort.RESALE && at.start() >= end && !at.isLacking(reading.units.text())) {
                words++;
                end = at.end();
            }
        }
        return words;
    }

    void resaleClearing(Accused one) {
        for (Reading reading : evidence.readings) {
            for (Cues.At at : reading.cues) {
                if (at.cue().sort() == Cues.Sort.RESALE) {
                    evidence.clearings.add(new Clearing(
                            Kind.GENUINE_RESALE,
                            one.right.id(),
                            reading.field,
                            at.start(),
                            at.end(),
                            reading.units.text().substring(at.start(), at.end()),
                            "转售自用正品的表述",
                            "words of somebody selling on genuine goods"));
                    return;
                }
            }
        }
    }
}
