package dev.penstock.server.config;

import static dev.penstock.server.config.SettingKey.EMBEDDED_ACCESS_KEY;
import static dev.penstock.server.config.SettingKey.EMBEDDED_BUCKET;
import static dev.penstock.server.config.SettingKey.EMBEDDED_HOST;
import static dev.penstock.server.config.SettingKey.EMBEDDED_PORT;
import static dev.penstock.server.config.SettingKey.EMBEDDED_PUBLIC_URL;
import static dev.penstock.server.config.SettingKey.EMBEDDED_SECRET_KEY;
import static dev.penstock.server.config.SettingKey.S3_ACCESS_KEY;
import static dev.penstock.server.config.SettingKey.S3_BUCKET;
import static dev.penstock.server.config.SettingKey.S3_ENDPOINT;
import static dev.penstock.server.config.SettingKey.S3_PATH_STYLE;
import static dev.penstock.server.config.SettingKey.S3_PUBLIC_ENDPOINT;
import static dev.penstock.server.config.SettingKey.S3_REGION;
import static dev.penstock.server.config.SettingKey.S3_SECRET_KEY;
import static dev.penstock.server.config.SettingKey.STORAGE;

import java.net.URI;
import java.util.Optional;

/// Reads [StorageSettings]: the keys of both kinds for their shape, then those of the kind in force
/// for what they need, and none of the other.
final class StorageReader {
    private static final String HOST = "127.0.0.1";
    private static final int PORT = 8481;
    private static final String BUCKET = "penstock";
    private static final String REGION = "us-east-1";

    private enum Kind {
        EMBEDDED,
        S3
    }

    private final Given given;

    StorageReader(Given given) {
        this.given = given;
    }

    StorageSettings read() {
        StorageSettings.Embedded embedded = embedded();
        StorageSettings.S3 s3 = s3();
        Kind kind = given.read(STORAGE, Shapes.oneOf(Kind.class), Kind.EMBEDDED);
        if (given.isWrong(STORAGE)) {
            return embedded;
        }
        return switch (kind) {
            case EMBEDDED -> {
                requireReachable(embedded);
                given.refuseGroup(
                        "storage.s3",
                        "storage.kind is embedded; set it to s3 (PENSTOCK_STORAGE=s3), or take"
                                + " this out");
                yield embedded;
            }
            case S3 -> {
                requireBucket();
                given.refuseGroup(
                        "storage.embedded",
                        "storage.kind is s3; set it to embedded, or take this out");
                yield s3;
            }
        };
    }

    private StorageSettings.Embedded embedded() {
        return new StorageSettings.Embedded(
                given.read(EMBEDDED_HOST, Shapes.HOST, HOST),
                given.read(EMBEDDED_PORT, Shapes.PORT, PORT),
                given.read(EMBEDDED_PUBLIC_URL, Urls.ORIGIN),
                given.read(EMBEDDED_BUCKET, Shapes.NEW_BUCKET, BUCKET),
                keys(EMBEDDED_ACCESS_KEY, EMBEDDED_SECRET_KEY));
    }

    private StorageSettings.S3 s3() {
        Optional<URI> endpoint = given.read(S3_ENDPOINT, Urls.ORIGIN);
        return new StorageSettings.S3(
                endpoint,
                given.read(S3_PUBLIC_ENDPOINT, Urls.ORIGIN),
                given.read(S3_REGION, Shapes.REGION, REGION),
                given.read(S3_BUCKET, Shapes.EXISTING_BUCKET, BUCKET),
                keys(S3_ACCESS_KEY, S3_SECRET_KEY),
                given.read(S3_PATH_STYLE, Shapes.TRUTH, endpoint.isPresent()));
    }

    private Optional<StorageKeys> keys(SettingKey accessKey, SettingKey secretKey) {
        Optional<String> access = given.read(accessKey, Shapes.ACCESS_KEY);
        Optional<Secret> secret = given.read(secretKey, Shapes.SECRET_KEY);
        requireBoth(accessKey, secretKey);
        requireBoth(secretKey, accessKey);
        return access.flatMap(name -> secret.map(key -> new StorageKeys(name, key)));
    }

    private void requireBoth(SettingKey one, SettingKey other) {
        if (given.has(one) && !given.has(other)) {
            given.mistake(other, "missing, as %s is set; set both, or none".formatted(one.path()));
        }
    }

    private void requireBucket() {
        if (!given.has(S3_BUCKET)) {
            given.mistake(S3_BUCKET, "missing; storage.kind s3 needs the name of a bucket");
        }
    }

    private void requireReachable(StorageSettings.Embedded embedded) {
        if (!Host.isLoopback(embedded.host()) && !given.has(EMBEDDED_PUBLIC_URL)) {
            given.mistake(
                    EMBEDDED_PUBLIC_URL,
                    ("missing, as storage.embedded.host is %s; set the address that clients reach"
                                    + " the storage by, such as http://files.example.com:%d, since"
                                    + " presigned URLs begin with it")
                            .formatted(embedded.host(), embedded.port()));
        }
    }
}
