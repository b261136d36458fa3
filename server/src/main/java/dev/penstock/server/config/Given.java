package dev.penstock.server.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was given for each key, read into values. A wrong value is noted and then reads as if it
/// had not been given, so that one pass finds every mistake.
final class Given {
    private final Map<SettingKey, GivenValue> values;
    private final Mistakes mistakes;
    private final Set<SettingKey> wrong = new HashSet<>();

    Given(Map<SettingKey, GivenValue> values, Mistakes mistakes) {
        this.values = Map.copyOf(values);
        this.mistakes = mistakes;
    }

    /// The value; empty if there is none or a wrong one.
    <T> Optional<T> read(SettingKey key, Shape<T> shape) {
        return find(key).flatMap(value -> read(key, value, shape));
    }

    /// The value, or the default if there is none or a wrong one.
    <T> T read(SettingKey key, Shape<T> shape, T otherwise) {
        return read(key, shape).orElse(otherwise);
    }

    boolean has(SettingKey key) {
        return values.containsKey(key);
    }

    /// Whether there is a value and it was refused.
    boolean isWrong(SettingKey key) {
        return wrong.contains(key);
    }

    void mistake(SettingKey key, String sentence) {
        mistakes.add(key, sentence);
    }

    /// Notes a mistake for every key of a group that was given.
    void refuseGroup(String group, String sentence) {
        for (SettingKey key : SettingKey.values()) {
            if (has(key) && key.path().startsWith(group + ".")) {
                mistake(key, sentence);
            }
        }
    }

    private Optional<GivenValue> find(SettingKey key) {
        return Optional.ofNullable(values.get(key));
    }

    private <T> Optional<T> read(SettingKey key, GivenValue value, Shape<T> shape) {
        Optional<T> result = shape.reader().apply(value.text());
        if (result.isEmpty()) {
            wrong.add(key);
            mistake(
                    key,
                    "%s in %s is not allowed; allowed: %s"
                            .formatted(shape.quote(value.text()), value.source(), shape.allowed()));
        }
        return result;
    }
}
