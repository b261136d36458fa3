package dev.penstock.client;

/// The journal of unfinished uploads could not be written or read.
public final class JournalException extends PenstockException {
    private static final long serialVersionUID = 1L;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String advice() {
        return "The folder is XDG_STATE_HOME/penstock, or ~/.local/state/penstock.";
    }
}
