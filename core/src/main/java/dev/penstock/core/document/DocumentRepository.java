package dev.penstock.core.document;

import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Reads document families. They come into being with the completion of an upload
/// ([dev.penstock.core.upload.UploadRepository#complete]).
public interface DocumentRepository {

    Optional<DocumentFamily> find(FamilyId id);

    /// Whether a document of the store has this path.
    boolean hasPath(StoreId store, DocumentPath path);

    /// Deletes a document family in one transaction: its path is free, and its content leaves
    /// [dev.penstock.core.upload.Removal]s. Its upload stays completed.
    ///
    /// @return false when there is none
    boolean delete(FamilyId id);

    /// All that the filter lets through.
    Page<DocumentFamily> list(Filter filter, PageRequest page);

    /// What a list is narrowed to; empty members narrow nothing.
    ///
    /// @param organizations families of these organizations only
    /// @param pathPrefix the beginning of the path, compared as text
    record Filter(
            Optional<Set<OrganizationId>> organizations,
            Optional<StoreId> store,
            Optional<String> pathPrefix) {}
}
