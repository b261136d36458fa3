package dev.penstock.client.fake;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// A part that the storage holds: what is known of its bytes.
public record FakePart(long size, Map<ChecksumAlgorithm, String> sums) {

    public String etag() {
        return HexFormat.of()
                .formatHex(
                        ChecksumAlgorithm.MD5
                                .decode(sums.getOrDefault(ChecksumAlgorithm.MD5, ""))
                                .orElseThrow());
    }

    public Optional<String> sum(Optional<ChecksumAlgorithm> algorithm) {
        return algorithm.map(sums::get);
    }
}
