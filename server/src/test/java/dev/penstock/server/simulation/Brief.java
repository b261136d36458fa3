package dev.penstock.server.simulation;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Removal;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values in few words.
final class Brief {
    private static final int MOST = 60;

    private Brief() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> o -> o.map(Brief::of).orElse("nothing");
            case Upload u -> "%s v%d of %s".formatted(u.state(), u.version(), of(u.id()));
            case UploadId id -> "upload " + end(id.toString());
            case FamilyId id -> "family " + end(id.toString());
            case DocumentFamily f -> of(f.id());
            case KeyedUpload k -> of(k.id());
            case ObjectKey key -> "object " + end(key.value().split("/", 4)[2]);
            case MultipartId m -> m.value();
            case Removal r -> r.round() + " removal of " + of(r.key());
            case StoredObject o -> "an object of " + o.size();
            case StoredPart p -> "part " + p.number() + " " + start(p.etag().value());
            case PartPage page -> of(page.parts());
            case Collection<?> all ->
                    all.stream().map(Brief::of).collect(Collectors.joining(", ", "[", "]"));
            case Throwable e -> e.getClass().getSimpleName() + ": " + e.getMessage();
            default -> cut(value.toString());
        };
    }

    private static String end(String id) {
        return id.substring(Math.max(0, id.length() - 4));
    }

    private static String start(String etag) {
        return etag.substring(0, Math.min(4, etag.length()));
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
