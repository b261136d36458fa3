package dev.penstock.server.config;

import java.time.Duration;

/// How long things last, each in whole seconds.
///
/// @param urlTtl how long a presigned URL works, PT1S to P7D, the longest that [Signature Version 4
///   allows](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html)
///   (`uploads.url-ttl`, default PT15M)
/// @param uploadTtl how long an upload may stay open, PT1M to P365D (`uploads.upload-ttl`, default
///   P7D)
/// @param completionWait how long a completion call is held until it is decided, PT1S to PT1H
///   (`uploads.completion-wait`, default PT10M)
/// @param lease how long a node that died holds up what it worked on, PT1S to PT10M
///   (`uploads.lease`, default PT30S)
/// @param cleanupInterval how often what was abandoned is looked for, PT1S to PT1H
///   (`uploads.cleanup-interval`, default PT1M)
public record UploadSettings(
        Duration urlTtl,
        Duration uploadTtl,
        Duration completionWait,
        Duration lease,
        Duration cleanupInterval) {
    static final Duration URL_TTL = Duration.ofMinutes(15);
    static final Duration UPLOAD_TTL = Duration.ofDays(7);
    static final Duration COMPLETION_WAIT = Duration.ofMinutes(10);
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(1);

    static UploadSettings from(Given given) {
        return new UploadSettings(
                given.read(SettingKey.URL_TTL, Shapes.duration("PT1S", "P7D"), URL_TTL),
                given.read(SettingKey.UPLOAD_TTL, Shapes.duration("PT1M", "P365D"), UPLOAD_TTL),
                given.read(
                        SettingKey.COMPLETION_WAIT,
                        Shapes.duration("PT1S", "PT1H"),
                        COMPLETION_WAIT),
                given.read(SettingKey.LEASE, Shapes.duration("PT1S", "PT10M"), LEASE),
                given.read(
                        SettingKey.CLEANUP_INTERVAL,
                        Shapes.duration("PT1S", "PT1H"),
                        CLEANUP_INTERVAL));
    }
}
