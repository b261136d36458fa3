package dev.penstock.server.http.management;

import dev.penstock.contract.IntakeChange;
import dev.penstock.contract.IntakeCreate;
import dev.penstock.contract.IntakeJson;
import dev.penstock.contract.JsonBody;
import dev.penstock.contract.StoreReference;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.Uploads;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `/api/intakes`: named upload endpoints.
final class IntakeRoutes {
    private final ManagementCalls calls;
    private final DocumentStoreRepository stores;
    private final KnowledgeFeatureRepository features;
    private final IntakeRepository intakes;
    private final IntakeScope scope;
    private final Uploads uploads;
    private final Ids ids;
    private final InstantSource clock;

    IntakeRoutes(
            ManagementCalls calls,
            DocumentStoreRepository stores,
            KnowledgeFeatureRepository features,
            IntakeRepository intakes,
            Uploads uploads,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.stores = stores;
        this.features = features;
        this.intakes = intakes;
        this.scope = new IntakeScope(intakes);
        this.uploads = uploads;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/intakes", this::list);
        routes.post("/api/intakes", this::create);
        routes.get("/api/intakes/{id}", this::get);
        routes.put("/api/intakes/{id}", this::change);
        routes.delete("/api/intakes/{id}", this::delete);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        PageRequest page = ManagementCalls.page(new Query(ctx.queryString()));
        ManagementCalls.answer(
                ctx,
                key.reach(Permission.INTAKE_READ)
                        .map(reach -> intakes.list(reach, page))
                        .orElseGet(() -> intakes.list(page)),
                IntakeRoutes::json);
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private void create(Context ctx) {
        ApiKey key = calls.key(ctx);
        JsonBody<IntakeCreate> body = calls.body(ctx, IntakeCreate.class);
        IntakeCreate create = body.value();
        DocumentStore store = store(key, create.store().orElseThrow(IntakeRoutes::storeRequired));
        Authorizer.require(key, Permission.INTAKE_CREATE, store.organizationId());
        IntakeBodies members = IntakeBodies.of(body);
        var fields = new Fields();
        fields.slug(create.slug());
        members.check(fields);
        check(fields, members, store.organizationId());
        fields.requireNone();
        Instant now = clock.instant();
        var intake =
                new Intake(
                        new IntakeId(ids.next()),
                        store,
                        new Slug(create.slug()),
                        create.name(),
                        members.description().orElse(""),
                        members.activity(Intake.Activity.INACTIVE),
                        members.largeUploads(Intake.LargeUploads.OFF),
                        members.multipleFiles(Intake.MultipleFiles.ONE),
                        create.metadata().orElse(Map.of()),
                        members.knowledgeFeatures().orElse(List.of()),
                        members.limits(IntakeLimits.DEFAULT),
                        now,
                        now,
                        0);
        Saved saved = intakes.insert(intake);
        if (saved == Saved.STALE) {
            check(fields, members, store.organizationId());
            fields.requireNone();
        }
        ManagementCalls.requireInserted(saved, "store");
        Answers.json(ctx, 201, json(scope.find(intake.id())));
    }

    /// A knowledge feature that does not exist and another organization's are the same to a caller.
    private void check(Fields fields, IntakeBodies members, OrganizationId organization) {
        List<FeatureId> named = members.knowledgeFeatures().orElse(List.of());
        if (named.size() > IntakeBodies.MOST_ITEMS) {
            return;
        }
        Set<FeatureId> known =
                features.find(named).stream()
                        .filter(f -> f.organizationId().equals(organization))
                        .map(KnowledgeFeature::id)
                        .collect(Collectors.toSet());
        named.stream()
                .filter(id -> !known.contains(id))
                .forEach(id ->
                        fields.reject(
                                "knowledgeFeatureIds",
                                "names no knowledge feature of the organization with " + id));
    }

    private static ProblemException storeRequired() {
        return new ProblemException(
                ProblemCode.STORE_REQUIRED,
                "An intake feeds a document store: name it as {\"store\": {\"ref\": \"org/slug\"}}.");
    }

    /// A store that does not exist and another organization's are the same to a caller.
    private DocumentStore store(ApiKey key, StoreReference reference) {
        if (reference.id().isEmpty() && reference.ref().isEmpty()) {
            throw storeRequired();
        }
        DocumentStore store =
                reference
                        .id()
                        .map(StoreId::new)
                        .map(stores::find)
                        .orElseGet(() -> byRef(reference.ref().orElseThrow()))
                        .filter(s -> key.knows(s.organizationId()))
                        .orElseThrow(IntakeRoutes::noSuchStore);
        boolean contradicts =
                reference.ref().filter(r -> !r.equals(store.ref())).isPresent()
                        || reference
                                .slug()
                                .filter(s -> !s.equals(store.slug().value()))
                                .isPresent();
        if (contradicts) {
            throw Fields.invalid("store", "names two different stores");
        }
        return store;
    }

    private Optional<DocumentStore> byRef(String ref) {
        String[] slugs = ref.split("/", -1);
        if (slugs.length != 2 || !Slug.isValid(slugs[0]) || !Slug.isValid(slugs[1])) {
            return Optional.empty();
        }
        return stores.find(new Slug(slugs[0]), new Slug(slugs[1]));
    }

    private static ProblemException noSuchStore() {
        return Fields.invalid("store", "names no document store");
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(scope.allowed(ctx, calls.key(ctx), Permission.INTAKE_READ)));
    }

