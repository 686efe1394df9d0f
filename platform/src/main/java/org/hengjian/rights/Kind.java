package org.hengjian.rights;

import java.util.List;
import java.util.Map;

/** What kind of right a row of the register is (权利种类), with what only that kind has. */
public sealed interface Kind {

    /** 商标: a sign registered for classes of goods (商标法). */
    record Trademark(Sign sign) implements Kind {

        /** 商标形式. */
        public enum Sign {
            WORD,
            FIGURE,
            COMBINED,
            OTHER
        }
    }

    /** 专利. */
    record Patent(Type type) implements Kind {

        public enum Type {
            /** 发明. */
            INVENTION,
            /** 实用新型. */
            UTILITY_MODEL,
            /** 外观设计. */
            DESIGN
        }
    }

    /** 著作权. @param work what it is: a film, a programme, a picture */
    record Copyright(String work) implements Kind {}

    /** 地理标志. @param area the place whose nature or people make the product what it is */
    record GeographicalIndication(String area) implements Kind {}

    /** 植物新品种权. @param species genus or species */
    record PlantVariety(String species) implements Kind {}

    /** 集成电路布图设计. */
    record LayoutDesign() implements Kind {}

    /** 知识产权海关备案. @param recorded number of the right that customs recorded */
    record CustomsRecordal(String recorded) implements Kind {}

    /** Names of all kinds, in the order in which lists offer them. */
    List<String> NAMES = List.of(
            "TRADEMARK",
            "PATENT",
            "COPYRIGHT",
            "GEOGRAPHICAL_INDICATION",
            "PLANT_VARIETY",
            "LAYOUT_DESIGN",
            "CUSTOMS_RECORDAL");

    default String name() {
        return switch (this) {
            case Trademark _ -> "TRADEMARK";
            case Patent _ -> "PATENT";
            case Copyright _ -> "COPYRIGHT";
            case GeographicalIndication _ -> "GEOGRAPHICAL_INDICATION";
            case PlantVariety _ -> "PLANT_VARIETY";
            case LayoutDesign _ -> "LAYOUT_DESIGN";
            case CustomsRecordal _ -> "CUSTOMS_RECORDAL";
        };
    }

    /** What only this kind has, by field. */
    default Map<String, String> details() {
        return switch (this) {
            case Trademark(var sign) -> Map.of("sign", sign.name());
            case Patent(var type) -> Map.of("type", type.name());
            case Copyright(var work) -> Map.of("work", work);
            case GeographicalIndication(var area) -> Map.of("area", area);
            case PlantVariety(var species) -> Map.of("species", species);
            case LayoutDesign() -> Map.of();
            case CustomsRecordal(var recorded) -> Map.of("recorded", recorded);
        };
    }

    /** @throws IllegalArgumentException if there is no such kind, or a detail is none of it */
    static Kind of(String name, Map<String, String> details) {
        return switch (name) {
            case "TRADEMARK" -> new Trademark(Trademark.Sign.valueOf(details.getOrDefault("sign", "WORD")));
            case "PATENT" -> new Patent(Patent.Type.valueOf(details.getOrDefault("type", "INVENTION")));
            case "COPYRIGHT" -> new Copyright(details.getOrDefault("work", ""));
            case "GEOGRAPHICAL_INDICATION" -> new GeographicalIndication(details.getOrDefault("area", ""));
            case "PLANT_VARIETY" -> new PlantVariety(details.getOrDefault("species", ""));
            case "LAYOUT_DESIGN" -> new LayoutDesign();
            case "CUSTOMS_RECORDAL" -> new CustomsRecordal(details.getOrDefault("recorded", ""));
            default -> throw new IllegalArgumentException("no kind of right: " + name);
        };
    }
}
