package dev.penstock.cli;

import dev.penstock.client.NamedChecksum;
import dev.penstock.client.PenstockException;
import dev.penstock.client.SentFile;
import dev.penstock.client.ServiceRefusedException;
import dev.penstock.contract.ContentObjectJson;
import dev.penstock.contract.WarningJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the end of an upload is told.
final class SendReport {
    private final Output output;
    private final Failures failures;

    SendReport(Output output, Failures failures) {
        this.output = output;
        this.failures = failures;
    }

    void arrived(String source, SentFile sent) {
        if (output.json) {
            output.json(members(source, sent));
            return;
        }
        output.line(
                "%s arrived as document %s (%s, verified by %s)"
                        .formatted(
                                source,
                                sent.family().id(),
                                Sizes.text(sent.size()),
                                verified(sent)));
        sent.family().warnings().forEach(w -> output.line("  warning " + text(w)));
    }

    private static String text(WarningJson warning) {
        return warning.code() + ": " + warning.detail();
    }

    private static String verified(SentFile sent) {
        return sent.family().contentObjects().stream()
                .filter(content -> content.contentType().equals("NATIVE"))
                .flatMap(content -> content.verified().stream())
                .findFirst()
                .orElse("nothing");
    }

    private static Map<String, @Nullable Object> members(String source, SentFile sent) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("file", source);
        sent.uploadId().ifPresent(id -> members.put("uploadId", id));
        members.put("documentFamilyId", sent.family().id());
        members.put("path", sent.family().path());
        members.put("size", sent.size());
        members.put("verified", verified(sent));
        sent.checksum().map(SendReport::checksum).ifPresent(c -> members.put("checksum", c));
        members.put("partsSent", sent.traffic().partsSent());
        members.put("bytesSent", sent.traffic().bytesSent());
        members.put("partsKept", sent.traffic().partsKept());
        members.put("bytesKept", sent.traffic().bytesKept());
        members.put("warnings", sent.family().warnings());
        members.put(
                "contentObjects",
                sent.family().contentObjects().stream().map(ContentObjectJson::id).toList());
        return members;
    }

    private static Map<String, String> checksum(NamedChecksum checksum) {
        return Map.of("algorithm", checksum.algorithm().s3Name(), "value", checksum.value());
    }

    void failed(String source, PenstockException failure) {
        failures.tell(failure);
        if (output.json) {
            var members = new LinkedHashMap<String, @Nullable Object>();
            members.put("file", source);
            members.put("error", Failures.message(failure));
            if (failure instanceof ServiceRefusedException refused) {
                members.put("code", refused.code());
            }
            output.json(members);
        }
    }
}
