package dev.penstock.client;

/// What went over the network and what did not have to, without attempts in vain.
///
/// @param partsSent parts that the storage took, `bytesSent` their bytes
/// @param partsKept parts that it already had, `bytesKept` their bytes
public record Traffic(int partsSent, long bytesSent, int partsKept, long bytesKept) {
    static final Traffic NONE = new Traffic(0, 0, 0, 0);

    Traffic plusSent(long bytes) {
        return new Traffic(partsSent + 1, bytesSent + bytes, partsKept, bytesKept);
    }

    Traffic plusKept(long bytes) {
        return new Traffic(partsSent, bytesSent, partsKept + 1, bytesKept + bytes);
    }
}
