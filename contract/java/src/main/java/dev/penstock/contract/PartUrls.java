package dev.penstock.contract;

import java.util.List;

/// The answer of `POST …/multipart-upload-part-urls`, in the order asked for.
public record PartUrls(List<PartUrl> parts) {

    public PartUrls {
        parts = Absent.asEmpty(parts);
    }
}
