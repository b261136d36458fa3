package dev.penstock.kddb;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Containers that the tests write.
final class Samples {
    static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID FAMILY = UUID.fromString("0d1f0000-0000-4000-8000-000000000001");
    static final UUID NATIVE = UUID.fromString("7c2a0000-0000-4000-8000-000000000002");
    static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    static final ContainerSource SOURCE =
            new ContainerSource(
                    "a.pdf",
                    "in/a.pdf",
                    "application/pdf",
                    Optional.of("crc64nvme:AAAAAAAAAAA="),
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "acme/invoices",
                    FAMILY,
                    NATIVE,
                    Optional.of("2026-01"));

    static final ContainerSource LITTLE_SOURCE =
            new ContainerSource(
                    "b.bin",
                    "b.bin",
                    "application/octet-stream",
                    Optional.empty(),
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "acme/invoices",
                    FAMILY,
                    NATIVE,
                    Optional.empty());

    static final Container EMPTY =
            new Container(ID, Map.of(), List.of(), Map.of(), List.of(), LITTLE_SOURCE);

    /// With something of everything.
    static Container full() {
        return with(metadata(), externalData());
    }

    static Container with(
            Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> externalData) {
        return new Container(
                ID,
                metadata,
                List.of("INVOICE", "ÜBER"),
                externalData,
                List.of("f1", "f2"),
                SOURCE);
    }

    /// One of every type, in an order that is not the alphabet's.
    static Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("customer", "acme");
        map.put("pages", 3);
        map.put("note", null);
        map.put("flag", true);
        map.put("largest", LARGEST);
        map.put("least", Long.MIN_VALUE);
        map.put("tenth", 0.1);
        map.put("one", 1.0);
        map.put("emoji", "🧾 naïve");
        map.put("items", List.of("keys", Map.of("get", 1)));
        map.put("", "no key");
        map.put("nothing", new ArrayList<>());
        return map;
    }

    static Map<String, @Nullable Object> externalData() {
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("n", 7);
        order.put("lines", List.of(Map.of("sku", "a", "price", 1.25), Map.of()));
        return new LinkedHashMap<>(Map.of("order", order));
    }

    /// Maps in maps.
    static Map<String, @Nullable Object> nested(int levels) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int level = 1; level < levels; level++) {
            map = new LinkedHashMap<>(Map.of("a", map));
        }
        return map;
    }

    private Samples() {}

    /// What is read of it once it is written.
    static ReadContainer opened(Container container) {
        return new ReadContainer.Opened(
                container.metadata(),
                Optional.of(container.externalData()),
                container.labels(),
                container.source().toMap());
    }
}
