package dev.penstock.server.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The shapes that settings have.
final class Shapes {
    static final Shape<Integer> PORT =
            Shape.shown(
                    "a whole number from 0 (any free port) to 65535",
                    text ->
                            matching("[0-9]{1,5}", text)
                                    .map(Integer::valueOf)
                                    .filter(port -> port <= 65_535));

    static final Shape<String> HOST =
            Shape.shown(
                    "a host name or an IP address, without a port",
                    text -> Optional.of(text).filter(Host::isValid));

    static final Shape<Boolean> TRUTH =
            Shape.shown(
                    "true or false", text -> matching("true|false", text).map(Boolean::valueOf));

    /// What S3 gives a new bucket as a name.
    static final Shape<String> NEW_BUCKET =
            Shape.shown(
                    "3 to 63 of a-z, 0-9, . and -, first and last a letter or digit, no .. in it",
                    text ->
                            matching("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", text)
                                    .filter(name -> !name.contains("..")));

    /// Older buckets, and those of other storages, may have names that S3 no longer gives.
    static final Shape<String> EXISTING_BUCKET =
            Shape.shown(
                    "3 to 255 of A-Z, a-z, 0-9, ., _ and -",
                    text -> matching("[A-Za-z0-9._-]{3,255}", text));

    static final Shape<String> REGION =
            Shape.shown(
                    "1 to 64 of A-Z, a-z, 0-9, _ and -, such as us-east-1",
                    text -> matching("[A-Za-z0-9_-]{1,64}", text));

    /// Without the characters that end an access key in an `Authorization` header.
    static final Shape<String> ACCESS_KEY =
            Shape.hidden(
                    "1 to 128 visible ASCII characters without / , and =",
                    text -> matching("[!-~&&[^/,=]]{1,128}", text));

    static final Shape<Secret> SECRET_KEY =
            Shape.hidden(
                    "1 to 256 visible ASCII characters",
                    text -> matching("[!-~]{1,256}", text).map(Secret::new));

    /// Long enough that its plain hash, which is all that is kept, gives nothing away.
    static final Shape<Secret> API_KEY =
            Shape.hidden(
                    "pak_ and then 32 to 128 of A-Z, a-z, 0-9, _ and -, chosen at random",
                    text -> matching("pak_[A-Za-z0-9_-]{32,128}", text).map(Secret::new));

    static final Shape<String> USER =
            Shape.shown("1 to 128 characters", text -> matching(".{1,128}", text));

    static final Shape<Secret> PASSWORD =
            Shape.hidden(
                    "1 to 1024 characters",
                    text -> matching("(?s).{1,1024}", text).map(Secret::new));

    static final Shape<Path> FOLDER = Shape.shown("the path of a folder", Shapes::path);

    private Shapes() {}

    /// An ISO-8601 duration of whole seconds within both bounds.
    static Shape<Duration> duration(String least, String most) {
        Duration atLeast = Duration.parse(least);
        Duration atMost = Duration.parse(most);
        return Shape.shown(
                "an ISO-8601 duration from %s to %s, in whole seconds".formatted(least, most),
                text ->
                        duration(text)
                                .filter(d -> d.toNanosPart() == 0)
                                .filter(d -> d.compareTo(atLeast) >= 0)
                                .filter(d -> d.compareTo(atMost) <= 0));
    }

    /// The name of one of an enum's constants, in lower case.
    static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
        E[] all = type.getEnumConstants();
        return Shape.shown(
                Arrays.stream(all).map(Shapes::name).collect(Collectors.joining(" or ")),
                text -> Arrays.stream(all).filter(one -> name(one).equals(text)).findAny());
    }

    /// The text, if all of it matches.
    static Optional<String> matching(String pattern, String text) {
        return Optional.of(text).filter(whole -> Pattern.matches(pattern, whole));
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
