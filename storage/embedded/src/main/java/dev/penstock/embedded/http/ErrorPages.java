package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What requests hear that never reach an operation: bad framing, too many headers, a server that
/// stops. In S3's form as well.
final class ErrorPages extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status =
                request.getAttribute(ERROR_STATUS) instanceof Integer known
                        ? known
                        : response.getStatus();
        S3Error error = error(status);
        response.setStatus(error == S3Error.BAD_REQUEST ? status : error.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        response.write(true, document(error), callback);
        return true;
    }

    private static ByteBuffer document(S3Error error) {
        return StandardCharsets.UTF_8.encode(
                XmlDocument.plain("Error")
                        .element("Code", error.code())
                        .element("Message", error.sentence())
                        .end());
    }

    private static S3Error error(int status) {
        return switch (status) {
            case 503 -> S3Error.SERVICE_UNAVAILABLE;
            case 414, 431 -> S3Error.REQUEST_HEADER_SECTION_TOO_LARGE;
            case 408 -> S3Error.REQUEST_TIMEOUT;
            default -> status < 500 ? S3Error.BAD_REQUEST : S3Error.INTERNAL_ERROR;
        };
    }
}
