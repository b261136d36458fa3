package dev.penstock.client;

import dev.penstock.contract.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One kind of object that is managed with a platform API key, like intakes.
///
/// Calls that change something are sent once: what became of one that was not answered, a look at
/// the list tells. Every call throws [ServiceRefusedException], [NoAnswerException] or
/// [StoppedException].
///
/// @param <T> the object as the service shows it
/// @param <C> what it is created with
public final class ManagedObjects<T, C> {
    private static final int PAGE = 1000;

    private final ServiceConnection connection;
    private final String route;
    private final Class<T> type;

    ManagedObjects(ServiceConnection connection, String route, Class<T> type) {
        this.connection = connection;
        this.route = route;
        this.type = type;
    }

    /// All of them, every page.
    public List<T> list() {
        return list(Map.of());
    }

    /// Those that a filter lets through, every page.
    ///
    /// @param filters query parameters of the route
    public List<T> list(Map<String, String> filters) {
        var all = new ArrayList<T>();
        Optional<String> cursor = Optional.empty();
        do {
            var query = Query.of("limit", PAGE).and("cursor", cursor);
            filters.forEach(query::and);
            var page = ContractJson.readPage(call(get(query.toString())), type);
            all.addAll(page.content());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    public T get(UUID id) {
        return ContractJson.read(call(get("/" + id)), type);
    }

    public T create(C object) {
        var call = ServiceCall.post(route, connection.settings().callTimeout());
        return ContractJson.read(call(call.once().withJson(object)), type);
    }

    /// Changes some members of an object; the others keep their values.
    public T change(UUID id, Map<String, @Nullable Object> members) {
        var call = get("/" + id).withJson(members);
        return ContractJson.read(call(call.as("PUT").once()), type);
    }

    public void delete(UUID id) {
        call(get("/" + id).as("DELETE").once());
    }

    private ServiceCall get(String suffix) {
        return ServiceCall.get(route + suffix, connection.settings().callTimeout());
    }

    private byte[] call(ServiceCall call) {
        return connection.call(call, connection.settings().retry(), ProgressListener.silent());
    }
}
