package dev.penstock.server.http;

import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers HEAD with the status and the headers of GET (RFC 9110, section 9.3.2): the routes see a
/// GET, and Jetty, which knows better, leaves the body out. Javalin alone would say 200 to any
/// HEAD, whoever asks.
final class HeadAsGet extends Handler.Wrapper {
    private static final String SENT = "penstock.method";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(
                HttpMethod.HEAD.is(request.getMethod()) ? new AsGet(request) : request,
                response,
                callback);
    }

    /// The method as the caller sent it.
    static String sent(Context ctx) {
        return ctx.attribute(SENT) instanceof String head ? head : ctx.method().name();
    }

    private static final class AsGet extends Request.Wrapper {
        AsGet(Request head) {
            super(head);
            head.setAttribute(SENT, head.getMethod());
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }
}
