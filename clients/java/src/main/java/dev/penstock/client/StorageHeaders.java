package dev.penstock.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which headers may go to the storage host: those that S3 and its kin read. The service's answer
/// names them, and even if it named a credential's, that would not go out.
final class StorageHeaders {
    private static final List<String> ALLOWED_PREFIXES = List.of("x-amz-", "x-goog-");
    private static final List<String> ALLOWED =
            List.of(
                    "content-md5",
                    "content-type",
                    "content-encoding",
                    "cache-control",
                    "if-none-match");

    private StorageHeaders() {}

    /// @throws UnsendableFileException when one is not among those allowed
    static Map<String, String> checked(Map<String, String> required) {
        required.keySet().stream()
                .filter(name -> !isAllowed(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnsendableFileException(
                            "The service asks for the header "
                                    + name
                                    + ", which this client does not send to a storage.");
                });
        return required;
    }

    private static boolean isAllowed(String name) {
        return ALLOWED.contains(name) || ALLOWED_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
