package dev.penstock.cli;

import dev.penstock.client.ProgressListener;
import dev.penstock.client.UploadEvent;

/// Shows the progress of one upload until it is closed.
interface ProgressView extends ProgressListener, AutoCloseable {

    @Override
    void close();

    /// One line for a person.
    static String line(UploadEvent.StartingAnew anew) {
        return "the storage lost upload %s; sending the file anew".formatted(anew.lost());
    }

    static ProgressView hidden() {
        return new ProgressView() {
            @Override
            public void on(UploadEvent event) {}

            @Override
            public void close() {}
        };
    }
}
