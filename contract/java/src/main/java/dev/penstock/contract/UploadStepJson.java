package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;

/// A step in the history of an upload.
///
/// @param state the one that it came into
/// @param problem why: one of `contract/problems.yaml`
public record UploadStepJson(String state, Instant on, Optional<String> problem) {}
