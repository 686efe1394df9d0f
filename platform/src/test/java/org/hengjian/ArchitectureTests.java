package org.hengjian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house keeps its shape: each rule with its reason. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hengjian");

    // The libraries share our base package but are nobody's room.
    private static final ApplicationModules ROOMS = ApplicationModules.of(
            Platform.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "org.hengjian.law..", "org.hengjian.screening..", "org.hengjian.tracing..", "org.hengjian.testing.."));

    @Test
    void rooms_keep_their_direction_and_their_doors() {
        ROOMS.verify();
    }

    @Test
    void the_map_of_rooms_is_drawn_from_the_code() {
        new Documenter(ROOMS).writeModulesAsPlantUml();
    }

    @Test
    void libraries_know_neither_spring_nor_sql_nor_the_platform() {
        noClasses()
                .that()
                .resideInAnyPackage("org.hengjian.law..", "org.hengjian.screening..", "org.hengjian.tracing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
                .because("a deadline must be computable in court, without our server")
                .check(HOUSE);
    }

    @Test
    void libraries_do_not_know_each_other() {
        for (String library : new String[] {"law", "screening", "tracing"}) {
            String[] others = java.util.stream.Stream.of("law", "screening", "tracing")
                    .filter(other -> !other.equals(library))
                    .map(other -> "org.hengjian." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.hengjian." + library + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("each can be taken alone")
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void nobody_asks_the_time_without_a_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.hengjian.commands..", "org.hengjian.testing..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .because("legal days are days of the business clock")
                .check(HOUSE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .because("such names say nothing of the field")
                .check(HOUSE);
    }
}
