package dev.penstock.embedded;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.Header;
import dev.penstock.sigv4.HeaderSigner;
import dev.penstock.sigv4.PayloadHash;
import dev.penstock.sigv4.SignableRequest;
import dev.penstock.sigv4.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Sends requests signed by header, each over a connection of its own, byte for byte as they are
/// told.
///
/// @param at when requests are said to be signed
record SignedHttp(URI endpoint, Credentials credentials, String region, Instant at) {

    static SignedHttp of(URI endpoint) {
        return new SignedHttp(
                endpoint,
                Credentials.of(TestStorage.ACCESS_KEY, TestStorage.SECRET_KEY),
                TestStorage.REGION,
                Instant.now());
    }

    Answer send(Ask ask) throws IOException {
        return send(ask, ask);
    }

    /// Signs one request and sends another under its signature.
    Answer send(Ask signed, Ask sent) throws IOException {
        SignedRequest signature = sign(signed, PayloadHash.of(signed.body()));
        return exchange(sent, signature.headers());
    }

    /// What signing adds to a request; `Host`, `Content-Length` and its headers are covered.
    SignedRequest sign(Ask ask, PayloadHash payload) {
        SignableRequest request =
                new SignableRequest(ask.method(), ask.rawPath(), ask.query(), sentHeaders(ask));
        return new HeaderSigner(credentials, region).sign(request, payload, at);
    }

    /// Sends a request with more headers, signed or not.
    Answer exchange(Ask ask, List<Header> more) throws IOException {
        try (RawHttp http = new RawHttp(endpoint)) {
            return http.send(head(ask, more)).send(ask.body()).answer(ask.method());
        }
    }

    String head(Ask ask, List<Header> more) {
        List<Header> headers = new ArrayList<>(sentHeaders(ask));
        headers.addAll(more);
        StringBuilder head = new StringBuilder(ask.method() + " " + ask.target() + " HTTP/1.1\r\n");
        headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private List<Header> sentHeaders(Ask ask) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("host", endpoint.getRawAuthority()));
        headers.addAll(ask.headers());
        if (headers.stream().noneMatch(header -> header.name().equals("content-length"))) {
            headers.add(new Header("content-length", Integer.toString(ask.body().length)));
        }
        return headers;
    }
}
