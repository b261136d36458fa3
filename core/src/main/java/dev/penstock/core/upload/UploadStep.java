package dev.penstock.core.upload;

import dev.penstock.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;

/// An upload came into a state.
///
/// @param problem why it was rejected, failed, or came back from a completion
public record UploadStep(UploadState state, Instant on, Optional<ProblemCode> problem) {}
