package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every record of the wire, filled from a seed, is written and read back.
final class RecordRoundTripTest {

    private static final long SEED = 20_260_101;

    private final Random random = new Random(SEED);

    static Stream<Class<?>> records() {
        var location = ContractJson.class.getProtectionDomain().getCodeSource().getLocation();
        var folder = Path.of(URI.create(location.toString())).resolve("dev/penstock/contract");
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .<Class<?>>map(
                            name -> load("dev.penstock.contract." + name.replace(".class", "")))
                    .filter(Class::isRecord)
                    .filter(type -> type != JsonBody.class && type != Page.class)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void all_records_are_seen() {
        assertThat(records().count()).isGreaterThanOrEqualTo(35);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_full_record_comes_back(Class<?> type) {
        var written = sample(type, Filling.FULL);
        var json = ContractJson.write(written);
        assertThat((Object) ContractJson.read(json, type)).as("seed %d", SEED).isEqualTo(written);
        var request = ContractJson.readRequest(json, type);
        assertThat((Object) request.value()).as("seed %d", SEED).isEqualTo(written);
        if (type != ProblemJson.class) { // may have any fields, and is no request
            assertThat(request.unknownFields()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_with_nothing_optional_comes_back(Class<?> type) {
        var written = sample(type, Filling.LEAN);
        assertThat((Object) ContractJson.read(ContractJson.write(written), type))
                .as("seed %d", SEED)
                .isEqualTo(written);
    }

    @Test
    void a_page_comes_back() {
        var page = new Page<>(List.of(new WarningJson("a", "b")), Optional.of("c"));
        assertThat(ContractJson.readPage(ContractJson.write(page), WarningJson.class))
                .isEqualTo(page);
    }

    private enum Filling {
        FULL,
        LEAN
    }

    private Object sample(Class<?> type, Filling filling) {
        var components = type.getRecordComponents();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values =
                Arrays.stream(components).map(c -> value(c.getGenericType(), filling)).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private Object value(Type type, Filling filling) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, filling);
        }
        var raw = (Class<?>) type;
        if (raw == OptionalInt.class) {
            return filling == Filling.LEAN ? OptionalInt.empty() : OptionalInt.of(number());
        }
        if (raw == OptionalLong.class) {
            return filling == Filling.LEAN ? OptionalLong.empty() : OptionalLong.of(size());
        }
        return raw.isRecord() ? sample(raw, filling) : scalar(raw);
    }

    private Object container(ParameterizedType type, Filling filling) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return filling == Filling.LEAN
                    ? Optional.empty()
                    : Optional.of(value(arguments[0], filling));
        }
        if (raw == List.class) {
            return List.of(value(arguments[0], filling), value(arguments[0], filling));
        }
        Map<String, Object> map = new HashMap<>();
        map.put("k" + number(), scalar(String.class));
        if (arguments[1] == Object.class) {
            map.put("none", null);
            map.put("list", List.of(1, "ü"));
        }
        return map;
    }

    private Object scalar(Class<?> type) {
        if (type == int.class) {
            return number();
        }
        if (type == long.class) {
            return size();
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L));
        }
        return type == Duration.class ? Duration.ofSeconds(number()) : "t ü " + number();
    }

    private int number() {
        return random.nextInt(1, 10_000);
    }

    private long size() {
        return random.nextLong(1L << 45);
    }
}
