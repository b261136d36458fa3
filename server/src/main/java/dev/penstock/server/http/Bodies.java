package dev.penstock.server.http;

import dev.penstock.contract.UnreadableJson;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Reads request bodies, never more than is allowed.
public final class Bodies {
    /// Most bytes of an ordinary body.
    public static final int ORDINARY = 1 << 20;

    /// Most bytes of a completion.
    public static final int COMPLETION = 4 << 20;

    private Bodies() {}

    /// @throws ProblemException `body-too-large`
    public static byte[] read(Context ctx, int most) {
        if (ctx.req().getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw tooLarge(most);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The body of a management route: JSON, declared so or not declared at all.
    ///
    /// @throws ProblemException `unsupported-media-type`, `body-too-large`
    public static byte[] readManagement(Context ctx) {
        String type = ctx.req().getContentType();
        if (type != null && !mediaType(type).equals("application/json")) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
        }
        return read(ctx, ORDINARY);
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// Turns what the JSON reader says into the caller's problem.
    ///
    /// @throws ProblemException `invalid-body` for what is no such JSON, `invalid-field` for a
    ///   field
    public static <T> T parse(byte[] body, Function<byte[], T> reader) {
        try {
            return reader.apply(body);
        } catch (UnreadableJson e) {
            if (e.field().isEmpty()) {
                throw new ProblemException(
                        ProblemCode.INVALID_BODY, "The body " + e.reason() + ".");
            }
            throw new Problem.InvalidFields(
                            List.of(new Problem.InvalidField(e.field(), e.reason())))
                    .asException();
        }
    }

    private static ProblemException tooLarge(int most) {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE,
                "The body of this call has at most %d MiB.".formatted(most >> 20));
    }
}
