package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JavaType;

/// Which names an object of one of our records may have, and the types of their values.
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return new RecordShape(type);
                }
            };

    private final Map<String, JavaType> members = new HashMap<>();

    private RecordShape(Class<?> type) {
        var types = JsonMappers.REQUESTS.getTypeFactory();
        for (var component : type.getRecordComponents()) {
            var declared = types.constructType(component.getGenericType());
            var member = declared.isReferenceType() ? declared.getContentType() : declared;
            members.put(nameOf(component), member);
            var alias = component.getAccessor().getAnnotation(JsonAlias.class);
            Arrays.stream(alias == null ? new String[0] : alias.value())
                    .forEach(name -> members.put(name, member));
        }
    }

    /// Empty for anything but a record.
    static Optional<RecordShape> of(JavaType type) {
        return type.isRecordType() ? Optional.of(SHAPES.get(type.getRawClass())) : Optional.empty();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// What a member holds, without the [Optional] around it; empty when there is no such member.
    Optional<JavaType> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private static String nameOf(RecordComponent component) {
        var property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }
}
