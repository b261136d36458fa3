package dev.penstock.embedded.http;

import dev.penstock.embedded.body.Payload;
import dev.penstock.embedded.error.S3Error;
import java.util.OptionalLong;

/// A request that was let in, and its body.
public record Call(S3Request request, Payload payload) {

    /// How many bytes the caller announced.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `MissingContentLength`
    public long announcedLength() {
        if (payload.length() < 0) {
            throw S3Error.MISSING_CONTENT_LENGTH.exception();
        }
        return payload.length();
    }

    static OptionalLong length(S3Request request, String header) {
        return request.header(header)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
