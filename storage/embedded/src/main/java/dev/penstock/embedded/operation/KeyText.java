package dev.penstock.embedded.operation;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.S3Request;
import dev.penstock.sigv4.UriEncoding;
import java.util.Optional;

/// How keys are written in a listing: as they are, or percent-encoded because XML cannot hold every
/// key.
enum KeyText {
    PLAIN {
        @Override
        String write(String key) {
            return key;
        }
    },
    URL {
        @Override
        String write(String key) {
            return UriEncoding.encodePath(key);
        }
    };

    abstract String write(String key);

    /// @throws dev.penstock.embedded.error.S3Exception `InvalidArgument`
    static KeyText of(S3Request request) {
        Optional<String> wanted = request.parameter("encoding-type");
        if (wanted.isEmpty()) {
            return PLAIN;
        }
        if (!wanted.get().equals("url")) {
            throw S3Error.INVALID_ARGUMENT
                    .exception("Invalid Encoding Method specified in Request")
                    .with("ArgumentName", "encoding-type")
                    .with("ArgumentValue", wanted.get());
        }
        return URL;
    }
}
