package dev.penstock.server.service;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.Upload;

/// What a document is made of: a whole, verified object and what its caller said.
record Material(
        Announcement announcement,
        CompletionRequest request,
        StoredObject object,
        Verification verification) {

    static Material of(Upload.Stored stored) {
        return new Material(
                stored.announcement(), stored.request(), stored.object(), stored.verification());
    }
}
