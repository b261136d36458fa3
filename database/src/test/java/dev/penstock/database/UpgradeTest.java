package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.upload.Removal;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadState;
import dev.penstock.core.upload.UploadStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a database of the first schema holds is not forgotten by a later one.
class UpgradeTest {
    private static final String COMPLETING = "00000000-0000-7000-8000-000000000001";
    private static final String ABORTED = "00000000-0000-7000-8000-000000000002";
    private static final String RECEIVING = "00000000-0000-7000-8000-000000000003";

    private static final String OWNER = "00000000-0000-7000-8000-000000000005";
    private static final String STORE = "00000000-0000-7000-8000-000000000006";
    private static final String TIME = "2026-03-04T05:06:07.123456789Z";
    private static final String INTAKE = "00000000-0000-7000-8000-000000000004";
    private static final String FIRST_LIMITS =
            "{\"v\":1,\"maxFileBytes\":5,\"maxOpenUploads\":3,\"declaredParts\":\"OPTIONAL\","
                    + "\"callerChecksums\":\"REQUIRED\",\"uploadTtl\":null}";

    @TempDir private Path folder;
    private String url;

    @BeforeEach
    void fillTheFirstSchema() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("penstock.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:dev/penstock/database/migrations/sqlite")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            String times = "'%1$s', '%1$s', 0".formatted(TIME);
            statement.execute(
                    "INSERT INTO organization VALUES ('%s', 'acme', 'Acme', %s)"
                            .formatted(OWNER, times));
            statement.execute(
                    "INSERT INTO document_store VALUES ('%s', '%s', 'inbox', 'Inbox', %s)"
                            .formatted(STORE, OWNER, times));
            statement.execute(
                    """
                    INSERT INTO intake
                    VALUES ('%s', '%s', '%s', 'large-files', 'I', '', 'ACTIVE', 'ON', %s, '%s',
                      '{"v":1,"metadata":{}}')
                    """
                            .formatted(INTAKE, OWNER, STORE, times, FIRST_LIMITS));
            for (String upload : new String[] {COMPLETING, ABORTED, RECEIVING}) {
                statement.execute(
                        """
                        INSERT INTO upload
                        VALUES ('%1$s', 'i', 's', NULL, '%2$s', 1, 'MULTIPART', 'key-%1$s',
                          'multipart', 'p', '2999-01-01', '%3$s', '%3$s', NULL, NULL, '{}', NULL)
                        """
                                .formatted(upload, state(upload), TIME));
            }
        }
    }

    private static String state(String upload) {
        return switch (upload) {
            case COMPLETING -> "completing";
            case ABORTED -> "aborted";
            default -> "receiving";
        };
    }

    @Test
    void what_was_being_completed_is_taken_up_and_what_had_ended_is_removed() {
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            assertThat(database.uploads().unattended(10))
                    .containsExactly(new UploadId(UUID.fromString(COMPLETING)));
            assertThat(database.removals().takeDue(10, Duration.ZERO))
                    .containsExactly(
                            new Removal(
                                    new ObjectKey("key-" + ABORTED),
                                    Optional.of(new MultipartId("multipart")),
                                    Removal.Round.FIRST));
        }
    }

    @Test
    void of_what_happened_the_first_and_the_last_is_known() {
        var came = Instant.parse(TIME);
        var began = new UploadStep(UploadState.RECEIVING, came, Optional.empty());
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            UploadHistory history = database.uploadHistory();

            assertThat(history.steps(new UploadId(UUID.fromString(RECEIVING))))
                    .containsExactly(began);
            assertThat(history.steps(new UploadId(UUID.fromString(ABORTED))))
                    .containsExactly(
                            began, new UploadStep(UploadState.ABORTED, came, Optional.empty()));
        }
    }

    @Test
    void an_intake_takes_one_file_of_any_type_without_features() {
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            Intake intake =
                    database.intakes().find(new IntakeId(UUID.fromString(INTAKE))).orElseThrow();

            assertThat(intake.multipleFiles()).isEqualTo(Intake.MultipleFiles.ONE);
            assertThat(intake.knowledgeFeatures()).isEmpty();
            assertThat(intake.limits())
                    .isEqualTo(
                            new IntakeLimits(
                                    new ByteCount(5),
                                    3,
                                    IntakeLimits.DeclaredParts.OPTIONAL,
                                    IntakeLimits.CallerChecksums.REQUIRED,
                                    List.of(),
                                    Optional.empty()));
        }
    }
}
