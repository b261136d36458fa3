package dev.penstock.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The contract's own files, as they are packaged with these classes.
public enum ContractDocument {
    /// Every route and shape, OpenAPI 3.1.
    OPENAPI("openapi.yaml"),
    /// Every code of a refusal, with its meaning and what to do.
    PROBLEMS("problems.yaml");

    private final String fileName;

    ContractDocument(String fileName) {
        this.fileName = fileName;
    }

    /// The name of the file, without a folder.
    public String fileName() {
        return fileName;
    }

    /// The file: YAML in UTF-8.
    public byte[] bytes() {
        try (var file = ContractDocument.class.getResourceAsStream(fileName)) {
            return Objects.requireNonNull(file, fileName).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
