package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompetenceTest {

    private static final Law LAW = Law.load();

    private static Competence.Answer ask(
            @Nullable String right,
            @Nullable String product,
            String channel,
            @Nullable String act,
            @Nullable String seller,
            @Nullable String platform,
            String on) {
        return LAW.competence(new Competence.Question(
                right, null, product, channel, region(act), region(seller), region(platform), LocalDate.parse(on)));
    }

    private static @Nullable RegionCode region(@Nullable String code) {
        return code == null ? null : RegionCode.of(code);
    }

    @Test
    void a_shop_on_a_platform_belongs_to_its_place_of_business() {
        Competence.Answer answer = ask("trademark", "cosmetics", "online", "330106", "440305", null, "2026-01-05");
        assertThat(answer.agencies().getFirst().type()).isEqualTo("market-regulation");
        assertThat(answer.agencies().getFirst().region()).isEqualTo(RegionCode.of("440305"));
        assertThat(answer.agencies()).extracting(Competence.Agency::type).contains("drug-regulation");
        assertThat(answer.conflict()).isNull();
    }

    @Test
    void seller_and_platform_in_two_provinces_meet_in_the_country() {
        Competence.Answer answer = ask("trademark", "goods", "online", null, "440305", "330106", "2026-01-05");
        assertThat(answer.conflict())
                .isNotNull()
                .satisfies(c -> assertThat(c.superior()).isEqualTo(RegionCode.NATION));
        Competence.Answer near = ask("trademark", "goods", "online", null, "330108", "330106", "2026-01-05");
        assertThat(near.conflict())
                .isNotNull()
                .satisfies(c -> assertThat(c.superior()).isEqualTo(RegionCode.of("330100")));
    }

    @Test
    void customs_leads_at_the_border() {
        Competence.Answer answer = ask("trademark", "goods", "border", "310115", null, null, "2026-01-05");
        assertThat(answer.agencies().getFirst().type()).isEqualTo("customs");
        assertThat(answer.agencies().getFirst().lead()).isTrue();
    }

    @Test
    void seeds_of_trees_go_to_forestry_and_a_patent_dispute_to_the_city() {
        assertThat(ask("plant-variety", "forest-seed", "market", "330106", null, null, "2026-01-05")
                        .agencies()
                        .getFirst()
                        .type())
                .isEqualTo("forestry-grassland");
        assertThat(ask("patent-dispute", null, "market", "330106", null, null, "2026-01-05")
                        .agencies()
                        .getFirst()
                        .region())
                .isEqualTo(RegionCode.of("330100"));
        assertThat(ask("patent", null, "market", "330106", null, null, "2020-01-05")
                        .agencies()
                        .getFirst()
                        .type())
                .isEqualTo("intellectual-property");
    }

    @Test
    void what_no_rule_covers_is_said() {
        assertThat(ask("copyright", null, "market", "330106", null, null, "2005-01-05")
                        .uncertain())
                .asString()
                .contains("no rule");
    }
}
