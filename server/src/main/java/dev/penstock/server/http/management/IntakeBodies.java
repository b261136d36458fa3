package dev.penstock.server.http.management;

import dev.penstock.contract.IntakeChange;
import dev.penstock.contract.IntakeCreate;
import dev.penstock.contract.JsonBody;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.object.ByteCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/// The members of an intake's body that both its creation and its change have, checked once.
record IntakeBodies(
        Optional<String> name,
        Optional<String> description,
        Optional<Boolean> active,
        Optional<Boolean> largeUploads,
        Optional<Boolean> multipleFiles,
        Optional<List<UUID>> features,
        Limits limits,
        Later later) {
    /// Of a list of features or content types.
    static final int MOST_ITEMS = 100;

    private static final String TOO_MANY = "must have at most %d items".formatted(MOST_ITEMS);
    // RFC 6838, section 4.2
    private static final String NAME = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";
    private static final Pattern CONTENT_TYPE = Pattern.compile(NAME + "/(" + NAME + "|\\*)");
    private static final Duration LEAST_TTL = Duration.ofMinutes(1);
    private static final Duration MOST_TTL = Duration.ofDays(365);

    /// @param clearsUploadTtl whether the body names `uploadTtl` without a value
    record Limits(
            OptionalLong maxFileBytes,
            OptionalInt maxOpenUploads,
            Optional<Boolean> requireDeclaredParts,
            Optional<Boolean> requireChecksums,
            Optional<List<String>> allowedContentTypes,
            Optional<Duration> uploadTtl,
            boolean clearsUploadTtl) {}

    /// Settings that have no effect yet: only their empty default is taken.
    record Later(Optional<String> script, Optional<Boolean> scriptEnabled) {}

    static IntakeBodies of(JsonBody<IntakeCreate> body) {
        IntakeCreate b = body.value();
        return new IntakeBodies(
                Optional.of(b.name()),
                b.description(),
                b.active(),
                b.largeUploadEnabled(),
                b.allowMultipleFiles(),
                b.knowledgeFeatureIds(),
                new Limits(
                        b.maxFileBytes(),
                        b.maxOpenUploads(),
                        b.requireDeclaredParts(),
                        b.requireChecksums(),
                        b.allowedContentTypes().map(IntakeBodies::lowerCase),
                        b.uploadTtl(),
                        false),
                new Later(b.script(), b.scriptEnabled()));
    }

    static IntakeBodies ofChange(JsonBody<IntakeChange> body) {
        IntakeChange b = body.value();
        return new IntakeBodies(
                b.name(),
                b.description()
                        .or(() -> body.has("description") ? Optional.of("") : Optional.empty()),
                b.active(),
                b.largeUploadEnabled(),
                b.allowMultipleFiles(),
                b.knowledgeFeatureIds(),
                new Limits(
                        b.maxFileBytes(),
                        b.maxOpenUploads(),
                        b.requireDeclaredParts(),
                        b.requireChecksums(),
                        b.allowedContentTypes().map(IntakeBodies::lowerCase),
                        b.uploadTtl(),
                        body.has("uploadTtl") && b.uploadTtl().isEmpty()),
                new Later(b.script(), b.scriptEnabled()));
    }

    void check(Fields fields) {
        name.ifPresent(fields::name);
        description.ifPresent(fields::description);
        features.filter(f -> f.size() > MOST_ITEMS)
                .ifPresent(f -> fields.reject("knowledgeFeatureIds", TOO_MANY));
        checkLimits(fields);
        limits.allowedContentTypes.ifPresent(types -> checkContentTypes(fields, types));
        checkLater(fields);
    }

    private void checkLimits(Fields fields) {
        long mostBytes = IntakeLimits.LARGEST_FILE.value();
        limits.maxFileBytes.ifPresent(bytes -> {
            if (bytes < 1 || bytes > mostBytes) {
                fields.reject("maxFileBytes", "must be 1 to " + mostBytes);
            }
        });
        int mostOpen = IntakeLimits.LARGEST_OPEN_UPLOADS;
        limits.maxOpenUploads.ifPresent(count -> {
            if (count < 1 || count > mostOpen) {
                fields.reject("maxOpenUploads", "must be 1 to " + mostOpen);
            }
        });
        limits.uploadTtl
                .filter(t -> t.compareTo(LEAST_TTL) < 0 || t.compareTo(MOST_TTL) > 0)
                .ifPresent(t -> fields.reject("uploadTtl", "must be PT1M to P365D"));
    }

    private static void checkContentTypes(Fields fields, List<String> types) {
        if (types.size() > MOST_ITEMS) {
            fields.reject("allowedContentTypes", TOO_MANY);
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!CONTENT_TYPE.matcher(types.get(i)).matches()) {
                fields.reject(
                        "allowedContentTypes[%d]".formatted(i),
                        "must be type/subtype or type/*, like application/pdf");
            }
        }
    }

    private static List<String> lowerCase(List<String> types) {
        return types.stream().map(Fields::lowerCase).toList();
    }

    private void checkLater(Fields fields) {
        refuse(fields, "script", later.script, "null");
        refuse(fields, "scriptEnabled", later.scriptEnabled.filter(v -> v), "false");
    }

    private static void refuse(Fields fields, String name, Optional<?> set, String only) {
        set.ifPresent(
                v -> fields.reject(name, "has no effect in this version: it can only be " + only));
    }

    Intake.Activity activity(Intake.Activity otherwise) {
        return active.map(v -> v ? Intake.Activity.ACTIVE : Intake.Activity.INACTIVE)
                .orElse(otherwise);
    }

    Intake.LargeUploads largeUploads(Intake.LargeUploads otherwise) {
        return largeUploads
                .map(v -> v ? Intake.LargeUploads.ON : Intake.LargeUploads.OFF)
                .orElse(otherwise);
    }

    Intake.MultipleFiles multipleFiles(Intake.MultipleFiles otherwise) {
        return multipleFiles
                .map(v -> v ? Intake.MultipleFiles.MANY : Intake.MultipleFiles.ONE)
                .orElse(otherwise);
    }

    /// The features that the body names, without asking whether there are such.
    Optional<List<FeatureId>> knowledgeFeatures() {
        return features.map(named -> named.stream().distinct().map(FeatureId::new).toList());
    }

    IntakeLimits limits(IntakeLimits otherwise) {
        return new IntakeLimits(
                limits.maxFileBytes.isPresent()
                        ? new ByteCount(limits.maxFileBytes.getAsLong())
                        : otherwise.maxFileBytes(),
                limits.maxOpenUploads.orElse(otherwise.maxOpenUploads()),
                limits.requireDeclaredParts
                        .map(IntakeBodies::declaredParts)
                        .orElse(otherwise.declaredParts()),
                limits.requireChecksums
                        .map(IntakeBodies::callerChecksums)
                        .orElse(otherwise.callerChecksums()),
                limits.allowedContentTypes
                        .map(types -> types.stream().distinct().toList())
                        .orElse(otherwise.allowedContentTypes()),
                limits.clearsUploadTtl
                        ? Optional.empty()
                        : limits.uploadTtl.or(otherwise::uploadTtl));
    }

    private static IntakeLimits.DeclaredParts declaredParts(boolean required) {
        return required ? IntakeLimits.DeclaredParts.REQUIRED : IntakeLimits.DeclaredParts.OPTIONAL;
    }

    private static IntakeLimits.CallerChecksums callerChecksums(boolean required) {
        return required
                ? IntakeLimits.CallerChecksums.REQUIRED
                : IntakeLimits.CallerChecksums.OPTIONAL;
    }
}
