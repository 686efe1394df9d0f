package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.hengjian.tables.RuleTable;
import org.junit.jupiter.api.Test;

class StageTests {

    @Test
    void every_stage_bears_the_verbs_of_the_table_and_refuses_the_others_with_their_reason() {
        var rows = RuleTable.of("leads/transitions.csv");

        assertThat(rows).hasSize(10);
        for (var row : rows) {
            Stage stage = stage(row.get("stage"));
            for (Verb verb : Verb.values()) {
                String why = stage.refuses(verb).map(Enum::name).orElse("");
                assertThat(why)
                        .as("%s in %s", verb, stage.code())
                        .isEqualTo(row.get(verb.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static Stage stage(String code) {
        return switch (code) {
            case "FILED" -> new Stage.Filed("案号");
            case "MERGED" -> new Stage.Merged("X-2026-000001");
            case "DISMISSED" -> new Stage.Dismissed("slight");
            case "CLEARED" -> new Stage.Cleared();
            default -> Stage.open(code, 1, "沈知遥", 2);
        };
    }
}
