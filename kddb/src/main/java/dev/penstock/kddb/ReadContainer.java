package dev.penstock.kddb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What [ContainerReader] found in a file that somebody uploaded.
public sealed interface ReadContainer {

    /// A container whose values can be merged, and which [ContainerWriter#rewrite(byte[],
    /// Container)] can copy.
    ///
    /// @param metadata as it is in the file, in its order; integers are `Integer`, `Long` or
    ///   `BigInteger` (the smallest that holds them), other numbers `Double`, the rest `String`,
    ///   `Boolean`, `List`, `Map` and `null`
    /// @param externalData what is stored under the key `default`, absent where the file has none
    /// @param labels their names, in their order
    /// @param source where the document came from; empty where the file does not say
    record Opened(
            Map<String, @Nullable Object> metadata,
            Optional<Map<String, @Nullable Object>> externalData,
            List<String> labels,
            Map<String, @Nullable Object> source)
            implements ReadContainer {}

    /// No container that we read: to be treated as an ordinary file.
    ///
    /// @param reason a clause without a full stop that fits behind "the container was not read:";
    ///   holds no text of the file
    record Unreadable(String reason) implements ReadContainer {}
}
