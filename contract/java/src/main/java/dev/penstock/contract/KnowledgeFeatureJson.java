package dev.penstock.contract;

import java.util.Optional;

/// A knowledge feature of a document family.
///
/// @param source who brought it, like `intake:large-files`
public record KnowledgeFeatureJson(String id, Optional<String> source) {}
