package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.S3Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Under which conditions an object is read (RFC 9110 section 13.2.2, whose order S3 follows).
final class ReadConditions {
    /// @throws dev.penstock.embedded.error.S3Exception `PreconditionFailed` or `NotModified`
    static void check(S3Request request, StoredObject object) {
        Optional<String> ifMatch = request.header("if-match");
        if (ifMatch.isPresent()) {
            require(Etag.matches(ifMatch.get(), object.etag()), "If-Match");
        } else {
            date(request, "if-unmodified-since")
                    .ifPresent(at -> require(!modified(object).isAfter(at), "If-Unmodified-Since"));
        }
        Optional<String> ifNoneMatch = request.header("if-none-match");
        boolean unchanged =
                ifNoneMatch.isPresent()
                        ? Etag.matches(ifNoneMatch.get(), object.etag())
                        : date(request, "if-modified-since")
                                .filter(at -> !modified(object).isAfter(at))
                                .isPresent();
        if (unchanged) {
            throw S3Error.NOT_MODIFIED
                    .exception()
                    .withHeader("ETag", Etag.quoted(object.etag()))
                    .withHeader("Last-Modified", HttpDate.format(object.modifiedAt()));
        }
    }

    private static void require(boolean holds, String condition) {
        if (!holds) {
            throw S3Error.PRECONDITION_FAILED.exception().with("Condition", condition);
        }
    }

    /// HTTP dates have whole seconds.
    private static Instant modified(StoredObject object) {
        return object.modifiedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> date(S3Request request, String header) {
        return request.header(header).flatMap(HttpDate::parse);
    }

    private ReadConditions() {}
}
