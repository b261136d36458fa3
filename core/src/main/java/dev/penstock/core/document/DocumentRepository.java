package dev.penstock.core.document;

import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Order;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.core.vocabulary.StatusId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// Changes what may be changed of a document, over the change sequence that it came with.
    ///
    /// @return [Saved#STALE] when somebody else changed or deleted it, or the status is gone
    Saved change(FamilyChange change);

    /// All that the filter lets through.
    Page<DocumentFamily> list(Filter filter, PageRequest page);

    /// What becomes of a document.
    ///
    /// @param changeSequence of the version that is changed
    /// @param metadata all of it, as JSON values
    /// @param labels all of them, made where the organization has none of the name
    record FamilyChange(
            FamilyId id,
            long changeSequence,
            Map<String, @Nullable Object> metadata,
            List<WantedLabel> labels,
            Optional<StatusId> status,
            Instant updatedOn) {}

    /// What a list is narrowed to, and from which end it is read; empty members narrow nothing.
    ///
    /// @param organizations families of these organizations only
    /// @param pathPrefix the beginning of the path, compared as text
    /// @param label one of its labels
    /// @param createdFrom inclusive
    /// @param createdBefore exclusive
    record Filter(
            Optional<Set<OrganizationId>> organizations,
            Optional<StoreId> store,
            Optional<String> pathPrefix,
            Optional<LabelName> label,
            Optional<StatusId> status,
            Optional<Instant> createdFrom,
            Optional<Instant> createdBefore,
            Order order) {
        /// Narrows nothing.
        public static final Filter ALL = in(Optional.empty(), Optional.empty(), Optional.empty());

        /// What is narrowed by its place alone, oldest first.
        public static Filter in(
                Optional<Set<OrganizationId>> organizations,
                Optional<StoreId> store,
                Optional<String> pathPrefix) {
            return new Filter(
                    organizations,
                    store,
                    pathPrefix,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Order.OLDEST_FIRST);
        }

        /// The same, read from this end.
        public Filter in(Order otherOrder) {
            return new Filter(
                    organizations,
                    store,
                    pathPrefix,
                    label,
                    status,
                    createdFrom,
                    createdBefore,
                    otherOrder);
        }
    }
}
