package dev.penstock.server.http.management;

import dev.penstock.contract.JsonBody;
import dev.penstock.contract.LabelChange;
import dev.penstock.contract.LabelCreate;
import dev.penstock.contract.OrganizationLabelJson;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.Label;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.core.vocabulary.LabelRepository;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;

/// `/api/labels`: marks that documents of an organization may have.
final class LabelRoutes {
    private final ManagementCalls calls;
    private final OrganizationScope scope;
    private final LabelRepository labels;
    private final Ids ids;
    private final InstantSource clock;

    LabelRoutes(
            ManagementCalls calls,
            OrganizationScope scope,
            LabelRepository labels,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.scope = scope;
        this.labels = labels;
        this.ids = ids;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/labels", this::list);
        routes.post("/api/labels", this::create);
        routes.get("/api/labels/{id}", this::get);
        routes.put("/api/labels/{id}", this::change);
        routes.delete("/api/labels/{id}", this::delete);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        var query = new Query(ctx.queryString());
        PageRequest page = ManagementCalls.page(query);
        ManagementCalls.answer(
                ctx,
                OrganizationScope.listed(key, Permission.STORE_READ, query)
                        .map(some -> labels.list(some, page))
                        .orElseGet(() -> labels.list(page)),
                LabelRoutes::json);
    }

    private void create(Context ctx) {
        ApiKey key = calls.key(ctx);
        LabelCreate body = calls.body(ctx, LabelCreate.class).value();
        Organization owner = scope.owner(key, body.organizationId());
        var fields = new Fields();
        fields.labelName(body.name());
        body.color().ifPresent(fields::color);
        fields.requireNone();
        Instant now = clock.instant();
        var label =
                new Label(
                        new LabelId(ids.next()),
                        owner.id(),
                        new LabelName(body.name()).value(),
                        body.color().map(Fields::lowerCase),
                        now,
                        now,
                        0);
        ManagementCalls.requireInserted(refusingTaken(labels.insert(label)), "organizationId");
        Answers.json(ctx, 201, json(find(label.id())));
    }

    private void get(Context ctx) {
        Answers.json(ctx, 200, json(allowed(ctx, Permission.STORE_READ)));
    }

    private void change(Context ctx) {
        Label label = allowed(ctx, Permission.STORE_UPDATE);
        JsonBody<LabelChange> body = calls.body(ctx, LabelChange.class);
        Label changed =
                ManagementCalls.change(
                        body.value().changeSequence(),
                        () -> find(label.id()),
                        Label::changeSequence,
                        current -> changed(current, body),
                        next -> refusingTaken(labels.update(next)));
        Answers.json(ctx, 200, json(changed));
    }

    private Label changed(Label current, JsonBody<LabelChange> body) {
        LabelChange change = body.value();
        var fields = new Fields();
        fields.unchanged("id", change.id(), current.id().value());
        fields.unchanged(
                "organizationId", change.organizationId(), current.organizationId().value());
        fields.unchanged("label", change.label(), current.name());
        fields.unchanged("createdOn", change.createdOn(), current.createdOn());
        change.name().ifPresent(fields::labelName);
        change.color().ifPresent(fields::color);
        fields.requireNone();
        return new Label(
                current.id(),
                current.organizationId(),
                change.name().map(n -> new LabelName(n).value()).orElse(current.name()),
                body.has("color") ? change.color().map(Fields::lowerCase) : current.color(),
                current.createdOn(),
                clock.instant(),
                current.changeSequence());
    }

    private static Saved refusingTaken(Saved saved) {
        if (saved == Saved.SLUG_TAKEN) {
            throw new ProblemException(
                    ProblemCode.SLUG_TAKEN,
                    "The organization has a label of this name already: choose another name.");
        }
        return saved;
    }

    private void delete(Context ctx) {
        Label label = allowed(ctx, Permission.STORE_DELETE);
        ManagementCalls.answer(ctx, labels.delete(label.id()), "nothing");
    }

    private Label allowed(Context ctx, Permission permission) {
        ApiKey key = calls.key(ctx);
        Label label = find(new LabelId(ManagementCalls.id(ctx, "id")));
        Authorizer.require(key, permission, label.organizationId());
        return label;
    }

    private Label find(LabelId id) {
        return ManagementCalls.found(labels.find(id));
    }

    private static OrganizationLabelJson json(Label l) {
        return new OrganizationLabelJson(
                l.id().value(),
                l.organizationId().value(),
                l.name(),
                l.name(),
                l.color(),
                l.createdOn(),
                l.updatedOn(),
                l.changeSequence());
    }
}
