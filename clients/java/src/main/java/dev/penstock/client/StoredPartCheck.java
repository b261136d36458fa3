package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.StoredPartJson;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides whether a part that the storage holds is the file's, which only its bytes can tell: by
/// the checksum in force where the storage keeps it, else by an ETag that is the MD5 of the part.
/// Where neither says yes the part is sent again.
final class StoredPartCheck {
    private static final Pattern MD5_HEX = Pattern.compile("[0-9a-f]{32}");

    private final Optional<ChecksumAlgorithm> algorithm;
    private final Map<Integer, StoredPartJson> stored;

    StoredPartCheck(Optional<ChecksumAlgorithm> algorithm, List<StoredPartJson> stored) {
        this.algorithm = algorithm;
        this.stored =
                stored.stream()
                        .collect(Collectors.toMap(StoredPartJson::partNumber, Function.identity()));
    }

    static StoredPartCheck nothingStored(Optional<ChecksumAlgorithm> algorithm) {
        return new StoredPartCheck(algorithm, List.of());
    }

    /// What must be computed of a part: for the service, and to compare it.
    Set<ChecksumAlgorithm> needed(PartLayout.Slice slice) {
        var needed = EnumSet.noneOf(ChecksumAlgorithm.class);
        algorithm.ifPresent(needed::add);
        candidate(slice)
                .filter(part -> byChecksum(part).isEmpty() && hasMd5(part))
                .ifPresent(part -> needed.add(ChecksumAlgorithm.MD5));
        return needed;
    }

    /// The stored part, if it holds the same bytes.
    ///
    /// @param sums those that [#needed] asked for
    Optional<StoredPartJson> same(PartLayout.Slice slice, Map<ChecksumAlgorithm, String> sums) {
        return candidate(slice).filter(part -> isSame(part, sums));
    }

    private Optional<StoredPartJson> candidate(PartLayout.Slice slice) {
        return Optional.ofNullable(stored.get(slice.number()))
                .filter(part -> part.size() == slice.size());
    }

    private Optional<String> byChecksum(StoredPartJson part) {
        return algorithm.isPresent() ? part.checksum() : Optional.empty();
    }

    private boolean isSame(StoredPartJson part, Map<ChecksumAlgorithm, String> sums) {
        var checksum = byChecksum(part);
        if (checksum.isPresent()) {
            return algorithm.map(sums::get).equals(checksum);
        }
        return hasMd5(part)
                && Optional.ofNullable(sums.get(ChecksumAlgorithm.MD5))
                        .flatMap(ChecksumAlgorithm.MD5::decode)
                        .map(HexFormat.of()::formatHex)
                        .filter(part.etag()::equals)
                        .isPresent();
    }

    private static boolean hasMd5(StoredPartJson part) {
        return MD5_HEX.matcher(part.etag()).matches();
    }
}
