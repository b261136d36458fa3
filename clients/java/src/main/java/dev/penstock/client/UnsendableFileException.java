package dev.penstock.client;

/// A source that cannot be sent, found out before anything was.
public final class UnsendableFileException extends PenstockException {
    private static final long serialVersionUID = 1L;

    UnsendableFileException(String message) {
        super(message);
    }

    UnsendableFileException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String advice() {
        return "";
    }
}
