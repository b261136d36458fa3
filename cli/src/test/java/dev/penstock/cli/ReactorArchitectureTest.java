package dev.penstock.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The arrows between the rooms of the whole project, which all are on this module's class path.
class ReactorArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("testkit"))
                    .importPackages("dev.penstock");

    /// Each room: its package, and how many classes it has at least.
    enum Room {
        CHECKSUM("checksum", 10),
        SIGV4("sigv4", 50),
        CONTRACT("contract", 55),
        CORE("core", 140),
        S3("s3", 20),
        EMBEDDED("embedded", 140),
        DATABASE("database", 45),
        KDDB("kddb", 25),
        SERVER("server", 105),
        CLIENT("client", 85),
        CLI("cli", 58);

        final String root;
        final int atLeast;

        Room(String name, int atLeast) {
            this.root = "dev.penstock." + name;
            this.atLeast = atLeast;
        }

        /// Those that its arrows point to.
        Set<Room> known() {
            return switch (this) {
                case CHECKSUM, SIGV4, CONTRACT, CORE, KDDB -> Set.of();
                case S3 -> Set.of(CORE, SIGV4);
                case EMBEDDED -> Set.of(SIGV4, CHECKSUM);
                case DATABASE -> Set.of(CORE);
                case SERVER ->
                        Set.of(CONTRACT, CORE, S3, EMBEDDED, DATABASE, KDDB, SIGV4, CHECKSUM);
                case CLIENT -> Set.of(CONTRACT, CHECKSUM);
                // what the client takes and gives are records of the contract, and checksums
                case CLI -> Set.of(CLIENT, SERVER, CONTRACT, CHECKSUM);
            };
        }

        String all() {
            return root + "..";
        }

        boolean has(JavaClass type) {
            return type.getPackageName().equals(root)
                    || type.getPackageName().startsWith(root + ".");
        }

        String[] strangers() {
            return EnumSet.allOf(Room.class).stream()
                    .filter(room -> room != this && !known().contains(room))
                    .map(Room::all)
                    .toArray(String[]::new);
        }
    }

    private static void onlyIn(Set<Room> rooms, String... libraries) {
        var others =
                Arrays.stream(Room.values())
                        .filter(room -> !rooms.contains(room))
                        .map(Room::all)
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(others)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Room.class)
    void rules_saw_the_whole_room(Room room) {
        long seen = CLASSES.stream().filter(room::has).count();
        System.out.printf("ReactorArchitectureTest saw %d classes of %s%n", seen, room.root);
        assertThat(seen).isGreaterThanOrEqualTo(room.atLeast);
    }

    @Test
    void every_class_is_in_a_room() {
        assertThat(CLASSES.stream())
                .allMatch(type -> Stream.of(Room.values()).anyMatch(room -> room.has(type)));
    }

    @ParameterizedTest
    @EnumSource(Room.class)
    void room_knows_only_those_that_its_arrows_point_to(Room room) {
        noClasses()
                .that()
                .resideInAPackage(room.all())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room.strangers())
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.penstock.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void a_library_stays_in_the_room_that_holds_it() {
        onlyIn(Set.of(Room.S3), "software.amazon.awssdk..");
        onlyIn(Set.of(Room.EMBEDDED, Room.SERVER), "org.eclipse.jetty..");
        onlyIn(Set.of(Room.SERVER), "io.javalin..", "jakarta.servlet..");
        onlyIn(Set.of(Room.DATABASE), "org.jdbi..", "com.zaxxer..", "org.flywaydb..");
        onlyIn(Set.of(Room.DATABASE), "org.postgresql..");
        onlyIn(Set.of(Room.DATABASE, Room.EMBEDDED, Room.KDDB), "org.sqlite..", "java.sql..");
        onlyIn(Set.of(Room.KDDB), "org.msgpack..");
        onlyIn(Set.of(Room.SERVER), "ch.qos.logback..", "io.micrometer..", "org.snakeyaml..");
        onlyIn(Set.of(Room.SERVER), "org.apache.tika..", "org.apache.commons..");
        onlyIn(Set.of(Room.CLI), "picocli..", "me.tongfei..");
        onlyIn(Set.of(Room.CONTRACT, Room.DATABASE, Room.SERVER), "tools.jackson..");
    }

    /// Jackson 3 kept the package of its annotations.
    @Test
    void jackson_2_is_used_by_no_line_of_ours() {
        onlyIn(
                Set.of(),
                "com.fasterxml.jackson.core..",
                "com.fasterxml.jackson.databind..",
                "com.fasterxml.jackson.dataformat..");
        onlyIn(Set.of(Room.CONTRACT), "com.fasterxml.jackson..");
    }

    @Test
    void every_package_is_null_marked() throws ClassNotFoundException {
        var packages =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toCollection(TreeSet::new));
        for (var name : packages) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ListObjectsV2") // S3's own name for it
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|V[0-9]+)")
                .check(CLASSES);
    }
}
