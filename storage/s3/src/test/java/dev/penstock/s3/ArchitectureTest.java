package dev.penstock.s3;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows of this module: to core, sigv4 and the AWS SDK.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.penstock.s3");

    @Test
    void it_depends_on_core_sigv4_and_the_sdk_alone() {
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(18);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.penstock.s3..",
                        "dev.penstock.core..",
                        "dev.penstock.sigv4..",
                        "java..",
                        "org.jspecify.annotations..",
                        "software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void presigning_is_never_the_sdks() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk.services.s3.presigner..")
                .check(CLASSES);
    }
}
