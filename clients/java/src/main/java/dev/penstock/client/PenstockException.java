package dev.penstock.client;

/// Why a file was not sent or a call not answered. The message is one sentence or two for a person;
/// it holds no secret.
public abstract sealed class PenstockException extends RuntimeException
        permits ServiceRefusedException,
                StorageRefusedException,
                NoAnswerException,
                UploadGoneException,
                FileChangedException,
                UnsendableFileException,
                NotVerifiedException,
                JournalException,
                StoppedException {
    private static final long serialVersionUID = 1L;

    PenstockException(String message) {
        super(message);
    }

    PenstockException(String message, Throwable cause) {
        super(message, cause);
    }

    /// What to do about it, as a sentence; empty when the message says it all.
    public abstract String advice();
}
