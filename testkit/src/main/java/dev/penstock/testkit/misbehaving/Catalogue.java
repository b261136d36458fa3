package dev.penstock.testkit.misbehaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All faults that can be played, read from `faults.json`.
public final class Catalogue {
    private static final List<KnownFault> FAULTS = read();

    /// In the order of the file.
    public static List<KnownFault> faults() {
        return FAULTS;
    }

    /// What is known of a fault.
    public static KnownFault of(Fault fault) {
        return FAULTS.stream()
                .filter(known -> known.fault() == fault)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in faults.json: " + fault));
    }

    private static List<KnownFault> read() {
        List<KnownFault> faults = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("faults.json"))) {
            for (JsonNode line : JsonMapper.shared().readTree(file)) {
                faults.add(known(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(faults);
    }

    private static KnownFault known(JsonNode line) {
        Map<Parameter, Long> parameters = new EnumMap<>(Parameter.class);
        line.path("parameters")
                .propertyStream()
                .forEach(p ->
                        parameters.put(
                                Parameter.named(p.getKey()).orElseThrow(),
                                p.getValue().longValue()));
        return new KnownFault(
                Fault.named(line.required("name").stringValue()).orElseThrow(),
                operations(line.required("operations")),
                line.required("sees").stringValue(),
                Effect.valueOf(line.required("tookEffect").stringValue().toUpperCase(Locale.ROOT)),
                parameters,
                line.required("knownFrom").stringValue());
    }

    private static Set<Operation> operations(JsonNode names) {
        if (names.isString()) {
            return Operation.all();
        }
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        names.forEach(name -> operations.add(Operation.named(name.stringValue()).orElseThrow()));
        return operations;
    }

    private Catalogue() {}
}
