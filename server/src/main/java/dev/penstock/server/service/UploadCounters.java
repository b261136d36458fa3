package dev.penstock.server.service;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// Counts what happens to uploads. Every counter is there from the start, so a rate is zero and not
/// missing. Labels are words of a closed list: no name, id or key.
public final class UploadCounters {
    /// What came of an upload, or of the request for one.
    enum Outcome {
        /// A request was taken.
        BEGUN,
        /// A request was well-formed, but a limit, the path, the quota or the storage stood against
        /// it.
        REFUSED,
        /// There is a document now.
        COMPLETED,
        /// Its caller gave it up, or its intake was deleted.
        ABORTED,
        /// Its bytes are lost or wrong.
        FAILED,
        /// Its content was not wanted.
        REJECTED,
        /// Its deadline passed.
        EXPIRED
    }

    private final MeterRegistry registry;
    private final Counter partUrls;
    private final Counter bytes;

    public UploadCounters(MeterRegistry registry) {
        this.registry = registry;
        this.partUrls =
                Counter.builder("penstock.part.urls")
                        .description("Part URLs signed, those of single uploads included")
                        .register(registry);
        this.bytes =
                Counter.builder("penstock.uploaded.bytes")
                        .description("Bytes of completed uploads")
                        .register(registry);
        for (UploadKind kind : UploadKind.values()) {
            for (Outcome outcome : Outcome.values()) {
                counter(kind, outcome);
            }
        }
    }

    void count(UploadKind kind, Outcome outcome) {
        counter(kind, outcome).increment();
    }

    void count(Upload upload, Outcome outcome) {
        count(upload.announcement().kind(), outcome);
    }

    /// Counts an upload that has come to an end without a document; others not.
    void countEnd(Upload upload) {
        switch (upload) {
            case Upload.Failed u -> count(u, Outcome.FAILED);
            case Upload.Rejected u -> count(u, Outcome.REJECTED);
            case Upload.Aborted u -> count(u, Outcome.ABORTED);
            case Upload.Expired u -> count(u, Outcome.EXPIRED);
            case Upload.Receiving ignored -> {}
            case Upload.Completing ignored -> {}
            case Upload.Stored ignored -> {}
            case Upload.Completed ignored -> {}
        }
    }

    void countPartUrls(int count) {
        partUrls.increment(count);
    }

    void countCompleted(Upload upload, ByteCount size) {
        count(upload, Outcome.COMPLETED);
        bytes.increment((double) size.value());
    }

    private Counter counter(UploadKind kind, Outcome outcome) {
        return Counter.builder("penstock.uploads")
                .description("Uploads, by kind and what came of them")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
