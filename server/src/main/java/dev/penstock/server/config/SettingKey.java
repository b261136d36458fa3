package dev.penstock.server.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every setting there is: its key in the file and its environment variable.
enum SettingKey {
    DATA_DIR("data.dir", "PENSTOCK_DATA_DIR"),

    HTTP_HOST("http.host", "PENSTOCK_HTTP_HOST"),
    HTTP_PORT("http.port", "PENSTOCK_HTTP_PORT"),
    PUBLIC_URL("http.public-url", "PENSTOCK_PUBLIC_URL"),

    DATABASE_URL("database.url", "PENSTOCK_DATABASE_URL"),
    DATABASE_USER("database.user", "PENSTOCK_DATABASE_USER"),
    DATABASE_PASSWORD("database.password", "PENSTOCK_DATABASE_PASSWORD"),

    STORAGE("storage.kind", "PENSTOCK_STORAGE"),

    EMBEDDED_HOST("storage.embedded.host", "PENSTOCK_EMBEDDED_HOST"),
    EMBEDDED_PORT("storage.embedded.port", "PENSTOCK_EMBEDDED_PORT"),
    EMBEDDED_PUBLIC_URL("storage.embedded.public-url", "PENSTOCK_EMBEDDED_PUBLIC_URL"),
    EMBEDDED_BUCKET("storage.embedded.bucket", "PENSTOCK_EMBEDDED_BUCKET"),
    EMBEDDED_ACCESS_KEY("storage.embedded.access-key", "PENSTOCK_EMBEDDED_ACCESS_KEY"),
    EMBEDDED_SECRET_KEY("storage.embedded.secret-key", "PENSTOCK_EMBEDDED_SECRET_KEY"),

    S3_ENDPOINT("storage.s3.endpoint", "PENSTOCK_S3_ENDPOINT"),
    S3_PUBLIC_ENDPOINT("storage.s3.public-endpoint", "PENSTOCK_S3_PUBLIC_ENDPOINT"),
    S3_REGION("storage.s3.region", "PENSTOCK_S3_REGION"),
    S3_BUCKET("storage.s3.bucket", "PENSTOCK_S3_BUCKET"),
    S3_ACCESS_KEY("storage.s3.access-key", "PENSTOCK_S3_ACCESS_KEY"),
    S3_SECRET_KEY("storage.s3.secret-key", "PENSTOCK_S3_SECRET_KEY"),
    S3_PATH_STYLE("storage.s3.path-style", "PENSTOCK_S3_PATH_STYLE"),

    BOOTSTRAP_API_KEY("bootstrap.api-key", "PENSTOCK_BOOTSTRAP_API_KEY"),

    URL_TTL("uploads.url-ttl", "PENSTOCK_URL_TTL"),
    UPLOAD_TTL("uploads.upload-ttl", "PENSTOCK_UPLOAD_TTL"),
    COMPLETION_WAIT("uploads.completion-wait", "PENSTOCK_COMPLETION_WAIT"),
    LEASE("uploads.lease", "PENSTOCK_LEASE"),
    CLEANUP_INTERVAL("uploads.cleanup-interval", "PENSTOCK_CLEANUP_INTERVAL");

    private static final Map<String, SettingKey> BY_PATH = by(SettingKey::path);
    private static final Map<String, SettingKey> BY_VARIABLE = by(SettingKey::variable);

    private final String path;
    private final String variable;

    SettingKey(String path, String variable) {
        this.path = path;
        this.variable = variable;
    }

    /// The key in the file, with dots between the levels.
    String path() {
        return path;
    }

    /// The name of the environment variable.
    String variable() {
        return variable;
    }

    static Optional<SettingKey> ofPath(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    static Optional<SettingKey> ofVariable(String variable) {
        return Optional.ofNullable(BY_VARIABLE.get(variable));
    }

    /// Whether some key lies below this one, as `storage.s3.bucket` below `storage.s3`.
    static boolean isGroup(String path) {
        return BY_PATH.keySet().stream().anyMatch(known -> known.startsWith(path + "."));
    }

    private static Map<String, SettingKey> by(Function<SettingKey, String> name) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(name, key -> key));
    }
}
