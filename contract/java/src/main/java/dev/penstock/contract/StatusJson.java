package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/// The status of a document family.
///
/// @param status the same as `name`
/// @param color written as `null` when there is none
public record StatusJson(
        UUID id,
        String slug,
        String name,
        String status,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> color) {}
