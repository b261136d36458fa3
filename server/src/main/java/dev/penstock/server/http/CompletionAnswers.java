package dev.penstock.server.http;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.service.CompletionCall;
import dev.penstock.server.service.Completions;
import dev.penstock.server.service.UploadStatuses;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Holds a completion call until it is decided, but not longer than the set wait; or, where the
/// caller prefers that, only until there will be an end without it. The completion itself goes on.
final class CompletionAnswers {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Completions completions;
    private final UploadStatuses statuses;
    private final UploadSettings settings;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("completion-", 0).factory());

    CompletionAnswers(Completions completions, UploadStatuses statuses, UploadSettings settings) {
        this.completions = completions;
        this.statuses = statuses;
        this.settings = settings;
    }

    void answer(Context ctx, Intake intake, CompletionCall call) {
        var underWay = new CompletableFuture<Void>();
        CompletableFuture<Completions.Result> running =
                CompletableFuture.supplyAsync(
                        () -> completions.complete(intake, call, () -> underWay.complete(null)),
                        threads);
        if (Preferences.respondAsync(ctx)) {
            await(CompletableFuture.anyOf(underWay, running));
            if (underWay.isDone()) {
                accepted(ctx, intake, call);
                return;
            }
        }
        switch (await(running)) {
            case Completions.Result.Made(var family) ->
                    Answers.json(ctx, 201, FamilyJson.of(family));
            case Completions.Result.Repeated(var family, var warnings) ->
                    Answers.json(ctx, 200, FamilyJson.of(family, warnings));
        }
    }

    private void accepted(Context ctx, Intake intake, CompletionCall call) {
        String route = ctx.path().substring(0, ctx.path().lastIndexOf('/'));
        ctx.header("Location", route + "/uploads/" + call.id());
        ctx.header("Preference-Applied", Preferences.RESPOND_ASYNC);
        Answers.json(ctx, 202, GetUpload.status(statuses.progress(intake, call.id())));
    }

    private <T> T await(CompletableFuture<T> running) {
        try {
            return running.get(settings.completionWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Problem.Later(
                            ProblemCode.COMPLETION_IN_PROGRESS,
                            "The completion takes long and goes on: repeat the call to learn how it ends.",
                            ASK_AGAIN)
                    .asException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a completion ran", e);
        }
    }
}
