package dev.penstock.server.http.management;

import dev.penstock.contract.KnowledgeFeatureChange;
import dev.penstock.contract.KnowledgeFeatureCreate;
import dev.penstock.contract.OrganizationFeatureJson;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;

/// `/api/knowledge-features`: what an organization wants to be known of documents.
final class KnowledgeFeatureRoutes {
    private final ManagementCalls calls;
    private final OrganizationScope scope;
    private final KnowledgeFeatureRepository features;
    private final Ids ids;
    private final InstantSource clock;

    KnowledgeFeatureRoutes(
            ManagementCalls calls,
            OrganizationScope scope,
            KnowledgeFeatureRepository features,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.scope = scope;
        this.features = features;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/knowledge-features", this::list);
        routes.post("/api/knowledge-features", this::create);
        routes.get("/api/knowledge-features/{id}", this::get);
        routes.put("/api/knowledge-features/{id}", this::change);
        routes.delete("/api/knowledge-features/{id}", this::delete);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        var query = new Query(ctx.queryString());
        PageRequest page = ManagementCalls.page(query);
        ManagementCalls.answer(
                ctx,
                OrganizationScope.listed(key, Permission.STORE_READ, query)
                        .map(some -> features.list(some, page))
                        .orElseGet(() -> features.list(page)),
                KnowledgeFeatureRoutes::json);
    }

    private void create(Context ctx) {
        ApiKey key = calls.key(ctx);
        KnowledgeFeatureCreate body = calls.body(ctx, KnowledgeFeatureCreate.class).value();
        Organization owner = scope.owner(key, body.organizationId());
        var fields = new Fields();
        fields.slug(body.slug());
        fields.name(body.name());
        fields.requireNone();
        Instant now = clock.instant();
        var feature =
                new KnowledgeFeature(
                        new FeatureId(ids.next()),
                        owner.id(),
                        new Slug(body.slug()),
                        body.name(),
                        now,
                        now,
                        0);
        ManagementCalls.requireInserted(features.insert(feature), "organizationId");
        Answers.json(ctx, 201, json(find(feature.id())));
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(allowed(ctx, Permission.STORE_READ)));
    }

    private void change(Context ctx) {
        KnowledgeFeature feature = allowed(ctx, Permission.STORE_UPDATE);
        KnowledgeFeatureChange body = calls.body(ctx, KnowledgeFeatureChange.class).value();
        KnowledgeFeature changed =
                ManagementCalls.change(
                        body.changeSequence(),
                        () -> find(feature.id()),
                        KnowledgeFeature::changeSequence,
                        current -> changed(current, body),
                        features::update);
        Answers.json(ctx, 200, json(changed));
    }

    private KnowledgeFeature changed(KnowledgeFeature current, KnowledgeFeatureChange change) {
        var fields = new Fields();
        fields.unchanged("id", change.id(), current.id().value());
        fields.unchanged(
                "organizationId", change.organizationId(), current.organizationId().value());
        fields.unchanged("slug", change.slug(), current.slug().value());
        fields.unchanged("createdOn", change.createdOn(), current.createdOn());
        change.name().ifPresent(fields::name);
        fields.requireNone();
        return new KnowledgeFeature(
                current.id(),
                current.organizationId(),
                current.slug(),
                change.name().orElse(current.name()),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    private void delete(Context ctx) {
        KnowledgeFeature feature = allowed(ctx, Permission.STORE_DELETE);
        ManagementCalls.answer(ctx, features.delete(feature.id()), "nothing");
    }

    private KnowledgeFeature allowed(Context ctx, Permission permission) {
        ApiKey key = calls.key(ctx);
        KnowledgeFeature feature = find(new FeatureId(ManagementCalls.id(ctx, "id")));
        Authorizer.require(key, permission, feature.organizationId());
        return feature;
    }

    private KnowledgeFeature find(FeatureId id) {
        return ManagementCalls.found(features.find(id));
    }

    private static OrganizationFeatureJson json(KnowledgeFeature f) {
        return new OrganizationFeatureJson(
                f.id().value(),
                f.organizationId().value(),
                f.slug().value(),
                f.name(),
                f.createdOn(),
                f.updatedOn(),
                f.changeSequence());
    }
}
