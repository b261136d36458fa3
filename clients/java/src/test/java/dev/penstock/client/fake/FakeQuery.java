package dev.penstock.client.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The query parameters of a call.
record FakeQuery(Map<String, String> values) {

    /// @param raw as it stands in the request; null: there is none
    static FakeQuery parse(@Nullable String raw) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            var split = pair.split("=", 2);
            values.put(split[0], URLDecoder.decode(split[1], StandardCharsets.UTF_8));
        }
        return new FakeQuery(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Empty text where it is not there.
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    OptionalLong number(String name) {
        var text = values.get(name);
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
