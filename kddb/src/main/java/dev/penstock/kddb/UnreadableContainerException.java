package dev.penstock.kddb;

/// A file is no container that can be read, or copied with other values.
public final class UnreadableContainerException extends RuntimeException {

    /// @param reason as in [ReadContainer.Unreadable]
    UnreadableContainerException(String reason) {
        super(reason);
    }

    /// As in [ReadContainer.Unreadable].
    public String reason() {
        return String.valueOf(getMessage());
    }
}
