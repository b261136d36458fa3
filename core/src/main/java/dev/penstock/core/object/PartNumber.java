package dev.penstock.core.object;

/// The number of a part of a multipart upload, 1 to 10,000 (Amazon S3 User Guide, "Amazon S3
/// multipart upload limits").
public record PartNumber(int value) implements Comparable<PartNumber> {
    public static final int MAX = 10_000;

    public PartNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a part number is 1 to " + MAX + ", not " + value);
        }
    }

    public static boolean isValid(long value) {
        return value >= 1 && value <= MAX;
    }

    public static PartNumber of(int value) {
        return new PartNumber(value);
    }

    @Override
    public int compareTo(PartNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
