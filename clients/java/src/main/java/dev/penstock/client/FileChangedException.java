package dev.penstock.client;

import java.nio.file.Path;

/// The file is not what it was when its upload began.
public final class FileChangedException extends PenstockException {
    private static final long serialVersionUID = 1L;

    FileChangedException(Path file, String how) {
        super("%s changed while it was being sent: %s.".formatted(file, how));
    }

    @Override
    public String advice() {
        return "Nothing was completed. Abort this upload and send the file again once nobody writes"
                + " to it.";
    }
}
