package dev.penstock.database;

import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Intake;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The knowledge features of intakes: a row each, in order. Read with the intake in one statement,
/// so that both are of one moment.
final class IntakeFeatures {
    /// The ids of those of intake `i`, with a space between; NULL for none.
    static final String SELECTED =
            """
            (SELECT string_agg(f.feature_id, ' ' ORDER BY f.position)
             FROM intake_feature f WHERE f.intake_id = i.id) AS features\
            """;

    private static final String DELETE = "DELETE FROM intake_feature WHERE intake_id = :intake";
    private static final String INSERT =
            """
            INSERT INTO intake_feature (intake_id, position, feature_id)
            SELECT :intake, :position, id FROM knowledge_feature
            WHERE id = :feature AND organization_id = :organization
            """;

    private IntakeFeatures() {}

    static List<FeatureId> of(Row row) throws SQLException {
        return row.optionalText("features").stream()
                .flatMap(ids -> Stream.of(ids.split(" ")))
                .map(id -> new FeatureId(UUID.fromString(id)))
                .toList();
    }

    /// @return whether all of them are features of the intake's organization
    static boolean replace(Handle handle, Intake intake) {
        handle.createUpdate(DELETE).bind("intake", intake.id().toString()).execute();
        List<FeatureId> features = intake.knowledgeFeatures();
        if (features.isEmpty()) {
            return true;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (int position = 0; position < features.size(); position++) {
            batch.bind("intake", intake.id().toString())
                    .bind("position", position)
                    .bind("feature", features.get(position).toString())
                    .bind("organization", intake.organizationId().toString())
                    .add();
        }
        int rows = 0;
        for (int count : batch.execute()) {
            rows += count;
        }
        return rows == features.size();
    }
}
