package dev.penstock.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The body of both completions; everything may be left out. [ContractJson#readCompletion] reads it
/// with the contract's leniencies, [CompletionBodyBuilder] makes one.
///
/// @param parts absent: the server takes what the storage holds
/// @param size bytes of the whole file
/// @param checksum of the whole file
/// @param metadata of this upload; the highest priority in the merge
/// @param extraFields additional metadata; the lowest priority in the merge
/// @param filename the original file name
/// @param documentVersion recorded on the content object
/// @param externalData goes into the document's container
/// @param labels comma-separated
/// @param statusId the document status
/// @param knowledgeFeatures a list of `{"id": …}`, as text or as an array
public record CompletionBody(
        Optional<List<CompletedPart>> parts,
        OptionalLong size,
        Optional<ChecksumJson> checksum,
        Optional<Map<String, @Nullable Object>> metadata,
        Optional<Map<String, @Nullable Object>> extraFields,
        Optional<String> filename,
        Optional<String> documentVersion,
        Optional<Map<String, @Nullable Object>> externalData,
        Optional<String> labels,
        Optional<String> statusId,
        Optional<Object> knowledgeFeatures) {

    /// A completion that says nothing.
    public static CompletionBody empty() {
        return new CompletionBodyBuilder().build();
    }
}
