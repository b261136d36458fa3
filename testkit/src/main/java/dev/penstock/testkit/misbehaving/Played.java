package dev.penstock.testkit.misbehaving;

import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A fault that was played.
///
/// @param number from 1 on, in the order in which they were shown
/// @param key of the object, empty for a bucket
/// @param part number, where there is one
/// @param asked how often this operation was asked of this object and part, this time included
/// @param storage what the storage answered, where it was asked first. A status from 300 on was
///   passed on instead of the fault: what was refused cannot have taken effect
/// @param seed of the plan
public record Played(
        long number,
        Fault fault,
        Operation operation,
        String key,
        OptionalInt part,
        int asked,
        OptionalInt storage,
        long seed) {

    /// One line of JSON.
    public String json() {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("n", number)
                .put("fault", fault.wireName())
                .put("operation", operation.s3Name())
                .put("key", key);
        part.ifPresent(n -> line.put("part", n));
        line.put("asked", asked);
        storage.ifPresent(status -> line.put("storage", status));
        return line.put("seed", seed).toString();
    }
}
