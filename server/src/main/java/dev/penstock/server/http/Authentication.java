package dev.penstock.server.http;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.Caller;
import dev.penstock.core.access.IntakeToken;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.repository.RepositoryException;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out who is calling: `x-api-key` first, then `x-access-token`, then `Authorization: Bearer`
/// (RFC 6750, section 2.1).
public final class Authentication {
    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final String BEARER = "bearer ";
    private static final String CALLER = "penstock.caller";

    private final IntakeTokenRepository tokens;
    private final ApiKeyRepository keys;
    private final InstantSource clock;

    public Authentication(
            IntakeTokenRepository tokens, ApiKeyRepository keys, InstantSource clock) {
        this.tokens = tokens;
        this.keys = keys;
        this.clock = clock;
    }

    /// @throws ProblemException `unauthenticated` when the secret is missing, unknown, revoked or
    ///   expired
    public Caller authenticate(Context ctx) {
        String secret = secret(ctx).orElseThrow(Authentication::missing);
        Caller caller = find(secret).orElseThrow(Authentication::unknown);
        ctx.attribute(CALLER, describe(caller));
        return caller;
    }

    /// Who called, as the log may say it; empty for nobody.
    static Optional<String> describe(Context ctx) {
        return Optional.ofNullable(ctx.attribute(CALLER));
    }

    private static String describe(Caller caller) {
        return switch (caller) {
            case Caller.WithToken(IntakeToken token) -> "token:" + token.id();
            case Caller.WithKey(ApiKey key) -> "key:" + key.id();
        };
    }

    private static Optional<String> secret(Context ctx) {
        return header(ctx, "x-api-key")
                .or(() -> header(ctx, "x-access-token"))
                .or(() -> bearer(ctx));
    }

    private static Optional<String> header(Context ctx, String name) {
        return Optional.ofNullable(ctx.header(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /// Whether the caller came with `Authorization: Bearer` and no other of our headers.
    public static boolean cameAsBearer(Context ctx) {
        return header(ctx, "x-api-key").isEmpty()
                && header(ctx, "x-access-token").isEmpty()
                && bearer(ctx).isPresent();
    }

    private static Optional<String> bearer(Context ctx) {
        return header(ctx, "Authorization")
                .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(v -> v.substring(BEARER.length()).strip())
                .filter(v -> !v.isEmpty());
    }

    private Optional<Caller> find(String secret) {
        Instant now = clock.instant();
        SecretHash hash = SecretHash.of(secret);
        if (secret.startsWith(IntakeToken.PREFIX)) {
            Optional<IntakeToken> token = tokens.find(hash).filter(t -> !t.isExpired(now));
            token.ifPresent(t -> touch(t, now));
            return token.map(Caller.WithToken::new);
        }
        return keys.find(hash).filter(k -> !k.isExpired(now)).map(Caller.WithKey::new);
    }

    /// Notes the use for its owner to see. That must not stand in the way of a call which only
    /// reads, so it is left out when the database cannot write.
    private void touch(IntakeToken token, Instant now) {
        Instant due = now.minus(TOUCH_EVERY);
        if (token.lastUsedOn().map(used -> used.isBefore(due)).orElse(true)) {
            try {
                tokens.touch(token.id(), now);
            } catch (RepositoryException e) {
                LOG.atWarn()
                        .addKeyValue("cause", e.getMessage())
                        .log("That a token was used could not be noted");
            }
        }
    }

    private static ProblemException missing() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED,
                "Send an intake token or API key as x-api-key, x-access-token or Authorization: Bearer.");
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED, "This token or key is not known, revoked or expired.");
    }
}
