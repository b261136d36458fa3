package dev.penstock.client;

import dev.penstock.contract.CompletedPart;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All parts of a file, as the storage has them.
///
/// @param parts by ascending number
/// @param size of the file, in bytes
/// @param checksum of the whole file, where it follows from the parts
record SentParts(
        List<CompletedPart> parts, long size, Optional<NamedChecksum> checksum, Traffic traffic) {

    /// With those of `again` in the place of what was there.
    ///
    /// @param both what has gone over the network in all
    SentParts replacedBy(Collection<CompletedPart> again, Traffic both) {
        Map<Integer, CompletedPart> all = new TreeMap<>();
        parts.forEach(p -> all.put(p.partNumber(), p));
        again.forEach(p -> all.put(p.partNumber(), p));
        return new SentParts(List.copyOf(all.values()), size, checksum, both);
    }
}
