package dev.penstock.sigv4;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Odd keys, buckets, endpoints, credentials and parameters, all from one seed.
final class RandomCases {
    private static final List<String> ODD =
            List.of(
                    "a", "Z", "0", "-", "_", ".", "~", "/", "//", "/./", "/../", " ", "  ", "+",
                    "%", "%2F", "%zz", "!", "*", "'", "(", ")", "&", "=", "?", "#", ":", ";", "@",
                    "$", ",", "[", "]", "{", "}", "|", "\\", "^", "`", "\"", "<", ">", "ä", "ß",
                    "é", "e\u0301", "日本", "Ж", "😀", "\u00a0", "\u007f", "\t");
    private static final List<URI> ENDPOINTS =
            List.of(
                    URI.create("https://s3.us-east-1.amazonaws.com"),
                    URI.create("https://storage.example.com:443"),
                    URI.create("http://storage.example.com:80"),
                    URI.create("http://storage.example.com:9000"),
                    URI.create("https://s3.example.org:8443"));

    private final Random random;

    RandomCases(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    boolean chance() {
        return random.nextBoolean();
    }

    URI endpoint() {
        return oneOf(ENDPOINTS);
    }

    /// A key that S3 takes: never empty.
    String key() {
        return text(1, 24);
    }

    String text(int atLeast, int atMost) {
        return IntStream.range(0, number(atLeast, atMost))
                .mapToObj(i -> oneOf(ODD))
                .collect(Collectors.joining());
    }

    String letters(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(26))))
                .collect(Collectors.joining());
    }

    String bucket() {
        return letters(number(3, 12)) + "-" + number(0, 99);
    }

    String region() {
        return oneOf(List.of("us-east-1", "eu-central-1", "auto", "garage"));
    }

    Instant time() {
        return Instant.ofEpochSecond(random.nextLong(1_300_000_000L, 2_000_000_000L));
    }

    Duration expiry() {
        return Duration.ofSeconds(number(1, 604_800));
    }

    Credentials credentials() {
        Optional<String> token = chance() ? Optional.of(base64(200) + "/+=") : Optional.empty();
        return new Credentials(letters(20).toUpperCase(Locale.ROOT), base64(30), token);
    }

    String base64(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return Base64.getEncoder().encodeToString(raw);
    }

    byte[] bytes(int length) {
        byte[] raw = new byte[length];
        random.nextBytes(raw);
        return raw;
    }
}
