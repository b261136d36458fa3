package dev.penstock.database;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.WantedLabel;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.vocabulary.Label;
import dev.penstock.core.vocabulary.LabelId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Table `family_label`: which labels documents have.
final class FamilyLabels {
    private static final String MAKE =
            """
            INSERT INTO label
              (id, organization_id, name, color, created_on, updated_on, change_sequence)
            VALUES (:id, :organization, :name, NULL, :now, :now, 0)
            ON CONFLICT (organization_id, name) DO NOTHING
            """;
    private static final String PUT_ON =
            """
            INSERT INTO family_label (family_id, label_id, position)
            SELECT :family, id, :position FROM label
            WHERE organization_id = :organization AND name = :name
            """;
    private static final String TAKE_OFF = "DELETE FROM family_label WHERE family_id = :family";
    private static final String OF_FAMILIES =
            """
            SELECT f.family_id, l.* FROM family_label f JOIN label l ON l.id = f.label_id
            WHERE f.family_id IN (<families>) ORDER BY f.family_id, f.position
            """;

    private FamilyLabels() {}

    /// Puts the labels on a document that has none, and makes those that are new.
    static void putOn(
            Handle handle,
            FamilyId family,
            OrganizationId organization,
            List<WantedLabel> labels,
            Instant now) {
        // in one order everywhere, so that no two transactions wait for each other's new names
        labels.stream()
                .sorted(Comparator.comparing(label -> label.name().value()))
                .forEach(label -> make(handle, organization, label, now));
        for (int i = 0; i < labels.size(); i++) {
            handle.createUpdate(PUT_ON)
                    .bind("family", family.toString())
                    .bind("position", i)
                    .bind("organization", organization.toString())
                    .bind("name", labels.get(i).name().value())
                    .execute();
        }
    }

    private static void make(
            Handle handle, OrganizationId organization, WantedLabel label, Instant now) {
        handle.createUpdate(MAKE)
                .bind("id", label.ifNew().toString())
                .bind("organization", organization.toString())
                .bind("name", label.name().value())
                .bind("now", Times.text(now))
                .execute();
    }

    static void takeOff(Handle handle, FamilyId family) {
        handle.createUpdate(TAKE_OFF).bind("family", family.toString()).execute();
    }

    /// @param families ids as texts, not empty
    static Map<UUID, List<Label>> of(Handle handle, List<String> families) {
        RowReader<Map.Entry<UUID, Label>> reader =
                row -> Map.entry(row.uuid("family_id"), label(row));
        return Grouped.of(
                handle.createQuery(OF_FAMILIES).bindList("families", families).map(reader).list());
    }

    private static Label label(Row row) throws SQLException {
        return new Label(
                new LabelId(row.uuid("id")),
                new OrganizationId(row.uuid("organization_id")),
                row.text("name"),
                row.optionalText("color"),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }
}
