package dev.penstock.server.http.management;

import dev.penstock.contract.ContentUrl;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.document.ContentDisposition;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.object.Download;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.PresignedGet;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Authentication;
import dev.penstock.server.http.FamilyJson;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Removals;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;

/// `/api/document-families`: what arrived, and how to read it.
final class DocumentFamilyRoutes {
    private final ManagementCalls calls;
    private final DocumentRepository documents;
    private final ObjectStore store;
    private final Removals removals;
    private final UploadSettings settings;

    DocumentFamilyRoutes(
            ManagementCalls calls,
            DocumentRepository documents,
            ObjectStore store,
            Removals removals,
            UploadSettings settings) {
        this.calls = calls;
        this.documents = documents;
        this.store = store;
        this.removals = removals;
        this.settings = settings;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/document-families", this::list);
        routes.get("/api/document-families/{id}", this::get);
        routes.delete("/api/document-families/{id}", this::delete);
        routes.get("/api/document-families/{id}/content/{kind}", this::content);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        var query = new Query(ctx.queryString());
        var filter =
                new DocumentRepository.Filter(
                        key.reach(Permission.STORE_READ),
                        query.find("storeId").map(DocumentFamilyRoutes::storeId),
                        query.find("pathPrefix"));
        ManagementCalls.answer(
                ctx, documents.list(filter, ManagementCalls.page(query)), FamilyJson::of);
    }

    private static StoreId storeId(String text) {
        try {
            return new StoreId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "The parameter storeId is a document store's id.");
        }
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, FamilyJson.of(found(ctx, Permission.STORE_READ)));
    }

    private void delete(Context ctx) {
        DocumentFamily family = found(ctx, Permission.STORE_DELETE);
        if (documents.delete(family.id())) {
            removals.now(family.nativeContent().key());
        }
        Answers.none(ctx);
    }

    private void content(Context ctx) {
        DocumentFamily family = found(ctx, Permission.STORE_READ);
        if (!ctx.pathParam("kind").equals("NATIVE")) {
            throw ManagementCalls.notFound();
        }
        ContentObject content = family.nativeContent();
        PresignedGet get = store.presignGet(download(content), settings.urlTtl());
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

    private static Download download(ContentObject content) {
        return new Download(
                content.key(),
                ContentDisposition.of(content.name(), content.mimeType()).header(),
                content.mimeType());
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
