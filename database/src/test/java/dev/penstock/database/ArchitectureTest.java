package dev.penstock.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows of this module: to core, to JDBC and what makes it handy, to Jackson 3.
class ArchitectureTest {
    private static final int AT_LEAST = 40;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.penstock.database");

    @Test
    void the_rules_saw_the_whole_module() {
        System.out.println("ArchitectureTest saw " + CLASSES.size() + " classes of database");
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void it_depends_on_core_and_database_libraries_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.penstock.database..",
                        "dev.penstock.core..",
                        "java..",
                        "javax.sql..",
                        "org.jspecify.annotations..",
                        "org.jdbi..",
                        "com.zaxxer.hikari..",
                        "org.flywaydb..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void it_never_touches_jackson_2() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void only_the_dialects_know_a_database_by_name() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Dialect")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "org.postgresql..")
                .check(CLASSES);
    }
}
