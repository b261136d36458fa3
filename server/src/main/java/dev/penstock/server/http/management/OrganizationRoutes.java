package dev.penstock.server.http.management;

import dev.penstock.contract.JsonBody;
import dev.penstock.contract.OrganizationChange;
import dev.penstock.contract.OrganizationCreate;
import dev.penstock.contract.OrganizationJson;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.page.PageRequest;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;

/// `/api/organizations`: made, changed and deleted by platform administrators.
final class OrganizationRoutes {
    private final ManagementCalls calls;
    private final OrganizationRepository organizations;
    private final Ids ids;
    private final InstantSource clock;

    OrganizationRoutes(
            ManagementCalls calls,
            OrganizationRepository organizations,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.organizations = organizations;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/organizations", this::list);
        routes.post("/api/organizations", this::create);
        routes.get("/api/organizations/{id}", this::get);
        routes.put("/api/organizations/{id}", this::change);
        routes.delete("/api/organizations/{id}", this::delete);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        PageRequest page = ManagementCalls.page(new Query(ctx.queryString()));
        ManagementCalls.answer(
                ctx,
                key.known()
                        .map(known -> organizations.list(known, page))
                        .orElseGet(() -> organizations.list(page)),
                OrganizationRoutes::json);
    }

    private void create(Context ctx) {
        Authorizer.requirePlatformAdministrator(calls.key(ctx));
        OrganizationCreate body = calls.body(ctx, OrganizationCreate.class).value();
        var fields = new Fields();
        fields.slug(body.slug());
        fields.name(body.name());
        fields.requireNone();
        Instant now = clock.instant();
        var organization =
                new Organization(
                        new OrganizationId(ids.next()),
                        new Slug(body.slug()),
                        body.name(),
                        now,
                        now,
                        0);
        ManagementCalls.requireInserted(organizations.insert(organization), "slug");
        Answers.json(ctx, 201, json(find(organization.id())));
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(known(ctx, calls.key(ctx))));
    }

    private void change(Context ctx) {
        ApiKey key = calls.key(ctx);
        Organization organization = known(ctx, key);
        Authorizer.require(key, Permission.ADMIN, organization.id());
        JsonBody<OrganizationChange> body = calls.body(ctx, OrganizationChange.class);
        Organization changed =
                ManagementCalls.change(
                        body.value().changeSequence(),
                        () -> find(organization.id()),
                        Organization::changeSequence,
                        current -> changed(current, body.value()),
                        organizations::update);
        Answers.json(ctx, 200, json(changed));
    }

    private Organization changed(Organization current, OrganizationChange body) {
        var fields = new Fields();
        fields.unchanged("id", body.id(), current.id().value());
        fields.unchanged("slug", body.slug(), current.slug().value());
        fields.unchanged("createdOn", body.createdOn(), current.createdOn());
        body.name().ifPresent(fields::name);
        fields.requireNone();
        return new Organization(
                current.id(),
                current.slug(),
                body.name().orElse(current.name()),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    private void delete(Context ctx) {
        ApiKey key = calls.key(ctx);
        Organization organization = known(ctx, key);
        Authorizer.requirePlatformAdministrator(key);
        ManagementCalls.answer(ctx, organizations.delete(organization.id()), "document stores");
    }

    private Organization known(Context ctx, ApiKey key) {
        var id = new OrganizationId(ManagementCalls.id(ctx, "id"));
        if (!key.knows(id)) {
            throw ManagementCalls.notFound();
        }
        return find(id);
    }

    private Organization find(OrganizationId id) {
        return ManagementCalls.found(organizations.find(id));
    }

    private static OrganizationJson json(Organization o) {
        return new OrganizationJson(
                o.id().value(),
                o.slug().value(),
                o.name(),
                o.createdOn(),
                o.updatedOn(),
                o.changeSequence());
    }
}
