package dev.penstock.server.http.management;

import dev.penstock.contract.IntakeTokenCreate;
import dev.penstock.contract.IntakeTokenJson;
import dev.penstock.core.access.IntakeToken;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.access.Permission;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.access.TokenId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.Saved;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// `/api/intakes/{id}/tokens`: secrets for one intake's upload routes, each shown once.
final class IntakeTokenRoutes {
    private final ManagementCalls calls;
    private final IntakeScope scope;
    private final IntakeTokenRepository tokens;
    private final Ids ids;
    private final InstantSource clock;

    IntakeTokenRoutes(
            ManagementCalls calls,
            IntakeScope scope,
            IntakeTokenRepository tokens,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.scope = scope;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/intakes/{id}/tokens", this::list);
        routes.post("/api/intakes/{id}/tokens", this::create);
        routes.delete("/api/intakes/{id}/tokens/{tokenId}", this::delete);
    }

    private void list(Context ctx) {
        Intake intake = scope.allowed(ctx, calls.key(ctx), Permission.INTAKE_READ);
        ManagementCalls.answer(
                ctx,
                tokens.list(intake.id(), ManagementCalls.page(new Query(ctx.queryString()))),
                token -> json(token, Optional.empty()));
    }

    private void create(Context ctx) {
        Intake intake = scope.allowed(ctx, calls.key(ctx), Permission.INTAKE_UPDATE);
        IntakeTokenCreate body = calls.body(ctx, IntakeTokenCreate.class).value();
        Instant now = clock.instant();
        var fields = new Fields();
        fields.name(body.name());
        if (body.expiresAt().filter(at -> !at.isAfter(now)).isPresent()) {
            fields.reject("expiresAt", "must be in the future");
        }
        fields.requireNone();
        String secret = ids.secret(IntakeToken.PREFIX);
        var token =
                new IntakeToken(
                        new TokenId(ids.next()),
                        intake.id(),
                        body.name(),
                        SecretHash.of(secret),
                        body.expiresAt(),
                        Optional.empty(),
                        now);
        if (tokens.insert(token) != Saved.SAVED) {
            throw ManagementCalls.notFound();
        }
        Answers.json(ctx, 201, json(token, Optional.of(secret)));
    }

    private void delete(Context ctx) {
        Intake intake = scope.allowed(ctx, calls.key(ctx), Permission.INTAKE_UPDATE);
        if (!tokens.delete(intake.id(), new TokenId(ManagementCalls.id(ctx, "tokenId")))) {
            throw ManagementCalls.notFound();
        }
        Answers.none(ctx);
    }

    private static IntakeTokenJson json(IntakeToken t, Optional<String> secret) {
        return new IntakeTokenJson(
                t.id().value(),
                t.name(),
                t.expiresAt(),
                t.lastUsedOn(),
                t.createdOn(),
                t.createdOn(),
                0,
                secret);
    }
}
