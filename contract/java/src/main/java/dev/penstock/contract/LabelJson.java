package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/// A label of a document family.
///
/// @param label the same as `name`
/// @param color written as `null` when there is none
public record LabelJson(
        UUID id,
        String name,
        String label,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> color) {}
