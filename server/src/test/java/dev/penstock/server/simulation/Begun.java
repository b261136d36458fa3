package dev.penstock.server.simulation;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.upload.UploadId;

/// An upload as its client knows it.
record Begun(UploadId id, ObjectKey key, MultipartId multipart, SentFile file, int client) {}
