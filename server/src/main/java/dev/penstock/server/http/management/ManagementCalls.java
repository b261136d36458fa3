package dev.penstock.server.http.management;

import dev.penstock.contract.ContractJson;
import dev.penstock.contract.JsonBody;
import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Order;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.server.http.Answers;
import dev.penstock.server.http.Authentication;
import dev.penstock.server.http.Bodies;
import dev.penstock.server.http.Query;
import dev.penstock.server.service.UuidText;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// What all management routes share: the caller's key, bodies, ids, pages and the optimistic lock.
final class ManagementCalls {
    private static final int TRIES = 5;

    private final Authentication authentication;

    ManagementCalls(Authentication authentication) {
        this.authentication = authentication;
    }

    /// @throws ProblemException `unauthenticated`, or `token-out-of-scope` for an intake token
    ApiKey key(Context ctx) {
        return Authorizer.requireKey(authentication.authenticate(ctx));
    }

    /// @throws ProblemException `invalid-body`, `invalid-field`, `unknown-field`
    <T> JsonBody<T> body(Context ctx, Class<T> type) {
        JsonBody<T> body =
                Bodies.parse(
                        Bodies.readManagement(ctx), json -> ContractJson.readRequest(json, type));
        if (!body.unknownFields().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_FIELD,
                    "This route does not know: " + String.join(", ", body.unknownFields()) + ".");
        }
        return body;
    }

    /// The id in the path.
    ///
    /// @throws ProblemException `not-found` for what is no UUID
    static UUID id(Context ctx, String parameter) {
        return UuidText.read(ctx.pathParam(parameter)).orElseThrow(ManagementCalls::notFound);
    }

    /// An id in the query, if it is there.
    ///
    /// @throws ProblemException `invalid-parameter` for what is no UUID
    static Optional<UUID> id(Query query, String parameter) {
        return query.find(parameter).map(text -> uuid(parameter, text));
    }

    private static UUID uuid(String parameter, String text) {
        return UuidText.read(text)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.INVALID_PARAMETER,
                                "The parameter %s is a UUID.".formatted(parameter)));
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing with this id.");
    }

    /// From which end a list is asked for; from the oldest when that is not said.
    ///
    /// @throws ProblemException `invalid-parameter`
    static Order order(Query query) {
        return switch (query.find("order").orElse("oldest")) {
            case "oldest" -> Order.OLDEST_FIRST;
            case "newest" -> Order.NEWEST_FIRST;
            default ->
                    throw new ProblemException(
                            ProblemCode.INVALID_PARAMETER,
                            "The parameter order is oldest or newest.");
        };
    }

    static PageRequest page(Query query) {
        int limit =
                query.number("limit", 1, PageRequest.MAX_LIMIT)
                        .orElse((long) PageRequest.DEFAULT_LIMIT)
                        .intValue();
        return new PageRequest(query.find("cursor").map(ManagementCalls::cursor), limit);
    }

    private static UUID cursor(String text) {
        return UuidText.read(text)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.INVALID_PARAMETER,
                                "The parameter cursor is a nextCursor of this list."));
    }

    static <T, J> void answer(Context ctx, Page<T> page, Function<T, J> json) {
        Answers.json(
                ctx,
                200,
                new dev.penstock.contract.Page<>(
                        page.content().stream().map(json).toList(),
                        page.next().map(UUID::toString)));
    }

    /// @throws ProblemException `slug-taken`; `invalid-field` naming the owner when it is gone
    static void requireInserted(Saved saved, String ownerField) {
        switch (saved) {
            case SAVED -> {}
            case SLUG_TAKEN -> throw slugTaken();
            case STALE -> throw Fields.invalid(ownerField, "does not exist any more");
        }
    }

    private static ProblemException slugTaken() {
        return new ProblemException(
                ProblemCode.SLUG_TAKEN, "Another one here has this slug: choose another.");
    }

    static void answer(Context ctx, Deleted deleted, String neededBy) {
        switch (deleted) {
            case DELETED -> Answers.none(ctx);
            case MISSING -> throw notFound();
            case IN_USE ->
                    throw new ProblemException(
                            ProblemCode.IN_USE,
                            "It still has %s: delete those first.".formatted(neededBy));
        }
    }

    /// Changes an object under the optimistic lock: with a change sequence only that very version,
    /// without one whatever is there, the last write wins.
    ///
    /// @param load the object as it stands; throws when it is gone
    /// @param save compare-and-set on the change sequence
    /// @return the object as saved
    static <T, C> T change(
            OptionalLong given,
            Supplier<T> load,
            ToLongFunction<T> sequence,
            Function<T, C> change,
            Function<C, Saved> save) {
        for (int i = 0; i < TRIES; i++) {
            T current = load.get();
            if (given.isPresent() && given.getAsLong() != sequence.applyAsLong(current)) {
                throw stale();
            }
            if (save.apply(change.apply(current)) == Saved.SAVED) {
                return load.get();
            }
        }
        throw stale();
    }

    private static ProblemException stale() {
        return new ProblemException(
                ProblemCode.STALE_CHANGE_SEQUENCE,
                "Somebody changed it since it was read: read it again and repeat the change.");
    }

    static <T> T found(Optional<T> object) {
        return object.orElseThrow(ManagementCalls::notFound);
    }
}
