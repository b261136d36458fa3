package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.body.Trailers;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.embedded.http.RequestHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a caller says about the bytes of its body.
///
/// Source:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html>.
///
/// @param contentMd5 base64
/// @param checksum as it stood in a header
/// @param trailing the algorithm whose value comes behind the body
record DeclaredChecksums(
        Optional<String> contentMd5,
        Optional<Checksum> checksum,
        Optional<ChecksumAlgorithm> trailing) {
    private static final String PREFIX = "x-amz-checksum-";
    private static final Set<String> NOT_A_VALUE =
            Set.of("x-amz-checksum-algorithm", "x-amz-checksum-mode", "x-amz-checksum-type");

    /// @throws S3Exception `InvalidDigest` or `InvalidRequest` for what cannot be read
    static DeclaredChecksums of(RequestHeaders headers) {
        Optional<String> md5 = headers.find("content-md5");
        if (md5.isPresent() && ChecksumAlgorithm.MD5.decode(md5.get()).isEmpty()) {
            throw S3Error.INVALID_DIGEST.exception().with("Content-MD5", md5.get());
        }
        DeclaredChecksums declared =
                new DeclaredChecksums(md5, inHeader(headers), inTrailer(headers));
        declared.requireOne();
        declared.requireNamed(headers.find("x-amz-sdk-checksum-algorithm"));
        return declared;
    }

    private static Optional<Checksum> inHeader(RequestHeaders headers) {
        List<String> names =
                headers.all().keySet().stream()
                        .filter(name -> name.startsWith(PREFIX) && !NOT_A_VALUE.contains(name))
                        .toList();
        if (names.size() > 1) {
            throw several();
        }
        return names.stream().findFirst().map(name -> read(name, headers));
    }

    private static Checksum read(String name, RequestHeaders headers) {
        ChecksumAlgorithm algorithm =
                byHeader(name)
                        .orElseThrow(() ->
                                S3Error.INVALID_REQUEST.exception(
                                        "The algorithm type you specified in"
                                                + " x-amz-checksum- header is invalid."));
        String value = headers.find(name).orElseThrow();
        if (algorithm.decode(value).isEmpty()) {
            throw S3Error.INVALID_REQUEST.exception("Value for " + name + " header is invalid.");
        }
        return new Checksum(algorithm, value);
    }

    private static Optional<ChecksumAlgorithm> inTrailer(RequestHeaders headers) {
        List<String> names =
                headers.find("x-amz-trailer").stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (names.size() > 1) {
            throw several();
        }
        return names.stream()
                .findFirst()
                .map(name ->
                        byHeader(name)
                                .orElseThrow(() ->
                                        S3Error.INVALID_REQUEST.exception(
                                                "The value specified in the"
                                                        + " x-amz-trailer header is not"
                                                        + " supported")));
    }

    private static Optional<ChecksumAlgorithm> byHeader(String name) {
        return ChecksumAlgorithm.byHeaderName(name).filter(a -> a.headerName().startsWith(PREFIX));
    }

    private void requireOne() {
        if (checksum.isPresent() && trailing.isPresent()) {
            throw several();
        }
    }

    private void requireNamed(Optional<String> sdkAlgorithm) {
        if (sdkAlgorithm.isEmpty()) {
            return;
        }
        ChecksumAlgorithm found =
                algorithm()
                        .orElseThrow(() ->
                                S3Error.INVALID_REQUEST.exception(
                                        "x-amz-sdk-checksum-algorithm specified, but no"
                                                + " corresponding x-amz-checksum-* or"
                                                + " x-amz-trailer headers were found."));
        if (!found.s3Name().equalsIgnoreCase(sdkAlgorithm.get())) {
            throw S3Error.INVALID_REQUEST.exception(
                    "Value for x-amz-sdk-checksum-algorithm header is invalid.");
        }
    }

    private static S3Exception several() {
        return S3Error.INVALID_REQUEST.exception(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                        + " allowed.");
    }

    /// The algorithm that the caller uses beside Content-MD5.
    Optional<ChecksumAlgorithm> algorithm() {
        return checksum.map(Checksum::algorithm).or(() -> trailing);
    }

    /// Whether there is anything to compare.
    boolean isEmpty() {
        return contentMd5.isEmpty() && algorithm().isEmpty();
    }

    /// Compares with what was found.
    ///
    /// @param found the base64 value of an algorithm over the body
    /// @throws S3Exception `BadDigest`, `MalformedTrailerError` or `InvalidRequest`
    void verify(Function<ChecksumAlgorithm, String> found, Trailers trailers) {
        contentMd5.ifPresent(expected ->
                require(
                        expected,
                        found.apply(ChecksumAlgorithm.MD5),
                        S3Error.BAD_DIGEST.sentence()));
        checksum.ifPresent(expected ->
                require(
                        expected.value(),
                        found.apply(expected.algorithm()),
                        mismatch(expected.algorithm())));
        verifyTrailer(found, trailers);
    }

    private void verifyTrailer(Function<ChecksumAlgorithm, String> found, Trailers trailers) {
        List<String> announced = trailing.map(ChecksumAlgorithm::headerName).stream().toList();
        if (!Set.copyOf(announced).equals(trailers.values().keySet())) {
            throw S3Error.MALFORMED_TRAILER.exception();
        }
        trailing.ifPresent(algorithm -> {
            String expected = trailers.values().getOrDefault(algorithm.headerName(), "");
            if (algorithm.decode(expected).isEmpty()) {
                throw S3Error.INVALID_REQUEST.exception(
                        "Value for " + algorithm.headerName() + " trailing header is invalid.");
            }
            require(expected, found.apply(algorithm), mismatch(algorithm));
        });
    }

    private static String mismatch(ChecksumAlgorithm algorithm) {
        return "The "
                + algorithm.s3Name()
                + " you specified did not match the calculated checksum.";
    }

    private static void require(String expected, String found, String sentence) {
        if (!expected.equals(found)) {
            throw S3Error.BAD_DIGEST
                    .exception(sentence)
                    .with("ExpectedDigest", expected)
                    .with("CalculatedDigest", found);
        }
    }
}
