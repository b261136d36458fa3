package dev.penstock.core.object;

/// An entity tag as S3 gives it for a part or an object, without its quotes. Whether it is an MD5
/// is a property of the storage ([StorageCapabilities#etagsAreMd5]).
public record ETag(String value) {
    public ETag {
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            value = value.substring(1, value.length() - 1);
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an ETag cannot be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
