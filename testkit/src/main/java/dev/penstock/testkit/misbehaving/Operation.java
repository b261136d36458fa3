package dev.penstock.testkit.misbehaving;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a request asks of the storage, by S3's own name for it.
public enum Operation {
    CREATE_MULTIPART_UPLOAD("CreateMultipartUpload"),
    UPLOAD_PART("UploadPart"),
    COMPLETE_MULTIPART_UPLOAD("CompleteMultipartUpload"),
    ABORT_MULTIPART_UPLOAD("AbortMultipartUpload"),
    LIST_PARTS("ListParts"),
    LIST_MULTIPART_UPLOADS("ListMultipartUploads"),
    PUT_OBJECT("PutObject"),
    HEAD_OBJECT("HeadObject"),
    GET_OBJECT("GetObject"),
    DELETE_OBJECT("DeleteObject"),
    DELETE_OBJECTS("DeleteObjects"),
    LIST_OBJECTS("ListObjects"),
    HEAD_BUCKET("HeadBucket"),
    /// Everything else; no fault hits it.
    OTHER("Other");

    private final String s3Name;

    Operation(String s3Name) {
        this.s3Name = s3Name;
    }

    /// As S3's documents and the plan's file call it.
    public String s3Name() {
        return s3Name;
    }

    /// The one with this name, if there is one that faults can hit.
    static Optional<Operation> named(String s3Name) {
        return all().stream().filter(operation -> operation.s3Name.equals(s3Name)).findFirst();
    }

    /// All that faults can hit.
    static Set<Operation> all() {
        return EnumSet.complementOf(EnumSet.of(OTHER));
    }

    static List<String> names() {
        return Arrays.stream(values()).filter(o -> o != OTHER).map(Operation::s3Name).toList();
    }

    @Override
    public String toString() {
        return s3Name;
    }
}
