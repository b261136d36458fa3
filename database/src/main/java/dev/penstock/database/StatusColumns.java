package dev.penstock.database;

import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.StatusId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// A document status inside the rows of documents.
final class StatusColumns {
    static final String SELECTED =
            """
            t.id AS t_id, t.organization_id AS t_organization_id, t.slug AS t_slug,
            t.name AS t_name, t.color AS t_color, t.created_on AS t_created_on,
            t.updated_on AS t_updated_on, t.change_sequence AS t_change_sequence
            """;

    private StatusColumns() {}

    static Optional<DocumentStatus> optional(Row row) throws SQLException {
        Optional<UUID> id = row.optionalUuid("t_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DocumentStatus(
                        new StatusId(id.get()),
                        new OrganizationId(row.uuid("t_organization_id")),
                        new Slug(row.text("t_slug")),
                        row.text("t_name"),
                        row.optionalText("t_color"),
                        row.instant("t_created_on"),
                        row.instant("t_updated_on"),
                        row.number("t_change_sequence")));
    }
}