    private void change(Context ctx) {
        ApiKey key = calls.key(ctx);
        Intake intake = scope.allowed(ctx, key, Permission.INTAKE_UPDATE);
        JsonBody<IntakeChange> body = calls.body(ctx, IntakeChange.class);
        Intake changed =
                ManagementCalls.change(
                        body.value().changeSequence(),
                        () -> scope.find(intake.id()),
                        Intake::changeSequence,
                        current -> changed(key, current, body),
                        intakes::update);
        Answers.json(ctx, 200, json(changed));
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private Intake changed(ApiKey key, Intake current, JsonBody<IntakeChange> body) {
        IntakeChange change = body.value();
        IntakeBodies members = IntakeBodies.ofChange(body);
        DocumentStore store =
                change.store().map(reference -> store(key, reference)).orElse(current.store());
        var fields = new Fields();
        fields.unchanged("id", change.id(), current.id().value());
        fields.unchanged(
                "organizationId", change.organizationId(), current.organizationId().value());
        fields.unchanged("orgSlug", change.orgSlug(), current.organizationSlug().value());
        fields.unchanged("slug", change.slug(), current.slug().value());
        fields.unchanged("createdOn", change.createdOn(), current.createdOn());
        if (!store.organizationId().equals(current.organizationId())) {
            fields.reject("store", "must be one of the same organization");
        }
        members.check(fields);
        check(fields, members, current.organizationId());
        fields.requireNone();
        return new Intake(
                current.id(),
                store,
                current.slug(),
                change.name().orElse(current.name()),
                members.description().orElse(current.description()),
                members.activity(current.activity()),
                members.largeUploads(current.largeUploads()),
                members.multipleFiles(current.multipleFiles()),
                change.metadata().orElse(current.metadata()),
                members.knowledgeFeatures().orElse(current.knowledgeFeatures()),
                members.limits(current.limits()),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    /// The intake goes first, so that nothing new begins; then its open uploads are aborted.
    private void delete(Context ctx) {
        Intake intake = scope.allowed(ctx, calls.key(ctx), Permission.INTAKE_DELETE);
        ManagementCalls.answer(ctx, intakes.delete(intake.id()), "nothing");
        uploads.abortAll(intake.id());
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private static IntakeJson json(Intake i) {
        IntakeLimits limits = i.limits();
        return new IntakeJson(
                i.id().value(),
                i.organizationId().value(),
                i.organizationSlug().value(),
                i.slug().value(),
                i.name(),
                Optional.of(i.description()).filter(d -> !d.isEmpty()),
                i.isActive(),
                new StoreReference(
                        Optional.of(i.store().id().value()),
                        Optional.of(i.store().slug().value()),
                        Optional.of(i.store().ref())),
                i.takesLargeUploads(),
                i.takesMultipleFiles(),
                i.metadata(),
                i.knowledgeFeatures().stream().map(FeatureId::value).toList(),
                Optional.empty(),
                false,
                limits.declaredParts() == IntakeLimits.DeclaredParts.REQUIRED,
                limits.callerChecksums() == IntakeLimits.CallerChecksums.REQUIRED,
                limits.maxFileBytes().value(),
                limits.allowedContentTypes(),
                limits.maxOpenUploads(),
                limits.uploadTtl(),
                i.createdOn(),
                i.updatedOn(),
                i.changeSequence());
    }
}
