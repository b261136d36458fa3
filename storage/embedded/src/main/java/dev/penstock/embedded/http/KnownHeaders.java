package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import java.util.Set;

/// Refuses what it does not understand: an `x-amz-` header that asks for a copy, encryption, a lock
/// or tags must not be passed over as if it had been obeyed.
final class KnownHeaders {
    private static final Set<String> UNDERSTOOD =
            Set.of(
                    "x-amz-checksum-algorithm",
                    "x-amz-checksum-mode",
                    "x-amz-checksum-type",
                    "x-amz-content-sha256",
                    "x-amz-date",
                    "x-amz-decoded-content-length",
                    "x-amz-mp-object-size",
                    "x-amz-sdk-checksum-algorithm",
                    "x-amz-security-token",
                    "x-amz-te",
                    "x-amz-trailer",
                    "x-amz-user-agent");

    static void check(RequestHeaders headers) {
        headers.all().forEach(KnownHeaders::check);
    }

    private static void check(String name, String value) {
        boolean fine =
                !name.startsWith("x-amz-")
                        || UNDERSTOOD.contains(name)
                        || name.startsWith("x-amz-meta-")
                        || name.startsWith("x-amz-checksum-")
                        || (name.equals("x-amz-acl") && value.equals("private"))
                        || (name.equals("x-amz-storage-class") && value.equals("STANDARD"));
        if (!fine) {
            throw S3Error.NOT_IMPLEMENTED.exception().with("Header", name);
        }
    }

    private KnownHeaders() {}
}
