package dev.penstock.kddb;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what a container cannot hold, so that a caller hears of it when the request comes in.
///
/// Written are `null`, `Boolean`, `String` without lone surrogates, `List`, `Map` with text keys,
/// the integers −2⁶³ … 2⁶⁴−1 (`Byte`, `Short`, `Integer`, `Long`, `BigInteger`) and float64
/// (`Float`, `Double`: finite; `BigDecimal`: where float64 keeps all its digits, as it does 0.1,
/// and always as a float, so that `1.0` stays one). The limits are those of [ContainerLimits].
public final class ContainerValues {

    /// @param value a metadata or external data map
    /// @return what in it cannot be written and where, e.g. `/order/3/total: is not a finite
    ///   number`: the first found, none where all can be
    public static Optional<String> problem(Map<String, ? extends @Nullable Object> value) {
        return new ValueCheck().problem(value);
    }

    private ContainerValues() {}
}
