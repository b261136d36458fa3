package dev.penstock.embedded.operation;

import dev.penstock.embedded.http.Routes;
import dev.penstock.embedded.http.Routes.Route;
import java.util.Map;

/// All operations, each with the way to ask for it.
public final class Operations {

    /// The routes of a storage.
    public static Routes on(Storage storage) {
        return new Routes(
                Map.ofEntries(
                        Map.entry(Route.bucket("PUT"), new CreateBucket(storage)),
                        Map.entry(Route.bucket("HEAD"), new HeadBucket(storage)),
                        Map.entry(Route.bucket("GET", "location"), new GetBucketLocation(storage)),
                        Map.entry(Route.bucket("GET", "list-type"), new ListObjectsV2(storage)),
                        Map.entry(
                                Route.bucket("GET", "uploads"), new ListMultipartUploads(storage)),
                        Map.entry(Route.bucket("POST", "delete"), new DeleteObjects(storage)),
                        Map.entry(Route.object("PUT"), new PutObject(storage)),
                        Map.entry(Route.object("GET"), new GetObject(storage)),
                        Map.entry(Route.object("HEAD"), new HeadObject(storage)),
                        Map.entry(Route.object("DELETE"), new DeleteObject(storage)),
                        Map.entry(
                                Route.object("POST", "uploads"),
                                new CreateMultipartUpload(storage)),
                        Map.entry(
                                Route.object("PUT", "partNumber", "uploadId"),
                                new UploadPart(storage)),
                        Map.entry(Route.object("GET", "uploadId"), new ListParts(storage)),
                        Map.entry(
                                Route.object("POST", "uploadId"),
                                new CompleteMultipartUpload(storage)),
                        Map.entry(
                                Route.object("DELETE", "uploadId"),
                                new AbortMultipartUpload(storage))));
    }

    private Operations() {}
}
