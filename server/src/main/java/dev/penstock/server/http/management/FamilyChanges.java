package dev.penstock.server.http.management;

import dev.penstock.contract.ContractJson;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentRepository.FamilyChange;
import dev.penstock.core.document.WantedLabel;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.metadata.MetadataMerge;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.core.vocabulary.StatusId;
import dev.penstock.kddb.ContainerValues;
import dev.penstock.server.http.FamilyJson;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.UuidText;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the body of a document family's change: the object as GET gave it, with other `metadata`,
/// `labels` or `documentStatus`. What is left out keeps its value; every other member is unchanged
/// where it is there.
final class FamilyChanges {
    private static final String METADATA = "metadata";
    private static final String LABELS = "labels";
    private static final String STATUS = "documentStatus";
    private static final String SEQUENCE = "changeSequence";
    private static final Set<String> MAY_DIFFER =
            Set.of(METADATA, LABELS, STATUS, SEQUENCE, "updatedOn");
    private static final int MOST_LABELS = 100;

    private final DocumentStatusRepository statuses;
    private final Ids ids;
    private final InstantSource clock;

    FamilyChanges(DocumentStatusRepository statuses, Ids ids, InstantSource clock) {
        this.statuses = statuses;
        this.ids = ids;
        this.clock = clock;
    }

    /// The version that the caller has seen.
    static OptionalLong sequence(Map<String, @Nullable Object> body) {
        return switch (body.get(SEQUENCE)) {
            case null -> OptionalLong.empty();
            case Integer sequence -> OptionalLong.of(sequence);
            case Long sequence -> OptionalLong.of(sequence);
            case Object ignored -> throw Fields.invalid(SEQUENCE, "must be a whole number");
        };
    }

    /// @throws ProblemException `invalid-field`, `unknown-field`
    FamilyChange read(Map<String, @Nullable Object> body, DocumentFamily current) {
        requireUnchanged(body, current);
        return new FamilyChange(
                current.id(),
                current.changeSequence(),
                body.containsKey(METADATA) ? metadata(body.get(METADATA)) : current.metadata(),
                labels(body, current).map(this::wanted).toList(),
                body.containsKey(STATUS)
                        ? status(body.get(STATUS), current.store().organizationId())
                        : current.status().map(DocumentStatus::id),
                clock.instant());
    }

    private static void requireUnchanged(
            Map<String, @Nullable Object> body, DocumentFamily current) {
        Map<String, @Nullable Object> known =
                ContractJson.readObject(ContractJson.writeText(FamilyJson.of(current)));
        body.forEach((name, value) -> {
            if (MAY_DIFFER.contains(name)) {
                return;
            }
            if (!known.containsKey(name)) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_FIELD, "This route does not know: " + name + ".");
            }
            if (!Objects.equals(known.get(name), value)) {
                throw Fields.invalid(name, "cannot be changed");
            }
        });
    }

    private static Map<String, @Nullable Object> metadata(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Fields.invalid(METADATA, "must be an object");
        }
        @SuppressWarnings("unchecked") // a JSON object's names are texts
        var metadata = (Map<String, @Nullable Object>) map;
        ContainerValues.problem(metadata)
                .ifPresent(reason -> {
                    throw Fields.invalid(METADATA, reason);
                });
        return MetadataMerge.merge(List.of(metadata));
    }

    private static Stream<LabelName> labels(
            Map<String, @Nullable Object> body, DocumentFamily current) {
        if (!body.containsKey(LABELS)) {
            return current.labels().stream().map(label -> new LabelName(label.name()));
        }
        if (!(body.get(LABELS) instanceof List<?> list) || list.size() > MOST_LABELS) {
            throw Fields.invalid(LABELS, "must be a list of at most %d".formatted(MOST_LABELS));
        }
        return list.stream().map(FamilyChanges::label).distinct();
    }

    private static LabelName label(@Nullable Object item) {
        Object name = item instanceof Map<?, ?> map ? map.get("name") : item;
        if (!(name instanceof String text)) {
            throw Fields.invalid(LABELS, "must be objects with a name");
        }
        try {
            return new LabelName(text);
        } catch (IllegalArgumentException e) {
            throw Fields.invalid(LABELS, "are wrong: " + e.getMessage());
        }
    }

    private WantedLabel wanted(LabelName name) {
        return new WantedLabel(name, new LabelId(ids.next()));
    }

    private Optional<StatusId> status(@Nullable Object value, OrganizationId organization) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<StatusId> status =
                value instanceof Map<?, ?> map && map.get("id") instanceof String id
                        ? UuidText.read(id).map(StatusId::new)
                        : Optional.empty();
        return Optional.of(
                status.flatMap(statuses::find)
                        .filter(s -> s.organizationId().equals(organization))
                        .map(DocumentStatus::id)
                        .orElseThrow(() ->
                                Fields.invalid(
                                        STATUS,
                                        "must be null, or name a status of the organization by its id")));
    }
}
