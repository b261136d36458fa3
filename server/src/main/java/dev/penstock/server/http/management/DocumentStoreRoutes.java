package dev.penstock.server.http.management;

import dev.penstock.contract.DocumentStoreChange;
import dev.penstock.contract.DocumentStoreCreate;
import dev.penstock.contract.DocumentStoreJson;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.PageRequest;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;

/// `/api/document-stores`: where documents live inside an organization.
final class DocumentStoreRoutes {
    private final ManagementCalls calls;
    private final OrganizationScope scope;
    private final DocumentStoreRepository stores;
    private final Ids ids;
    private final InstantSource clock;

    DocumentStoreRoutes(
            ManagementCalls calls,
            OrganizationScope scope,
            DocumentStoreRepository stores,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.scope = scope;
        this.stores = stores;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/document-stores", this::list);
        routes.post("/api/document-stores", this::create);
        routes.get("/api/document-stores/{id}", this::get);
        routes.put("/api/document-stores/{id}", this::change);
        routes.delete("/api/document-stores/{id}", this::delete);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        PageRequest page = ManagementCalls.page(new Query(ctx.queryString()));
        ManagementCalls.answer(
                ctx,
                key.reach(Permission.STORE_READ)
                        .map(reach -> stores.list(reach, page))
                        .orElseGet(() -> stores.list(page)),
                DocumentStoreRoutes::json);
    }

    private void create(Context ctx) {
        ApiKey key = calls.key(ctx);
        DocumentStoreCreate body = calls.body(ctx, DocumentStoreCreate.class).value();
        Organization owner = scope.owner(key, body.organizationId());
        var fields = new Fields();
        fields.slug(body.slug());
        fields.name(body.name());
        fields.requireNone();
        Instant now = clock.instant();
        var store =
                new DocumentStore(
                        new StoreId(ids.next()),
                        owner.id(),
                        owner.slug(),
                        new Slug(body.slug()),
                        body.name(),
                        now,
                        now,
                        0);
        ManagementCalls.requireInserted(stores.insert(store), "organizationId");
        Answers.json(ctx, 201, json(find(store.id())));
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(allowed(ctx, Permission.STORE_READ)));
    }

    private void change(Context ctx) {
        DocumentStore store = allowed(ctx, Permission.STORE_UPDATE);
        DocumentStoreChange body = calls.body(ctx, DocumentStoreChange.class).value();
        DocumentStore changed =
                ManagementCalls.change(
                        body.changeSequence(),
                        () -> find(store.id()),
                        DocumentStore::changeSequence,
                        current -> changed(current, body),
                        stores::update);
        Answers.json(ctx, 200, json(changed));
    }

    private DocumentStore changed(DocumentStore current, DocumentStoreChange body) {
        var fields = new Fields();
        fields.unchanged("id", body.id(), current.id().value());
        fields.unchanged("organizationId", body.organizationId(), current.organizationId().value());
        fields.unchanged("slug", body.slug(), current.slug().value());
        fields.unchanged("ref", body.ref(), current.ref());
        fields.unchanged("createdOn", body.createdOn(), current.createdOn());
        body.name().ifPresent(fields::name);
        fields.requireNone();
        return new DocumentStore(
                current.id(),
                current.organizationId(),
                current.organizationSlug(),
                current.slug(),
                body.name().orElse(current.name()),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    private void delete(Context ctx) {
        DocumentStore store = allowed(ctx, Permission.STORE_DELETE);
        ManagementCalls.answer(ctx, stores.delete(store.id()), "intakes or documents");
    }

    private DocumentStore allowed(Context ctx, Permission permission) {
        ApiKey key = calls.key(ctx);
        DocumentStore store = find(new StoreId(ManagementCalls.id(ctx, "id")));
        Authorizer.require(key, permission, store.organizationId());
        return store;
    }

    private DocumentStore find(StoreId id) {
        return ManagementCalls.found(stores.find(id));
    }

    private static DocumentStoreJson json(DocumentStore s) {
        return new DocumentStoreJson(
                s.id().value(),
                s.organizationId().value(),
                s.slug().value(),
                s.name(),
                s.ref(),
                s.createdOn(),
                s.updatedOn(),
                s.changeSequence());
    }
}
