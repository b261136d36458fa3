package dev.penstock.embedded.operation;

import dev.penstock.embedded.error.S3Error;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run of bytes of an object that a reader asks for (RFC 9110 section 14.1.2).
///
/// @param offset of the first byte
/// @param length bytes, at least 1
record ByteRange(long offset, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

    /// The range of a `Range` header; empty if it is to be passed over, as S3 does with several
    /// ranges and with what it cannot read.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `InvalidRange` if there are no such bytes
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = SINGLE.matcher(header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        Optional<ByteRange> asked =
                range.group(1).isEmpty()
                        ? suffix(range.group(2), size)
                        : from(number(range.group(1)), range.group(2), size);
        if (asked.filter(found -> found.length() <= 0).isPresent()) {
            throw S3Error.INVALID_RANGE
                    .exception()
                    .with("RangeRequested", header)
                    .with("ActualObjectSize", size)
                    .withHeader("Content-Range", "bytes */" + size);
        }
        return asked;
    }

    private static Optional<ByteRange> suffix(String count, long size) {
        if (count.isEmpty()) {
            return Optional.empty();
        }
        long length = Math.min(size, number(count));
        return Optional.of(new ByteRange(size - length, length));
    }

    private static Optional<ByteRange> from(long first, String lastText, long size) {
        long last = lastText.isEmpty() ? Long.MAX_VALUE : number(lastText);
        return last < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    /// Numbers too large for any object are all the same.
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    /// `Content-Range` of an object of this size.
    String contentRange(long size) {
        return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
    }
}
