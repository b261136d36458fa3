package dev.penstock.client;

/// The storage refused a part, and neither waiting nor another URL helped.
public final class StorageRefusedException extends PenstockException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String s3Code;

    StorageRefusedException(String what, int status, String s3Code) {
        super(
                "The storage refused %s: %d%s."
                        .formatted(what, status, s3Code.isEmpty() ? "" : " " + s3Code));
        this.status = status;
        this.s3Code = s3Code;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// S3's word for it, like `AccessDenied`; empty when the answer had none.
    public String s3Code() {
        return s3Code;
    }

    @Override
    public String advice() {
        return status == 403
                ? "Every new URL was refused as well: an operator should check the storage's keys"
                        + " and the clocks of service and storage."
                : "";
    }
}
