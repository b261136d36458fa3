package dev.penstock.client;

import dev.penstock.contract.ProblemJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The service answered with a problem ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
public final class ServiceRefusedException extends PenstockException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemJson problem;
    private final transient Optional<Duration> retryAfter;

    ServiceRefusedException(ProblemJson problem, Optional<Duration> retryAfter) {
        super(problem.code() + ": " + problem.detail().orElse(problem.title()));
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /// One of `contract/problems.yaml`, like `path-taken`.
    public String code() {
        return problem.code();
    }

    /// The HTTP status.
    public int status() {
        return problem.status();
    }

    /// What went wrong and what to do.
    public String detail() {
        return problem.detail().orElse(problem.title());
    }

    /// A field of the case, like `missingParts`.
    public Optional<Object> extension(String name) {
        return Optional.ofNullable(problem.extensions().get(name));
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    ServiceRemedy remedy() {
        return ServiceRemedy.of(status(), code());
    }

    /// The refusal of an upload that is over, as what ended it.
    UploadGoneException gone(UUID uploadId) {
        var problem = extension("problem").map(Object::toString).orElse(code());
        return UploadGoneException.of(uploadId, detail(), problem);
    }

    /// The parts that a refused completion names: those missing, and those that are not what they
    /// were said to be.
    List<Integer> namedParts() {
        var missing = items("missingParts").flatMap(ServiceRefusedException::number);
        var mismatched =
                items("parts")
                        .flatMap(item ->
                                item instanceof Map<?, ?> part
                                        ? number(part.get("partNumber"))
                                        : Stream.empty());
        return Stream.concat(missing, mismatched).distinct().sorted().toList();
    }

    private Stream<?> items(String name) {
        return problem.extensions().get(name) instanceof List<?> list
                ? list.stream()
                : Stream.empty();
    }

    private static Stream<Integer> number(@Nullable Object value) {
        return value instanceof Number number ? Stream.of(number.intValue()) : Stream.empty();
    }

    @Override
    public String advice() {
        return switch (code()) {
            case "unauthenticated" ->
                    "Check the token (--token or PENSTOCK_TOKEN): it may be mistyped, expired or"
                            + " revoked.";
            case "token-out-of-scope" ->
                    "An intake token works for its own intake only; check --intake, or use a"
                            + " platform API key.";
            case "large-uploads-disabled" ->
                    "An administrator can switch them on: penstock intake set ORG/SLUG"
                            + " --large-uploads on";
            case "intake-inactive" ->
                    "An administrator can activate it: penstock intake set ORG/SLUG --active on";
            default -> "";
        };
    }
}
