package dev.penstock.server.http.management;

import dev.penstock.contract.UploadHistoryJson;
import dev.penstock.contract.UploadStepJson;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.UploadFilter;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadState;
import dev.penstock.core.upload.UploadStep;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.GetUpload;
import dev.penstock.server.http.GetUploadParts;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.UploadStatuses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `/api/intakes/{id}/uploads`: what came to an intake, for those who may see the intake.
record IntakeUploadRoutes(ManagementCalls calls, IntakeScope scope, UploadStatuses uploads) {

    void addTo(RoutesConfig routes) {
        routes.get("/api/intakes/{id}/uploads", this::list);
        routes.get("/api/intakes/{id}/uploads/{uploadId}", this::get);
        routes.get("/api/intakes/{id}/uploads/{uploadId}/parts", this::listParts);
        routes.get("/api/intakes/{id}/uploads/{uploadId}/history", this::history);
    }

    private void list(Context ctx) {
        Intake intake = readable(ctx);
        var query = new Query(ctx.queryString());
        var filter = new UploadFilter(state(query), ManagementCalls.order(query));
        PageRequest page = ManagementCalls.page(query);
        ManagementCalls.answer(ctx, uploads.list(intake, filter, page), GetUpload::status);
    }

    private static Optional<UploadState> state(Query query) {
        return query.find("state")
                .map(text ->
                        UploadState.named(text)
                                .orElseThrow(() -> invalid("state is one of " + states())));
    }

    private static String states() {
        return Arrays.stream(UploadState.values())
                .map(UploadState::text)
                .collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(String rule) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETER, "The parameter %s.".formatted(rule));
    }

    private void get(Context ctx) {
        Intake intake = readable(ctx);
        Answers.json(ctx, 200, GetUpload.status(uploads.progress(intake, uploadId(ctx))));
    }

    private void listParts(Context ctx) {
        Intake intake = readable(ctx);
        GetUploadParts.answer(ctx, uploads, intake, uploadId(ctx));
    }

    private void history(Context ctx) {
        Intake intake = readable(ctx);
        List<UploadStepJson> steps =
                uploads.history(intake, uploadId(ctx)).stream()
                        .map(IntakeUploadRoutes::json)
                        .toList();
        Answers.json(ctx, 200, new UploadHistoryJson(steps));
    }

    private static UploadStepJson json(UploadStep step) {
        return new UploadStepJson(
                step.state().text(), step.on(), step.problem().map(ProblemCode::text));
    }

    private static UploadId uploadId(Context ctx) {
        return new UploadId(ManagementCalls.id(ctx, "uploadId"));
    }

    private Intake readable(Context ctx) {
        return scope.allowed(ctx, calls.key(ctx), Permission.INTAKE_READ);
    }
}
