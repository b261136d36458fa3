package dev.penstock.server.http.management;

import dev.penstock.contract.IntakeActivityJson;
import dev.penstock.contract.IntakeActivityJson.UploadProblem;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.upload.IntakeActivity;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.server.http.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `/api/intake-activity`: what goes on at intakes.
record IntakeActivityRoutes(
        ManagementCalls calls,
        IntakeRepository intakes,
        UploadHistory history,
        InstantSource clock) {

    void addTo(RoutesConfig routes) {
        routes.get("/api/intake-activity", this::list);
    }

    private void list(Context ctx) {
        ApiKey key = calls.key(ctx);
        var query = new Query(ctx.queryString());
        PageRequest request = ManagementCalls.page(query);
        Page<Intake> page =
                OrganizationScope.listed(key, Permission.INTAKE_READ, query)
                        .map(some -> intakes.list(some, request))
                        .orElseGet(() -> intakes.list(request));
        Map<IntakeId, IntakeActivity> activity = activity(page);
        ManagementCalls.answer(
                ctx,
                new Page<>(
                        page.content().stream()
                                .map(intake -> activity.get(intake.id()))
                                .filter(Objects::nonNull) // deleted in between
                                .toList(),
                        page.next()),
                IntakeActivityRoutes::json);
    }

    private Map<IntakeId, IntakeActivity> activity(Page<Intake> page) {
        Instant now = clock.instant();
        return history
                .activity(
                        page.content().stream().map(Intake::id).collect(Collectors.toSet()),
                        now.truncatedTo(ChronoUnit.DAYS),
                        now)
                .stream()
                .collect(Collectors.toMap(IntakeActivity::intake, Function.identity()));
    }

    private static IntakeActivityJson json(IntakeActivity a) {
        return new IntakeActivityJson(
                a.intake().value(),
                a.today(),
                a.open(),
                a.lastUploadOn(),
                a.lastProblem()
                        .map(p -> new UploadProblem(p.upload().value(), p.code().text(), p.on())));
    }
}
