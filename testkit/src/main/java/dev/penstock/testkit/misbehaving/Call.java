package dev.penstock.testkit.misbehaving;

import dev.penstock.testkit.misbehaving.wire.Body;
import dev.penstock.testkit.misbehaving.wire.Head;
import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.IOException;

/// A request that has begun to come in.
record Call(Peer client, Head head, S3Request request, Body body) {

    static Call of(Peer client, Head head) throws IOException {
        return new Call(client, head, S3Request.of(head), Body.ofRequest(head, client.in()));
    }

    String method() {
        return request.method();
    }

    /// Whether its body comes only when it is told to (RFC 9110, section 10.1.1).
    boolean waitsForContinue() {
        return head.says("Expect", "100-continue") && hasBody();
    }

    boolean hasBody() {
        return body.length().orElse(-1) != 0;
    }

    boolean endsConnection() {
        return head.says("Connection", "close");
    }

    Call through(Body other) {
        return new Call(client, head, request, other);
    }
}
