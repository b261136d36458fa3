package dev.penstock.client;

/// The thread was interrupted; what the storage holds stays, and the upload can be resumed.
public final class StoppedException extends PenstockException {
    private static final long serialVersionUID = 1L;

    private StoppedException() {
        super("The upload was stopped.");
    }

    /// Sets the thread's interrupt flag again, for whoever waits above.
    static StoppedException interrupted() {
        Thread.currentThread().interrupt();
        return new StoppedException();
    }

    @Override
    public String advice() {
        return "It can be resumed.";
    }
}
