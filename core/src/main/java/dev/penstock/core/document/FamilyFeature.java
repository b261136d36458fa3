package dev.penstock.core.document;

import dev.penstock.core.intake.FeatureId;

/// A knowledge feature of a document.
///
/// @param source who brought it: `intake:large-files`, or `upload`
public record FamilyFeature(FeatureId feature, String source) {}
