package dev.penstock.embedded.http;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.sigv4.QueryParameter;
import java.util.List;
import java.util.Optional;

/// What is asked for.
///
/// @param bucket empty if none is named
/// @param key empty if none is named
public record S3Request(
        String method,
        String bucket,
        String key,
        List<QueryParameter> query,
        RequestHeaders headers) {

    public S3Request {
        query = List.copyOf(query);
    }

    /// The object it is about.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `KeyTooLongError`
    public ObjectKey where() {
        return new ObjectKey(bucket, key);
    }

    /// The value of a query parameter; an empty one for a parameter without value.
    public Optional<String> parameter(String name) {
        return query.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }

    /// The value of a header.
    ///
    /// @param name in lower case
    public Optional<String> header(String name) {
        return headers.find(name);
    }

    /// A whole number in the query.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `InvalidArgument`
    public int number(String name, int fallback) {
        Optional<String> text = parameter(name).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.get().matches("[0-9]{1,9}")) {
            throw S3Error.INVALID_ARGUMENT
                    .exception("Argument " + name + " must be an integer between 0 and 2147483647")
                    .with("ArgumentName", name)
                    .with("ArgumentValue", text.get());
        }
        return Integer.parseInt(text.get());
    }
}
