package dev.penstock.cli;

import dev.penstock.contract.IntakeCreate;
import dev.penstock.contract.StoreReference;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What an intake may be given when it is made and when it is changed.
final class IntakeMembers {
    private static final String ON_OFF = "on|off";

    @Option(names = "--name", description = "A name for people.")
    Optional<String> name = Optional.empty();

    @Option(names = "--description", description = "A text for people.")
    Optional<String> description = Optional.empty();

    @Option(
            names = "--active",
            paramLabel = ON_OFF,
            arity = "0..1",
            parameterConsumer = Switch.Consumer.class,
            description = "Whether it takes files. A new one does not.")
    Optional<Switch> active = Optional.empty();

    @Option(
            names = "--large-uploads",
            paramLabel = ON_OFF,
            arity = "0..1",
            parameterConsumer = Switch.Consumer.class,
            description = "Whether files may go straight to the storage. Off for a new one.")
    Optional<Switch> largeUploads = Optional.empty();

    @Option(
            names = "--allow-multiple-files",
            paramLabel = ON_OFF,
            arity = "0..1",
            parameterConsumer = Switch.Consumer.class,
            description = "Whether one direct upload may bring many. Off for a new one.")
    Optional<Switch> allowMultipleFiles = Optional.empty();

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "What a document may be, like image/*. May be repeated; empty: anything.")
    @Nullable List<String> contentTypes;

    @Option(
            names = "--feature",
            paramLabel = "SLUG",
            description = "A knowledge feature of every document. May be repeated; empty: none.")
    @Nullable List<String> features;

    @Option(
            names = "--require-declared-parts",
            paramLabel = ON_OFF,
            arity = "0..1",
            parameterConsumer = Switch.Consumer.class,
            description = "Whether each part's size must be stated before it is sent.")
    Optional<Switch> requireDeclaredParts = Optional.empty();

    @Option(
            names = "--require-checksums",
            paramLabel = ON_OFF,
            arity = "0..1",
            parameterConsumer = Switch.Consumer.class,
            description = "Whether every upload must carry checksums.")
    Optional<Switch> requireChecksums = Optional.empty();

    @Option(
            names = "--max-file-size",
            paramLabel = "SIZE",
            description = "The largest file, like 50GiB.")
    Optional<String> maxFileSize = Optional.empty();

    @Option(
            names = "--max-open-uploads",
            paramLabel = "N",
            description = "How many uploads may be open at a time.")
    Optional<Integer> maxOpenUploads = Optional.empty();

    @Option(
            names = "--upload-ttl",
            paramLabel = "DURATION",
            description = "How long an upload may take, like P7D or PT12H.")
    Optional<String> uploadTtl = Optional.empty();

    /// @param featureIds of what [#features] names
    IntakeCreate creation(String slug, StoreReference store, Optional<List<UUID>> featureIds) {
        return new IntakeCreate(
                slug,
                name.orElse(slug),
                Optional.of(store),
                description,
                active.map(Switch.ON::equals),
                largeUploads.map(Switch.ON::equals),
                allowMultipleFiles.map(Switch.ON::equals),
                Optional.empty(),
                featureIds,
                Optional.empty(),
                Optional.empty(),
                requireDeclaredParts.map(Switch.ON::equals),
                requireChecksums.map(Switch.ON::equals),
                maxFileSize.map(Sizes::parse).map(OptionalLong::of).orElse(OptionalLong.empty()),
                named(contentTypes),
                maxOpenUploads.map(OptionalInt::of).orElse(OptionalInt.empty()),
                ttl());
    }

    /// Which knowledge features were named, an empty list for none of them.
    Optional<List<String>> features() {
        return named(features);
    }

    private static Optional<List<String>> named(@Nullable List<String> texts) {
        return Optional.ofNullable(texts)
                .map(all -> all.stream().filter(text -> !text.isBlank()).toList());
    }

    /// The members that were named, but for the features.
    Map<String, @Nullable Object> change() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        name.ifPresent(v -> members.put("name", v));
        description.ifPresent(v -> members.put("description", v));
        active.ifPresent(v -> members.put("active", v == Switch.ON));
        largeUploads.ifPresent(v -> members.put("largeUploadEnabled", v == Switch.ON));
        allowMultipleFiles.ifPresent(v -> members.put("allowMultipleFiles", v == Switch.ON));
        named(contentTypes).ifPresent(v -> members.put("allowedContentTypes", v));
        requireDeclaredParts.ifPresent(v -> members.put("requireDeclaredParts", v == Switch.ON));
        requireChecksums.ifPresent(v -> members.put("requireChecksums", v == Switch.ON));
        maxFileSize.map(Sizes::parse).ifPresent(v -> members.put("maxFileBytes", v));
        maxOpenUploads.ifPresent(v -> members.put("maxOpenUploads", v));
        ttl().ifPresent(v -> members.put("uploadTtl", v));
        return members;
    }

    private Optional<Duration> ttl() {
        try {
            return uploadTtl.map(Duration::parse);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "--upload-ttl is an ISO-8601 duration of days or less, like P7D or PT12H.");
        }
    }
}
