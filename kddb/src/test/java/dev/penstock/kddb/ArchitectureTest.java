package dev.penstock.kddb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.penstock.kddb");

    @Test
    void nothing_of_ours_is_known() {
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(20);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.sqlite..",
                        "org.msgpack..",
                        "dev.penstock.kddb")
                .check(CLASSES);
    }

    @Test
    void no_file_is_ever_touched() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("java.nio.file..")
                .andShould()
                .onlyDependOnClassesThat()
                .doNotBelongToAnyOf(java.io.File.class)
                .check(CLASSES);
    }
}
