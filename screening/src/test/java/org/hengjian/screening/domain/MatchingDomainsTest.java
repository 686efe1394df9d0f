package org.hengjian.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hengjian.screening.domain.LookAlikeDomains.Match;
import org.hengjian.screening.domain.LookAlikeDomains.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingDomainsTest {

    private final LookAlikeDomains domains =
            new LookAlikeDomains(List.of("HENGXI", "adidas", "Louis Vuitton"), List.of("hengxi.example", "adidas.com"));

    @ParameterizedTest
    @CsvSource({
        "hengxi.top, HENGXI, OTHER_ENDING",
        "heng-xi.com, HENGXI, HYPHEN",
        "h3ngxi.com, HENGXI, HOMOGLYPH",
        "henxgi.cn, HENGXI, ONE_SLIP",
        "adidaas.com, adidas, ONE_SLIP",
        "adidas-outlet.com.cn, adidas, COMBINED",
        "hengxiguanwang.com, HENGXI, COMBINED",
        "louisvuittonshop88.com, Louis Vuitton, COMBINED"
    })
    void an_imitation_is_named_with_its_way(String domain, String name, Way way) {
        assertThat(domains.match(domain)).hasValue(new Match(domain, name, way));
    }

    @ParameterizedTest
    @CsvSource({"adidas.com", "shop.adidas.com", "hengxi.example", "example.com", "heng.com", "louis.com", "a", "''"})
    void the_holders_own_and_unrelated_domains_are_left_alone(String domain) {
        assertThat(domains.match(domain)).isEmpty();
    }

    @Test
    void a_letter_of_another_script_is_read_as_the_one_it_is_drawn_like() {
        String domain = java.net.IDN.toASCII("hengxі.com"); // the last letter is Cyrillic

        assertThat(domains.match(domain)).map(Match::way).hasValue(Way.HOMOGLYPH);
    }

    @Test
    void every_variant_on_the_watch_list_is_recognised_in_a_feed() {
        List<String> variants = domains.variants("adidas");

        assertThat(variants).hasSizeGreaterThan(300).doesNotContain("adidas.com");
        long recognised = variants.stream().filter(domain -> domains.match(domain).isPresent()).count();
        assertThat(recognised).isGreaterThanOrEqualTo(variants.size() * 99 / 100);
    }
}
