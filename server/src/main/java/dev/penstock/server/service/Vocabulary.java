package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.FamilyFeature;
import dev.penstock.core.document.Warning;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.core.vocabulary.StatusId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Resolves what a caller names of its organization's statuses and knowledge features.
final class Vocabulary {
    private final DocumentStatusRepository statuses;
    private final KnowledgeFeatureRepository features;

    Vocabulary(DocumentStatusRepository statuses, KnowledgeFeatureRepository features) {
        this.statuses = statuses;
        this.features = features;
    }

    /// @param features those of the intake, then the caller's, each once
    /// @param warnings about what the organization does not have
    record Named(Optional<StatusId> status, List<FamilyFeature> features, List<Warning> warnings) {}

    Named resolve(Intake intake, DocumentFields fields) {
        var warnings = new ArrayList<Warning>();
        Optional<StatusId> status = fields.statusId().flatMap(id -> status(intake, id, warnings));
        return new Named(status, features(intake, fields.knowledgeFeatures(), warnings), warnings);
    }

    private Optional<StatusId> status(Intake intake, String text, List<Warning> warnings) {
        Optional<StatusId> status =
                UuidText.read(text)
                        .map(StatusId::new)
                        .flatMap(statuses::find)
                        .filter(s -> s.organizationId().equals(intake.organizationId()))
                        .map(DocumentStatus::id);
        if (status.isEmpty()) {
            warnings.add(Warning.unknownStatus(text));
        }
        return status;
    }

    private List<FamilyFeature> features(
            Intake intake, List<String> callers, List<Warning> warnings) {
        var sources = new LinkedHashMap<FeatureId, String>();
        for (FeatureId id : intake.knowledgeFeatures()) {
            sources.put(id, "intake:" + intake.slug());
        }
        for (String text : callers) {
            UuidText.read(text).ifPresent(id -> sources.putIfAbsent(new FeatureId(id), "upload"));
        }
        Set<FeatureId> known = known(intake.organizationId(), sources.keySet());
        for (String text : new LinkedHashSet<>(callers)) {
            if (UuidText.read(text).map(FeatureId::new).filter(known::contains).isEmpty()) {
                warnings.add(Warning.unknownFeature(text));
            }
        }
        return sources.entrySet().stream()
                .filter(e -> known.contains(e.getKey()))
                .map(e -> new FamilyFeature(e.getKey(), e.getValue()))
                .toList();
    }

    private Set<FeatureId> known(OrganizationId organization, Set<FeatureId> ids) {
        return features.find(ids).stream()
                .filter(f -> f.organizationId().equals(organization))
                .map(KnowledgeFeature::id)
                .collect(Collectors.toSet());
    }
}
