package dev.penstock.server.http.management;

import dev.penstock.contract.ContentUrl;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.DocumentContainerJson;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentDisposition;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Download;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.PresignedGet;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.core.vocabulary.StatusId;
import dev.penstock.kddb.ReadContainer;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Authentication;
import dev.penstock.server.http.Bodies;
import dev.penstock.server.http.FamilyJson;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.ContainerReading;
import dev.penstock.server.service.Removals;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/api/document-families`: what arrived, and how to read it.
final class DocumentFamilyRoutes {
    private final ManagementCalls calls;
    private final DocumentRepository documents;
    private final ObjectStore store;
    private final Removals removals;
    private final ContainerReading containers;
    private final FamilyChanges changes;
    private final UploadSettings settings;

    DocumentFamilyRoutes(
            ManagementCalls calls,
            DocumentRepository documents,
            ObjectStore store,
            Removals removals,
            ContainerReading containers,
            FamilyChanges changes,
            UploadSettings settings) {
        this.calls = calls;
        this.documents = documents;
        this.store = store;
        this.removals = removals;
        this.containers = containers;
        this.changes = changes;
        this.settings = settings;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/document-families", this::list);
        routes.get("/api/document-families/{id}", this::get);
        routes.put("/api/document-families/{id}", this::change);
        routes.delete("/api/document-families/{id}", this::delete);
        routes.get("/api/document-families/{id}/content/{kind}", this::content);
        routes.get("/api/document-families/{id}/container", this::container);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        var query = new Query(ctx.queryString());
        var filter =
                new DocumentRepository.Filter(
                        OrganizationScope.listed(key, Permission.STORE_READ, query),
                        ManagementCalls.id(query, "storeId").map(StoreId::new),
                        query.find("pathPrefix"),
                        query.find("label").map(DocumentFamilyRoutes::label),
                        ManagementCalls.id(query, "statusId").map(StatusId::new),
                        query.time("createdFrom"),
                        query.time("createdBefore"),
                        ManagementCalls.order(query));
        ManagementCalls.answer(
                ctx, documents.list(filter, ManagementCalls.page(query)), FamilyJson::of);
    }

    private static LabelName label(String text) {
        try {
            return new LabelName(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "The parameter label is wrong: " + e.getMessage());
        }
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, FamilyJson.of(found(ctx, Permission.STORE_READ)));
    }

    private void delete(Context ctx) {
        DocumentFamily family = found(ctx, Permission.STORE_DELETE);
        if (documents.delete(family.id())) {
            removals.now(family.nativeContent().key());
            family.container().map(ContainerObject::key).ifPresent(removals::now);
        }
        Answers.none(ctx);
    }

    private void change(Context ctx) {
        DocumentFamily family = found(ctx, Permission.STORE_UPDATE);
        Map<String, @Nullable Object> body =
                Bodies.parse(
                        Bodies.readManagement(ctx),
                        json -> ContractJson.readObject(new String(json, StandardCharsets.UTF_8)));
        DocumentFamily changed =
                ManagementCalls.change(
                        FamilyChanges.sequence(body),
                        () -> ManagementCalls.found(documents.find(family.id())),
                        DocumentFamily::changeSequence,
                        current -> changes.read(body, current),
                        documents::change);
        Answers.json(ctx, 200, FamilyJson.of(changed));
    }

    private void content(Context ctx) {
        DocumentFamily family = found(ctx, Permission.STORE_READ);
        Content content = contentOf(family, ctx.pathParam("kind"));
        PresignedGet get = store.presignGet(content.download(), settings.urlTtl());
        if (new Query(ctx.queryString()).isOn("redirect")) {
            redirect(ctx, get);
            return;
        }
        Answers.json(
                ctx,
                200,
                new ContentUrl(
                        get.url().toString(),
                        get.expiresAt(),
                        content.name(),
                        content.size().value(),
                        content.mimeType()));
    }

    /// What may be read of a document.
    private record Content(ObjectKey key, String name, ByteCount size, String mimeType) {
        Download download() {
            return new Download(key, ContentDisposition.of(name, mimeType).header(), mimeType);
        }
    }

    private static Content contentOf(DocumentFamily family, String kind) {
        ContentObject original = family.nativeContent();
        return switch (kind) {
            case "NATIVE" ->
                    new Content(
                            original.key(), original.name(), original.size(), original.mimeType());
            case "DOCUMENT" ->
                    family.container()
                            .map(c ->
                                    new Content(
                                            c.key(), c.name(), c.size(), ContainerObject.MIME_TYPE))
                            .orElseThrow(ManagementCalls::notFound);
            default -> throw ManagementCalls.notFound();
        };
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private void container(Context ctx) {
        ContainerObject container =
                ManagementCalls.found(found(ctx, Permission.STORE_READ).container());
        ReadContainer.Opened opened = containers.open(container);
        Answers.json(
                ctx,
                200,
                new DocumentContainerJson(
                        container.size().value(),
                        opened.metadata(),
                        opened.externalData().orElse(Map.of()),
                        opened.labels(),
                        opened.source()));
    }

    /// HTTP clients drop `Authorization` when a redirect leads to another host, and no other
    /// header.
    private static void redirect(Context ctx, PresignedGet get) {
        if (!Authentication.cameAsBearer(ctx)) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "redirect=true is only for Authorization: Bearer; HTTP clients would carry any other"
                            + " header on to the storage.");
        }
        ctx.status(302);
        ctx.header("Cache-Control", "no-store");
        ctx.header("Location", get.url().toString());
        Answers.withoutType(ctx);
    }

    private DocumentFamily found(Context ctx, Permission permission) {
        ApiKey key = calls.key(ctx);
        Optional<DocumentFamily> family =
                documents.find(new FamilyId(ManagementCalls.id(ctx, "id")));
        DocumentFamily found = ManagementCalls.found(family);
        Authorizer.require(key, permission, found.store().organizationId());
        return found;
    }
}
