package dev.penstock.sigv4;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One worked example of the S3 documentation, read from `contract/sigv4-vectors`.
record PublishedVector(JsonNode json) {

    static List<PublishedVector> all() {
        Path folder =
                Path.of(System.getProperty("penstock.root", "../.."), "contract", "sigv4-vectors");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(PublishedVector::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedVector read(Path file) {
        return new PublishedVector(JsonMapper.shared().readTree(file));
    }

    boolean byHeader() {
        return text("auth").equals("header");
    }

    Credentials credentials() {
        JsonNode credentials = json.required("credentials");
        return Credentials.of(
                credentials.required("accessKey").stringValue(),
                credentials.required("secretKey").stringValue());
    }

    Instant time() {
        return AmzDate.parse(text("time")).orElseThrow();
    }

    PayloadHash payload() {
        return PayloadHash.parse(text("payload")).orElseThrow();
    }

    SignableRequest request() {
        JsonNode request = json.required("request");
        return new SignableRequest(
                request.required("method").stringValue(),
                request.required("path").stringValue(),
                request.required("query").values().stream()
                        .map(pair ->
                                new QueryParameter(
                                        pair.required(0).stringValue(),
                                        pair.required(1).stringValue()))
                        .toList(),
                request.required("headers").properties().stream()
                        .map(header -> new Header(header.getKey(), header.getValue().stringValue()))
                        .toList());
    }

    String text(String member) {
        return json.required(member).stringValue();
    }

    @Override
    public String toString() {
        return text("name");
    }
}
