package dev.penstock.server.http;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.IdempotencyKey;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header), quoted or not.
final class IdempotencyHeader {
    private static final String NAME = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,254}");

    private IdempotencyHeader() {}

    /// @throws ProblemException `invalid-parameter` for more than one or one that is no key
    static Optional<IdempotencyKey> key(Context ctx, Intake intake, String fingerprint) {
        List<String> values = Collections.list(ctx.req().getHeaders(NAME));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String key = values.getFirst().strip();
        if (values.size() > 1 || !KEY.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "The header Idempotency-Key is one text of 1 to 255 printable ASCII characters.");
        }
        String credential = Authentication.describe(ctx).orElseThrow();
        return Optional.of(new IdempotencyKey(intake.id(), credential, key, fingerprint));
    }
}
