package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredPart;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Parts to test with: as if a storage held content that differs from number to number.
final class Parts {
    private Parts() {}

    /// A part whose ETag is its MD5 and for which the storage lists a CRC64NVME.
    static StoredPart held(int number, ByteCount size) {
        return new StoredPart(
                PartNumber.of(number),
                size,
                etag(number),
                Optional.of(checksum(ChecksumAlgorithm.CRC64NVME, number)));
    }

    static StoredPart held(int number, long mebibytes) {
        return held(number, ByteCount.mebibytes(mebibytes));
    }

    /// A part of which the storage lists an ETag that tells nothing, and no checksum.
    static StoredPart opaque(int number, long mebibytes) {
        return new StoredPart(
                PartNumber.of(number),
                ByteCount.mebibytes(mebibytes),
                new ETag("opaque-" + number),
                Optional.empty());
    }

    static List<StoredPart> heldFrom(int first, int last, long mebibytes) {
        return IntStream.rangeClosed(first, last).mapToObj(n -> held(n, mebibytes)).toList();
    }

    static ETag etag(int content) {
        return new ETag(checksum(ChecksumAlgorithm.MD5, content).hex());
    }

    static Checksum checksum(ChecksumAlgorithm algorithm, int content) {
        byte[] value = new byte[algorithm.length()];
        Arrays.fill(value, (byte) content);
        return new Checksum(algorithm, Base64.getEncoder().encodeToString(value));
    }

    static ListedPart named(int number) {
        return new ListedPart(
                PartNumber.of(number), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ListedPart named(int number, ETag etag) {
        return new ListedPart(
                PartNumber.of(number), Optional.of(etag), Optional.empty(), Optional.empty());
    }

    static ListedPart named(int number, Checksum checksum) {
        return new ListedPart(
                PartNumber.of(number), Optional.empty(), Optional.empty(), Optional.of(checksum));
    }

    static List<PartNumber> numbers(int... values) {
        return Arrays.stream(values).mapToObj(PartNumber::of).toList();
    }
}
