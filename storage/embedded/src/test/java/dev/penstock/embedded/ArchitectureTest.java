package dev.penstock.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows of this module: out to sigv4, checksum, Jetty core and SQLite; within, from the wire
/// to the operations to catalog and blobs, never back.
class ArchitectureTest {
    private static final int AT_LEAST = 130;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.penstock.embedded");

    @Test
    void the_rules_saw_the_whole_module() {
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void it_depends_on_its_libraries_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.penstock.embedded..",
                        "dev.penstock.sigv4",
                        "dev.penstock.checksum",
                        "java..",
                        "javax.xml.stream..",
                        "org.jspecify.annotations",
                        "org.slf4j",
                        "org.eclipse.jetty..",
                        "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.penstock.embedded.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_but_the_catalog_knows_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.penstock.embedded.catalog")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void nothing_but_the_wire_and_the_bodies_knows_jetty() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.penstock.embedded.http", "dev.penstock.embedded.body")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(CLASSES);
    }

    @Test
    void disk_and_catalog_know_nothing_of_the_wire() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.penstock.embedded.blob",
                        "dev.penstock.embedded.catalog",
                        "dev.penstock.embedded.upkeep")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.penstock.embedded.http",
                        "dev.penstock.embedded.body",
                        "dev.penstock.embedded.operation")
                .check(CLASSES);
    }
}
