package dev.penstock.embedded.blob;

/// The storage does not start: its folder is in use, or what lies in it does not belong together.
/// The message tells what to do.
public final class StartRefusedException extends RuntimeException {
    /// @param message what is wrong and what to do about it
    public StartRefusedException(String message) {
        super(message);
    }
}
