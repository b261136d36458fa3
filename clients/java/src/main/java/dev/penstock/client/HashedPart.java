package dev.penstock.client;

import dev.penstock.contract.CompletedPart;
import dev.penstock.contract.PartUrlRequest;
import java.util.Optional;
import java.util.OptionalLong;

/// A part that was read once and is ready to be sent.
///
/// @param checksum of the algorithm in force, when one is
record HashedPart(int number, FileRange range, Optional<NamedChecksum> checksum) {

    long size() {
        return range.size();
    }

    PartUrlRequest urlRequest() {
        return new PartUrlRequest(
                number, OptionalLong.of(size()), checksum.map(NamedChecksum::value));
    }

    CompletedPart completed(Optional<String> etag) {
        return new CompletedPart(number, etag, checksum.map(NamedChecksum::value));
    }
}
