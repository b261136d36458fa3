package dev.penstock.cli;

import dev.penstock.client.JournalEntry;
import dev.penstock.client.UploadJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The journal of this user.
final class Journals {
    private Journals() {}

    static UploadJournal of(Surroundings surroundings) {
        return UploadJournal.ofUser(surroundings.environment(), surroundings.home());
    }

    /// The entry that a person means by an upload's id or by a file.
    ///
    /// @throws UsageException when a file has more than one unfinished upload
    static Optional<JournalEntry> find(UploadJournal journal, String text) {
        var id = Addresses.uuid(text);
        return id.isPresent() ? journal.find(id.get()) : ofFile(journal, text);
    }

    private static Optional<JournalEntry> ofFile(UploadJournal journal, String file) {
        List<JournalEntry> entries = journal.find(Path.of(file));
        if (entries.size() > 1) {
            throw new UsageException(
                    "%s has %d unfinished uploads; name one by its id: %s"
                            .formatted(
                                    file,
                                    entries.size(),
                                    entries.stream().map(e -> e.uploadId().toString()).toList()));
        }
        return entries.stream().findFirst();
    }
}
