package dev.penstock.server.http.management;

import dev.penstock.contract.DocumentStatusChange;
import dev.penstock.contract.DocumentStatusCreate;
import dev.penstock.contract.JsonBody;
import dev.penstock.contract.OrganizationStatusJson;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.StatusId;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;

/// `/api/document-statuses`: how far documents of an organization may have come.
final class DocumentStatusRoutes {
    private final ManagementCalls calls;
    private final OrganizationScope scope;
    private final DocumentStatusRepository statuses;
    private final Ids ids;
    private final InstantSource clock;

    DocumentStatusRoutes(
            ManagementCalls calls,
            OrganizationScope scope,
            DocumentStatusRepository statuses,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.scope = scope;
        this.statuses = statuses;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/document-statuses", this::list);
        routes.post("/api/document-statuses", this::create);
        routes.get("/api/document-statuses/{id}", this::get);
        routes.put("/api/document-statuses/{id}", this::change);
        routes.delete("/api/document-statuses/{id}", this::delete);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        var query = new Query(ctx.queryString());
        PageRequest page = ManagementCalls.page(query);
        ManagementCalls.answer(
                ctx,
                OrganizationScope.listed(key, Permission.STORE_READ, query)
                        .map(some -> statuses.list(some, page))
                        .orElseGet(() -> statuses.list(page)),
                DocumentStatusRoutes::json);
    }

    private void create(Context ctx) {
        ApiKey key = calls.key(ctx);
        DocumentStatusCreate body = calls.body(ctx, DocumentStatusCreate.class).value();
        Organization owner = scope.owner(key, body.organizationId());
        var fields = new Fields();
        fields.slug(body.slug());
        fields.name(body.name());
        body.color().ifPresent(fields::color);
        fields.requireNone();
        Instant now = clock.instant();
        var status =
                new DocumentStatus(
                        new StatusId(ids.next()),
                        owner.id(),
                        new Slug(body.slug()),
                        body.name(),
                        body.color().map(Fields::lowerCase),
                        now,
                        now,
                        0);
        ManagementCalls.requireInserted(statuses.insert(status), "organizationId");
        Answers.json(ctx, 201, json(find(status.id())));
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(allowed(ctx, Permission.STORE_READ)));
    }

    private void change(Context ctx) {
        DocumentStatus status = allowed(ctx, Permission.STORE_UPDATE);
        JsonBody<DocumentStatusChange> body = calls.body(ctx, DocumentStatusChange.class);
        DocumentStatus changed =
                ManagementCalls.change(
                        body.value().changeSequence(),
                        () -> find(status.id()),
                        DocumentStatus::changeSequence,
                        current -> changed(current, body),
                        statuses::update);
        Answers.json(ctx, 200, json(changed));
    }

    private DocumentStatus changed(DocumentStatus current, JsonBody<DocumentStatusChange> body) {
        DocumentStatusChange change = body.value();
        var fields = new Fields();
        fields.unchanged("id", change.id(), current.id().value());
        fields.unchanged(
                "organizationId", change.organizationId(), current.organizationId().value());
        fields.unchanged("slug", change.slug(), current.slug().value());
        fields.unchanged("createdOn", change.createdOn(), current.createdOn());
        change.name().ifPresent(fields::name);
        change.color().ifPresent(fields::color);
        fields.requireNone();
        return new DocumentStatus(
                current.id(),
                current.organizationId(),
                current.slug(),
                change.name().orElse(current.name()),
                body.has("color") ? change.color().map(Fields::lowerCase) : current.color(),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    private void delete(Context ctx) {
        DocumentStatus status = allowed(ctx, Permission.STORE_DELETE);
        ManagementCalls.answer(ctx, statuses.delete(status.id()), "documents");
    }

    private DocumentStatus allowed(Context ctx, Permission permission) {
        ApiKey key = calls.key(ctx);
        DocumentStatus status = find(new StatusId(ManagementCalls.id(ctx, "id")));
        Authorizer.require(key, permission, status.organizationId());
        return status;
    }

    private DocumentStatus find(StatusId id) {
        return ManagementCalls.found(statuses.find(id));
    }

    private static OrganizationStatusJson json(DocumentStatus s) {
        return new OrganizationStatusJson(
                s.id().value(),
                s.organizationId().value(),
                s.slug().value(),
                s.name(),
                s.color(),
                s.createdOn(),
                s.updatedOn(),
                s.changeSequence());
    }
}
