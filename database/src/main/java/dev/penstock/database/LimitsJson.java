package dev.penstock.database;

import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.intake.IntakeLimits.CallerChecksums;
import dev.penstock.core.intake.IntakeLimits.DeclaredParts;
import dev.penstock.core.object.ByteCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an intake takes.
///
/// @param allowedContentTypes missing in what was written before there were any
/// @param uploadTtl ISO-8601
record LimitsJson(
        int v,
        long maxFileBytes,
        int maxOpenUploads,
        DeclaredParts declaredParts,
        CallerChecksums callerChecksums,
        Optional<List<String>> allowedContentTypes,
        Optional<String> uploadTtl)
        implements Json.Versioned {

    static String write(IntakeLimits limits) {
        return Json.write(
                new LimitsJson(
                        1,
                        limits.maxFileBytes().value(),
                        limits.maxOpenUploads(),
                        limits.declaredParts(),
                        limits.callerChecksums(),
                        Optional.of(limits.allowedContentTypes()),
                        limits.uploadTtl().map(Duration::toString)));
    }

    static IntakeLimits read(String text) {
        LimitsJson json = Json.read(text, LimitsJson.class);
        return new IntakeLimits(
                new ByteCount(json.maxFileBytes),
                json.maxOpenUploads,
                json.declaredParts,
                json.callerChecksums,
                json.allowedContentTypes.orElse(List.of()),
                json.uploadTtl.map(Duration::parse));
    }
}
