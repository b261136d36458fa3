package dev.penstock.testkit.misbehaving;

import java.util.Map;
import java.util.Set;

/// A line of the catalogue.
///
/// @param operations that it can hit
/// @param sees what the client hears or meets
/// @param effect whether the request took effect
/// @param parameters that can be set, with what they are otherwise
/// @param knownFrom where the habit was met, with a link
public record KnownFault(
        Fault fault,
        Set<Operation> operations,
        String sees,
        Effect effect,
        Map<Parameter, Long> parameters,
        String knownFrom) {

    public KnownFault {
        operations = Set.copyOf(operations);
        parameters = Map.copyOf(parameters);
    }
}
