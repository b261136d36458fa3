package dev.penstock.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The walls of core.
class CoreArchitectureTest {
    private static final int CLASSES_AT_LEAST = 130;

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.penstock.core");

    @Test
    void rules_have_seen_the_classes_of_every_package() {
        assertThat(CORE.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
        assertThat(packages())
                .contains(
                        "dev.penstock.core.access",
                        "dev.penstock.core.document",
                        "dev.penstock.core.intake",
                        "dev.penstock.core.metadata",
                        "dev.penstock.core.object",
                        "dev.penstock.core.page",
                        "dev.penstock.core.problem",
                        "dev.penstock.core.upload");
    }

    @Test
    void core_depends_on_the_jdk_and_jspecify_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.penstock.core..", "java..", "org.jspecify.annotations")
                .check(CORE);
    }

    @Test
    void core_reaches_no_network_no_database_no_file() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "java.sql..", "java.nio.file..", "java.nio.channels..")
                .check(CORE);
    }

    @Test
    void clock_randomness_and_ids_come_from_outside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, SecureRandom.class)
                .check(CORE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.penstock.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void every_package_is_null_marked() throws ClassNotFoundException {
        for (String name : packages()) {
            Class<?> description = Class.forName(name + ".package-info");
            assertThat(description.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
        }
    }

    @Test
    void every_exception_is_unchecked() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(RuntimeException.class)
                .check(CORE);
    }

    @Test
    void every_field_is_final() {
        assertThat(CORE.stream().flatMap(c -> c.getFields().stream()))
                .isNotEmpty()
                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|V[0-9]+)").check(CORE);
    }

    private static Set<String> packages() {
        return CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }
}
