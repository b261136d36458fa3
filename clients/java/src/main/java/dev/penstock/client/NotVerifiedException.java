package dev.penstock.client;

/// What the service or the storage says it holds is not what was sent.
public final class NotVerifiedException extends PenstockException {
    private static final long serialVersionUID = 1L;

    NotVerifiedException(String message) {
        super(message);
    }

    @Override
    public String advice() {
        return "Keep the file, and tell the operator of the service.";
    }
}
