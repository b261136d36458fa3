package dev.penstock.database;

import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import java.sql.SQLException;

/// A document store inside the rows of what belongs to one.
final class StoreColumns {
    static final String SELECTED =
            """
            s.id AS s_id, s.organization_id AS s_organization_id, o.slug AS s_organization_slug,
            s.slug AS s_slug, s.name AS s_name, s.created_on AS s_created_on,
            s.updated_on AS s_updated_on, s.change_sequence AS s_change_sequence
            """;
    static final String JOINED = "document_store s JOIN organization o ON o.id = s.organization_id";

    private StoreColumns() {}

    static DocumentStore documentStore(Row row) throws SQLException {
        return new DocumentStore(
                new StoreId(row.uuid("s_id")),
                new OrganizationId(row.uuid("s_organization_id")),
                new Slug(row.text("s_organization_slug")),
                new Slug(row.text("s_slug")),
                row.text("s_name"),
                row.instant("s_created_on"),
                row.instant("s_updated_on"),
                row.number("s_change_sequence"));
    }
}
