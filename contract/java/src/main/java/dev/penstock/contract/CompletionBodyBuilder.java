package dev.penstock.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes a [CompletionBody] member by member; what is not named is left out of the JSON.
public final class CompletionBodyBuilder {

    private Optional<List<CompletedPart>> parts = Optional.empty();
    private OptionalLong size = OptionalLong.empty();
    private Optional<ChecksumJson> checksum = Optional.empty();
    private Optional<Map<String, @Nullable Object>> metadata = Optional.empty();
    private Optional<Map<String, @Nullable Object>> extraFields = Optional.empty();
    private Optional<String> filename = Optional.empty();
    private Optional<String> documentVersion = Optional.empty();
    private Optional<Map<String, @Nullable Object>> externalData = Optional.empty();
    private Optional<String> labels = Optional.empty();
    private Optional<String> statusId = Optional.empty();
    private Optional<Object> knowledgeFeatures = Optional.empty();

    public CompletionBodyBuilder parts(List<CompletedPart> value) {
        parts = Optional.of(List.copyOf(value));
        return this;
    }

    /// Bytes of the whole file.
    public CompletionBodyBuilder size(long value) {
        size = OptionalLong.of(value);
        return this;
    }

    public CompletionBodyBuilder checksum(ChecksumJson value) {
        checksum = Optional.of(value);
        return this;
    }

    public CompletionBodyBuilder metadata(Map<String, @Nullable Object> value) {
        metadata = Optional.of(value);
        return this;
    }

    public CompletionBodyBuilder extraFields(Map<String, @Nullable Object> value) {
        extraFields = Optional.of(value);
        return this;
    }

    public CompletionBodyBuilder filename(String value) {
        filename = Optional.of(value);
        return this;
    }

    public CompletionBodyBuilder documentVersion(String value) {
        documentVersion = Optional.of(value);
        return this;
    }

    public CompletionBodyBuilder externalData(Map<String, @Nullable Object> value) {
        externalData = Optional.of(value);
        return this;
    }

    /// Comma-separated.
    public CompletionBodyBuilder labels(String value) {
        labels = Optional.of(value);
        return this;
    }

    public CompletionBodyBuilder statusId(String value) {
        statusId = Optional.of(value);
        return this;
    }

    /// The ids of knowledge features.
    public CompletionBodyBuilder knowledgeFeatures(List<String> ids) {
        knowledgeFeatures = Optional.of(ids.stream().map(id -> Map.of("id", id)).toList());
        return this;
    }

    /// The same as a caller wrote it into a text.
    public CompletionBodyBuilder knowledgeFeatures(String json) {
        knowledgeFeatures = Optional.of(json);
        return this;
    }

    public CompletionBody build() {
        return new CompletionBody(
                parts,
                size,
                checksum,
                metadata,
                extraFields,
                filename,
                documentVersion,
                externalData,
                labels,
                statusId,
                knowledgeFeatures);
    }
}
