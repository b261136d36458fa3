package dev.penstock.server.simulation;

import dev.penstock.core.object.Download;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedGet;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.testkit.object.MultipartContract;
import dev.penstock.testkit.object.OwnBytesContract;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// The storage of the simulation, without its faults, lists, joins and gives up as every storage
/// must. Signatures and checksums it has none, so those suites are not for it.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryStoreTest implements MultipartContract, OwnBytesContract {
    private final MemoryStore memory =
            new MemoryStore(
                    Clock.systemUTC(),
                    new StorageCapabilities(Set.of(), Optional.empty(), true, true));
    private MemoryStoreHttp http;

    @BeforeAll
    void open() throws IOException {
        http = new MemoryStoreHttp(memory);
    }

    @AfterAll
    void close() {
        http.close();
    }

    /// The store itself but for its URLs, which lead to it over HTTP.
    @Override
    public ObjectStore store() {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        ObjectStore.class.getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "presignParts" ->
                                            signed(
                                                    (ObjectKey) arguments[0],
                                                    (MultipartId) arguments[1],
                                                    (List<?>) arguments[2]);
                                    case "presignGet" ->
                                            new PresignedGet(
                                                    URI.create(
                                                            http.url(
                                                                    "object",
                                                                    "0",
                                                                    ((Download) arguments[0])
                                                                            .key())),
                                                    Instant.now().plus(Duration.ofMinutes(1)));
                                    default -> {
                                        try {
                                            synchronized (memory) {
                                                yield method.invoke(memory, arguments);
                                            }
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    }
                                });
    }

    private List<PresignedPut> signed(ObjectKey key, MultipartId multipart, List<?> parts) {
        return parts.stream()
                .map(PartToSign.class::cast)
                .map(part ->
                        new PresignedPut(
                                part.number(),
                                http.url(multipart.value(), part.number().toString(), key),
                                Instant.now().plus(Duration.ofMinutes(1)),
                                Map.of()))
                .toList();
    }

    @Override
    public ObjectStore storeSigningAt(Instant time) {
        return store();
    }
}
