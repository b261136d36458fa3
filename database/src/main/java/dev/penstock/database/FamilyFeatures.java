package dev.penstock.database;

import dev.penstock.core.document.FamilyFeature;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.FeatureId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Table `family_feature`: which knowledge features documents have.
final class FamilyFeatures {
    /// One that was deleted meanwhile is left out, as it would be a moment later.
    private static final String INSERT =
            """
            INSERT INTO family_feature (family_id, feature_id, position, source)
            SELECT :family, id, :position, :source FROM knowledge_feature WHERE id = :feature
            """;

    private static final String OF_FAMILIES =
            """
            SELECT family_id, feature_id, source FROM family_feature
            WHERE family_id IN (<families>) ORDER BY family_id, position
            """;

    private FamilyFeatures() {}

    static void insert(Handle handle, FamilyId family, List<FamilyFeature> features) {
        for (int i = 0; i < features.size(); i++) {
            handle.createUpdate(INSERT)
                    .bind("family", family.toString())
                    .bind("feature", features.get(i).feature().toString())
                    .bind("position", i)
                    .bind("source", features.get(i).source())
                    .execute();
        }
    }

    /// @param families ids as texts, not empty
    static Map<UUID, List<FamilyFeature>> of(Handle handle, List<String> families) {
        RowReader<Map.Entry<UUID, FamilyFeature>> reader =
                row ->
                        Map.entry(
                                row.uuid("family_id"),
                                new FamilyFeature(
                                        new FeatureId(row.uuid("feature_id")), row.text("source")));
        return Grouped.of(
                handle.createQuery(OF_FAMILIES).bindList("families", families).map(reader).list());
    }
}
