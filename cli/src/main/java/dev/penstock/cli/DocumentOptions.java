package dev.penstock.cli;

import dev.penstock.client.DocumentFields;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.UnreadableJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a document shall have beside its bytes.
final class DocumentOptions {
    @Option(
            names = {"-m", "--metadata"},
            paramLabel = "KEY=VALUE",
            description = "Metadata of the document; may be repeated.")
    Map<String, String> metadata = new LinkedHashMap<>();

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description = "Label of the document, made when new; may be repeated.")
    List<String> labels = new ArrayList<>();

    @Option(names = "--status", paramLabel = "ID", description = "Status of the document.")
    Optional<String> status = Optional.empty();

    @Option(
            names = "--feature",
            paramLabel = "ID",
            description = "Knowledge feature, beside the intake's own; may be repeated.")
    List<String> features = new ArrayList<>();

    @Option(
            names = "--external-data",
            paramLabel = "FILE",
            description = "A file with the JSON object that goes into the document's container.")
    Optional<Path> externalData = Optional.empty();

    @Option(
            names = "--document-version",
            paramLabel = "TEXT",
            description = "Version, recorded with the content.")
    Optional<String> documentVersion = Optional.empty();

    /// @throws UsageException when the external data is no JSON object
    DocumentFields fields() {
        return new DocumentFields(
                new LinkedHashMap<>(metadata),
                Map.of(),
                new LinkedHashMap<>(external()),
                labels,
                status,
                features,
                documentVersion,
                Optional.empty());
    }

    private Map<String, @Nullable Object> external() {
        if (externalData.isEmpty()) {
            return Map.of();
        }
        return object(externalData.get());
    }

    private static Map<String, @Nullable Object> object(Path file) {
        try {
            return ContractJson.readObject(Files.readString(file));
        } catch (UnreadableJson e) {
            throw new UsageException("--external-data: " + file + " is no JSON object.");
        } catch (IOException e) {
            throw new UsageException("--external-data: " + file + " cannot be read.");
        }
    }
}
