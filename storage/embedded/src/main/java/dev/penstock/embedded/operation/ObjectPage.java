package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectRows;
import dev.penstock.embedded.catalog.StoredObject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One page of a listing: objects, and what keys have in common up to a delimiter.
///
/// @param next where the next page begins; empty on the last one
record ObjectPage(List<StoredObject> objects, List<String> prefixes, Optional<Place> next) {

    /// A place in the order of keys.
    record Place(String hex) {
        Place(byte[] key) {
            this(HexFormat.of().formatHex(key));
        }

        byte[] key() {
            return java.util.HexFormat.of().parseHex(hex);
        }
    }

    /// What a page is asked for.
    ///
    /// @param delimiter empty for none
    /// @param limit entries, objects and common prefixes together
    record Query(String bucket, String prefix, String delimiter, int limit) {}

    int size() {
        return objects.size() + prefixes.size();
    }

    /// Reads a page that begins at a key. Below a common prefix it reads one row and leaps. A page
    /// that may hold nothing is the last one, as in S3, or a reader would never come to an end.
    static ObjectPage read(ObjectRows rows, Query query, byte[] from) {
        List<StoredObject> objects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        byte[] at = from;
        if (query.limit() == 0) {
            return new ObjectPage(objects, prefixes, Optional.empty());
        }
        while (true) {
            int left = query.limit() - objects.size() - prefixes.size();
            List<StoredObject> found = rows.from(query.bucket(), at, Math.max(1, left));
            boolean leapt = false;
            for (StoredObject object : found) {
                String key = object.where().key();
                if (!key.startsWith(query.prefix())) {
                    return new ObjectPage(objects, prefixes, Optional.empty());
                }
                if (objects.size() + prefixes.size() == query.limit()) {
                    return new ObjectPage(objects, prefixes, Optional.of(new Place(at)));
                }
                Optional<String> common = common(query, key);
                if (common.isPresent()) {
                    prefixes.add(common.get());
                    at = KeyOrder.afterAll(common.get());
                    leapt = true;
                    break;
                }
                objects.add(object);
                at = KeyOrder.after(key);
            }
            if (found.size() < Math.max(1, left) && !leapt) {
                return new ObjectPage(objects, prefixes, Optional.empty());
            }
        }
    }

    private static Optional<String> common(Query query, String key) {
        if (query.delimiter().isEmpty()) {
            return Optional.empty();
        }
        int end = key.indexOf(query.delimiter(), query.prefix().length());
        return end < 0
                ? Optional.empty()
                : Optional.of(key.substring(0, end + query.delimiter().length()));
    }
}
