package dev.penstock.contract;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// A component of our records must be there unless its type can say that it is not: an `Optional`,
/// a list, an object.
final class RecordRules extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> MAY_BE_ABSENT =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class);

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        var type = member.getRawType();
        return member.getDeclaringClass().isRecord()
                && !MAY_BE_ABSENT.contains(type)
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }
}
