package dev.penstock.client;

import dev.penstock.contract.ChecksumJson;
import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.CompletionBodyBuilder;
import dev.penstock.contract.ContentObjectJson;
import dev.penstock.contract.DocumentFamilyJson;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;

/// Asks the service to make the document and compares what it made with what was sent. Parts that
/// the service finds missing or wrong are sent again.
final class Completion {
    private static final int MOST_ROUNDS = 4;

    private final IntakeRoutes routes;
    private final OpenUpload upload;
    private final DocumentFields fields;

    Completion(IntakeRoutes routes, OpenUpload upload, DocumentFields fields) {
        this.routes = routes;
        this.upload = upload;
        this.fields = fields;
    }

    /// @param sendAgain brings the parts of these numbers once more
    /// @throws NotVerifiedException when the document is not what was sent
    SentFile complete(
            SentParts sent, BiFunction<SentParts, Collection<Integer>, SentParts> sendAgain) {
        var now = sent;
        for (int round = 1; ; round++) {
            try {
                var family = ask(now);
                requireSame(family, now);
                return new SentFile(
                        family,
                        Optional.of(upload.handle().uploadId()),
                        now.size(),
                        now.checksum(),
                        now.traffic());
            } catch (ServiceRefusedException e) {
                var named = e.namedParts();
                if (e.remedy() != ServiceRemedy.SEND_PARTS_AGAIN
                        || named.isEmpty()
                        || round == MOST_ROUNDS) {
                    throw e;
                }
                now = sendAgain.apply(now, named);
            }
        }
    }

    private DocumentFamilyJson ask(SentParts sent) {
        return routes.complete(
                upload.kind(), upload.handle(), Optional.of(upload.path()), body(sent));
    }

    private CompletionBody body(SentParts sent) {
        var body = new CompletionBodyBuilder().parts(sent.parts()).size(sent.size());
        sent.checksum()
                .filter(this::isVerifiable)
                .map(NamedChecksum::toJson)
                .ifPresent(body::checksum);
        fields.addTo(body);
        return body.build();
    }

    /// One that storages combine from the parts', or the service was told before. Others (an MD5)
    /// it may be unable to compare even for a file of one part; the part's own covers that.
    private boolean isVerifiable(NamedChecksum whole) {
        return upload.kind() == UploadKind.SINGLE || whole.algorithm().isFullObjectCombinable();
    }

    /// @throws NotVerifiedException when size or checksum are not those of what was sent
    static void requireSame(DocumentFamilyJson family, SentParts sent) {
        if (family.size() != sent.size()) {
            throw new NotVerifiedException(
                    "The document %s has %d bytes, but %d were sent."
                            .formatted(family.id(), family.size(), sent.size()));
        }
        family.contentObjects().stream()
                .filter(content -> content.contentType().equals("NATIVE"))
                .filter(content -> sent.checksum().isPresent() && contradicts(content, sent))
                .findAny()
                .ifPresent(content -> {
                    throw new NotVerifiedException(
                            "The document %s has another checksum than the file."
                                    .formatted(family.id()));
                });
    }

    private static boolean contradicts(ContentObjectJson content, SentParts sent) {
        return content.checksum()
                .filter(c -> c.type().filter("COMPOSITE"::equals).isEmpty())
                .filter(c -> sent.checksum().stream().anyMatch(s -> isOther(s, c)))
                .isPresent();
    }

    private static boolean isOther(NamedChecksum ours, ChecksumJson theirs) {
        return ours.algorithm().s3Name().equals(theirs.algorithm())
                && !ours.value().equals(theirs.value());
    }
}
