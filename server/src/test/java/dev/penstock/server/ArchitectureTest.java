package dev.penstock.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows inside the server: adapters are known only where everything is put together, HTTP
/// only by HTTP, and the services know neither.
class ArchitectureTest {
    private static final int AT_LEAST = 100;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.penstock.server");

    @Test
    void the_rules_saw_the_whole_module() {
        System.out.println("ArchitectureTest saw " + CLASSES.size() + " classes of server");
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void adapters_are_known_only_where_all_is_put_together() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.penstock.server")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.penstock.database..",
                        "dev.penstock.s3..",
                        "dev.penstock.embedded..",
                        "dev.penstock.sigv4..")
                .check(CLASSES);
    }

    @Test
    void the_services_know_neither_http_nor_json() {
        noClasses()
                .that()
                .resideInAPackage("dev.penstock.server.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.penstock.server.http..",
                        "dev.penstock.contract..",
                        "io.javalin..",
                        "org.eclipse.jetty..",
                        "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void only_http_knows_the_http_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.penstock.server.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
                .check(CLASSES);
    }

    @Test
    void nothing_touches_jackson_2() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }
}
