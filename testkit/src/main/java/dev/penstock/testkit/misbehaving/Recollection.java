package dev.penstock.testkit.misbehaving;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When parts and objects came, for what lags behind them. Forgets after an hour.
final class Recollection {
    private static final int MANY = 20_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<String, Long> times = new ConcurrentHashMap<>();

    /// Remembers what a request did that the storage answered so.
    void note(S3Request request, int status) {
        if (status >= 300) {
            return;
        }
        switch (request.operation()) {
            case UPLOAD_PART -> request.part().ifPresent(n -> put(part(request.uploadId(), n)));
            case COMPLETE_MULTIPART_UPLOAD, PUT_OBJECT -> put(object(request));
            case DELETE_OBJECT -> times.remove(object(request));
            case CREATE_MULTIPART_UPLOAD,
                    ABORT_MULTIPART_UPLOAD,
                    LIST_PARTS,
                    LIST_MULTIPART_UPLOADS,
                    HEAD_OBJECT,
                    GET_OBJECT,
                    DELETE_OBJECTS,
                    LIST_OBJECTS,
                    HEAD_BUCKET,
                    OTHER -> {}
        }
    }

    boolean isRecentPart(String uploadId, int number, Duration within) {
        return isRecent(part(uploadId, number), within);
    }

    boolean hasRecentPart(String uploadId, Duration within) {
        return times.keySet().stream()
                .anyMatch(name -> name.startsWith(uploadId + "#") && isRecent(name, within));
    }

    boolean isRecentObject(S3Request request, Duration within) {
        return isRecent(object(request), within);
    }

    private boolean isRecent(String name, Duration within) {
        Long time = times.get(name);
        return time != null && System.nanoTime() - time < within.toNanos();
    }

    private void put(String name) {
        if (times.size() > MANY) {
            times.values().removeIf(time -> System.nanoTime() - time > KEPT.toNanos());
        }
        times.put(name, System.nanoTime());
    }

    private static String part(String uploadId, int number) {
        return uploadId + "#" + number;
    }

    private static String object(S3Request request) {
        return "/" + request.bucket() + "/" + request.key();
    }
}
