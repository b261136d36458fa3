package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;

/// The XML that tells a caller what was wrong.
final class ErrorDocument {
    static Reply reply(S3Exception refusal, String resource, String requestId) {
        if (refusal.error() == S3Error.NOT_MODIFIED) {
            return Reply.of(S3Error.NOT_MODIFIED.status()).with(refusal.headers());
        }
        XmlDocument document =
                XmlDocument.plain("Error")
                        .element("Code", refusal.error().code())
                        .element("Message", refusal.sentence());
        refusal.details().forEach(document::element);
        document.element("Resource", resource).element("RequestId", requestId);
        return Reply.xml(refusal.error().status(), document.end()).with(refusal.headers());
    }

    private ErrorDocument() {}
}
