package dev.penstock.server.http.management;

import dev.penstock.contract.ApiKeyChange;
import dev.penstock.contract.ApiKeyCreate;
import dev.penstock.contract.ApiKeyJson;
import dev.penstock.contract.GrantJson;
import dev.penstock.contract.JsonBody;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.Permission;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// `/api/api-keys`: keys for organizations, made by those who administer them, each secret shown
/// once. `/api/me`: the one that calls.
final class ApiKeyRoutes {
    private final ManagementCalls calls;
    private final ApiKeyRepository keys;
    private final Ids ids;
    private final InstantSource clock;

    ApiKeyRoutes(ManagementCalls calls, ApiKeyRepository keys, Ids ids, InstantSource clock) {
        this.calls = calls;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/me", this::me);
        routes.get("/api/api-keys", this::list);
        routes.post("/api/api-keys", this::create);
        routes.get("/api/api-keys/{id}", this::get);
        routes.put("/api/api-keys/{id}", this::change);
        routes.delete("/api/api-keys/{id}", this::delete);
    }

    private void me(Context ctx) {
        Answers.json(ctx, 200, json(calls.key(ctx), Optional.empty()));
    }

    private void list(Context ctx) {
        ApiKey caller = calls.key(ctx);
        PageRequest page = ManagementCalls.page(new Query(ctx.queryString()));
        ManagementCalls.answer(
                ctx,
                caller.reach(Permission.ADMIN)
                        .map(reach -> keys.list(reach, page))
                        .orElseGet(() -> keys.list(page)),
                key -> json(key, Optional.empty()));
    }

    private void create(Context ctx) {
        ApiKey caller = calls.key(ctx);
        ApiKeyCreate body = calls.body(ctx, ApiKeyCreate.class).value();
        var fields = new Fields();
        fields.name(body.name());
        checkExpiry(fields, body.expiresAt());
        List<Grant> grants = Grants.read(fields, body.grants());
        fields.requireNone();
        requireMayGrant(caller, grants);
        String secret = ids.secret(ApiKey.PREFIX);
        Instant now = clock.instant();
        var key =
                new ApiKey(
                        new ApiKeyId(ids.next()),
                        body.name(),
                        SecretHash.of(secret),
                        grants,
                        body.expiresAt(),
                        now,
                        now,
                        0);
        ManagementCalls.requireInserted(keys.insert(key), "grants.organizationId");
        Answers.json(ctx, 201, json(key, Optional.of(secret)));
    }

    private void checkExpiry(Fields fields, Optional<Instant> expiresAt) {
        if (expiresAt.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            fields.reject("expiresAt", "must be in the future");
        }
    }

    private static void requireMayGrant(ApiKey caller, List<Grant> grants) {
        if (!administers(caller, grants)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "Keys can be made only for organizations in which this key is an admin.");
        }
    }

    private static boolean administers(ApiKey caller, List<Grant> grants) {
        return caller.isPlatformAdministrator()
                || grants.stream()
                        .allMatch(g ->
                                g.organization()
                                        .map(o -> caller.may(Permission.ADMIN, o))
                                        .orElse(false));
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(administered(ctx), Optional.empty()));
    }

    private void change(Context ctx) {
        ApiKey caller = calls.key(ctx);
        ApiKey key = administered(ctx);
        JsonBody<ApiKeyChange> body = calls.body(ctx, ApiKeyChange.class);
        ApiKey changed =
                ManagementCalls.change(
                        body.value().changeSequence(),
                        () -> ManagementCalls.found(keys.find(key.id())),
                        ApiKey::changeSequence,
                        current -> changed(caller, current, body),
                        keys::update);
        Answers.json(ctx, 200, json(changed, Optional.empty()));
    }

    private ApiKey changed(ApiKey caller, ApiKey current, JsonBody<ApiKeyChange> body) {
        ApiKeyChange change = body.value();
        var fields = new Fields();
        fields.unchanged("id", change.id(), current.id().value());
        fields.unchanged("createdOn", change.createdOn(), current.createdOn());
        change.name().ifPresent(fields::name);
        if (!change.expiresAt().equals(current.expiresAt())) {
            checkExpiry(fields, change.expiresAt());
        }
        List<Grant> grants =
                change.grants().map(g -> Grants.read(fields, g)).orElse(current.grants());
        fields.requireNone();
        requireMayGrant(caller, grants);
        return new ApiKey(
                current.id(),
                change.name().orElse(current.name()),
                current.hash(),
                grants,
                body.has("expiresAt") ? change.expiresAt() : current.expiresAt(),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    private void delete(Context ctx) {
        if (!keys.delete(administered(ctx).id())) {
            throw ManagementCalls.notFound();
        }
        Answers.none(ctx);
    }

    /// A key that reaches beyond the caller's organizations does not exist for it.
    private ApiKey administered(Context ctx) {
        ApiKey caller = calls.key(ctx);
        return ManagementCalls.found(
                keys.find(new ApiKeyId(ManagementCalls.id(ctx, "id")))
                        .filter(key -> administers(caller, key.grants())));
    }

    private static ApiKeyJson json(ApiKey k, Optional<String> secret) {
        return new ApiKeyJson(
                k.id().value(),
                k.name(),
                k.grants().stream().map(ApiKeyRoutes::json).toList(),
                k.expiresAt(),
                k.createdOn(),
                k.updatedOn(),
                k.changeSequence(),
                secret);
    }

    private static GrantJson json(Grant grant) {
        return new GrantJson(
                grant.organization().map(OrganizationId::toString).orElse(Grants.EVERYWHERE),
                grant.permissions().stream().sorted().map(Permission::text).toList());
    }
}
