package org.hengjian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house keeps its shape: each rule with its reason. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hengjian");

    // The libraries share our base package but are nobody's room.
    private static final ApplicationModules ROOMS = ApplicationModules.of(
            Platform.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "org.hengjian.law..", "org.hengjian.screening..", "org.hengjian.pictures..", "org.hengjian.tracing..",
                    "org.hengjian.testing.."));

    @Test
    void rooms_keep_their_direction_and_their_doors() {
        ROOMS.verify();
    }

    /** {@code -Dhengjian.draw} writes it anew. */
    @Test
    void the_picture_in_the_architecture_page_is_that_of_the_code() throws IOException {
        var page = Path.of("..", "ARCHITECTURE.md");
        String text = Files.readString(page);
        String drawn = text.replaceAll(
                "(?s)```mermaid\n.*?```", Matcher.quoteReplacement("```mermaid\n" + drawing() + "```"));
        if (System.getProperty("hengjian.draw") != null) {
            Files.writeString(page, drawn);
        }

        assertThat(text).as("ARCHITECTURE.md; draw it with -Dhengjian.draw").isEqualTo(drawn);
    }

    /** An arrow reads "knows". What nearly everyone knows is left out, or nobody would see the rest. */
    private static String drawing() {
        var ground = Set.of("access", "audit", "postgres", "registers", "shell", "time", "tables", "statutes");
        var lines = new TreeSet<String>();
        for (ApplicationModule room : ROOMS) {
            String name = room.getIdentifier().toString();
            if (ground.contains(name) || name.equals("demo") || name.equals("commands")) {
                continue;
            }
            lines.add("    " + name + "[\"" + room.getDisplayName() + "\"]");
            room.getDirectDependencies(ROOMS)
                    .uniqueModules()
                    .map(known -> known.getIdentifier().toString())
                    .filter(known -> !ground.contains(known) && !known.equals(name))
                    .forEach(known -> lines.add("    " + name + " --> " + known));
        }
        return "flowchart LR\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void libraries_know_neither_spring_nor_sql_nor_the_platform() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.hengjian.law..", "org.hengjian.screening..", "org.hengjian.pictures..", "org.hengjian.tracing..")
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
