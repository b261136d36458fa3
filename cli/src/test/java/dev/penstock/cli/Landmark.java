package dev.penstock.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A point on the way of an upload that can be seen on the wire.
///
/// @param step which request it is
/// @param side whether the request has gone on its way or its answer is about to be passed on
record Landmark(Step step, Side side) {

    /// Which request.
    enum Step {
        BEGIN,
        PART_URLS,
        PART,
        COMPLETE,
        DIRECT,
        STORAGE_BEGIN,
        STORAGE_LIST,
        STORAGE_COMPLETE,
        STORAGE_HEAD,
        STORAGE_REMOVE
    }

    /// Which end of it.
    enum Side {
        SENT,
        ANSWERED
    }

    /// Those that clients bring about.
    static final List<Step> OF_CLIENTS =
            List.of(
                    Step.BEGIN,
                    Step.PART_URLS,
                    Step.PART,
                    Step.COMPLETE,
                    Step.COMPLETE,
                    Step.DIRECT);

    private static final Pattern INTAKE = Pattern.compile("/api/intake/[^/]+/[^/]+");

    /// Those that the service brings about in a storage of its own.
    static final List<Step> OF_THE_SERVICE =
            List.of(
                    Step.STORAGE_BEGIN,
                    Step.STORAGE_LIST,
                    Step.STORAGE_COMPLETE,
                    Step.STORAGE_COMPLETE,
                    Step.STORAGE_HEAD,
                    Step.STORAGE_REMOVE);

    /// The step that a request is, if it is one.
    ///
    /// @param method of HTTP
    /// @param target path and query
    static Optional<Step> step(String method, String target) {
        boolean api = target.startsWith("/api/");
        return switch (method) {
            case "POST" -> api ? call(target) : Optional.of(storagePost(target));
            case "PUT" -> api ? Optional.empty() : Optional.of(Step.PART);
            case "GET" -> target.contains("?uploadId=") ? list(api) : Optional.empty();
            case "HEAD" -> Optional.of(Step.STORAGE_HEAD);
            case "DELETE" -> api ? Optional.empty() : Optional.of(Step.STORAGE_REMOVE);
            default -> Optional.empty();
        };
    }

    private static Optional<Step> call(String target) {
        if (target.contains("-upload-request?")) {
            return Optional.of(Step.BEGIN);
        }
        if (target.contains("-part-urls?")) {
            return Optional.of(Step.PART_URLS);
        }
        if (target.contains("-upload-complete?")) {
            return Optional.of(Step.COMPLETE);
        }
        return INTAKE.matcher(target).matches() ? Optional.of(Step.DIRECT) : Optional.empty();
    }

    private static Step storagePost(String target) {
        return target.contains("?uploads") ? Step.STORAGE_BEGIN : Step.STORAGE_COMPLETE;
    }

    private static Optional<Step> list(boolean api) {
        return api ? Optional.empty() : Optional.of(Step.STORAGE_LIST);
    }
}
