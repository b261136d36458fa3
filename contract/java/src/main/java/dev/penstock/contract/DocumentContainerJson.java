package dev.penstock.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the container of a document holds.
///
/// @param size of the file in bytes
/// @param source where the document came from and where its original is
public record DocumentContainerJson(
        long size,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> externalData,
        List<String> labels,
        Map<String, @Nullable Object> source) {}
