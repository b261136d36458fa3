package dev.penstock.core.upload;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import java.util.Optional;

/// What is to go from the storage: the multipart upload, its parts and the object of one key, which
/// only ever belonged to one upload.
///
/// It is done twice. A part whose PUT was on its way, or a completion that the storage had not
/// carried out yet, may land after the first time
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html>: "it might be
/// necessary to abort a given multipart upload multiple times").
///
/// @param multipart empty where the storage's answer is not known
public record Removal(ObjectKey key, Optional<MultipartId> multipart, Round round) {

    /// Which time it is.
    public enum Round {
        FIRST,
        SECOND
    }
}
