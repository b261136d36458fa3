package dev.penstock.core.document;

/// Something a caller should know about a document that was made all the same.
///
/// @param code of contract/problems.yaml's list of warnings
public record Warning(String code, String detail) {
    public static final Warning CHECKSUM_NOT_VERIFIED =
            new Warning(
                    "checksum-not-verified",
                    "Only the number of bytes was verified: send checksums, or the ETag of every part"
                            + " where the storage's ETags are MD5s.");

    /// A repeated completion said something else than the one that made the document.
    public static final Warning ALREADY_COMPLETED =
            new Warning(
                    "already-completed",
                    "An earlier completion made the document: the fields of this call were not used.");

    /// @param name the key that means nothing here
    public static Warning unknownField(String name) {
        return new Warning(
                "unknown-field", "The field '" + name + "' is not known and was ignored.");
    }

    /// @param statusId that names no status of the organization
    public static Warning unknownStatus(String statusId) {
        return new Warning(
                "unknown-status",
                "The organization has no document status '" + statusId + "': none was set.");
    }

    /// @param id that names no knowledge feature of the organization
    public static Warning unknownFeature(String id) {
        return new Warning(
                "unknown-knowledge-feature",
                "The organization has no knowledge feature '" + id + "': it was left out.");
    }

    /// @param reason the end of a sentence: `it has triggers`
    public static Warning unreadableContainer(String reason) {
        return new Warning(
                "unreadable-container",
                "The file was taken as an ordinary one and not read as a container: "
                        + reason
                        + ".");
    }
}
