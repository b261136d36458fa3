package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal, as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) has it.
///
/// @param type a URI that documents the code
/// @param status the HTTP status
/// @param detail what went wrong and what to do
/// @param code one of `contract/problems.yaml`
/// @param instance which request this was
/// @param extensions fields of the case, like `missingParts`, beside the others in the JSON
public record ProblemJson(
        String type,
        String title,
        int status,
        Optional<String> detail,
        String code,
        Optional<String> instance,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> extensions) {

    public ProblemJson {
        extensions = Absent.asEmpty(extensions);
    }
}
