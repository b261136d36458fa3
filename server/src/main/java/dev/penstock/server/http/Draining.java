package dev.penstock.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/// Waits at the stop for what is in flight. A request that still comes on an open connection is
/// answered as ever and its connection then closed: the client had no way to know, and to refuse it
/// would fail a call with every restart of a node.
final class Draining extends GracefulHandler {

    @Override
    protected void handleShutdownRejection(Request request, Response response, Callback callback) {
        response.getHeaders().ensureField(HttpFields.CONNECTION_CLOSE);
        try {
            if (!getHandler().handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
