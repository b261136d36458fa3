package dev.penstock.sigv4;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Turns what a sender made into what a server gets, and tampers with it.
final class Requests {

    static Map<String, List<String>> headers(List<Header> headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            byName.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        return byName;
    }

    /// The request of somebody who follows a presigned URL and sends these headers beside `Host`.
    static ReceivedRequest following(String method, String url, Header... headers) {
        URI uri = URI.create(url);
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(new Header("host", uri.getRawAuthority()));
        return new ReceivedRequest(method, uri.getRawPath(), uri.getRawQuery(), headers(all));
    }

    static ReceivedRequest withMethod(ReceivedRequest request, String method) {
        return new ReceivedRequest(
                method, request.rawPath(), request.rawQuery(), request.headers());
    }

    static ReceivedRequest withPath(ReceivedRequest request, String rawPath) {
        return new ReceivedRequest(
                request.method(), rawPath, request.rawQuery(), request.headers());
    }

    static ReceivedRequest withQuery(ReceivedRequest request, String rawQuery) {
        return new ReceivedRequest(
                request.method(), request.rawPath(), rawQuery, request.headers());
    }

    static ReceivedRequest withHeader(ReceivedRequest request, String name, String... values) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.put(name, List.of(values));
        return new ReceivedRequest(
                request.method(), request.rawPath(), request.rawQuery(), headers);
    }

    static ReceivedRequest withoutHeader(ReceivedRequest request, String name) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.remove(name);
        return new ReceivedRequest(
                request.method(), request.rawPath(), request.rawQuery(), headers);
    }

    static ReceivedRequest changingAuthorization(
            ReceivedRequest request, UnaryOperator<String> change) {
        return withHeader(
                request, "authorization", change.apply(request.header("authorization").getFirst()));
    }

    static ReceivedRequest changingQuery(ReceivedRequest request, UnaryOperator<String> change) {
        return withQuery(request, change.apply(request.rawQuery()));
    }

    private Requests() {}
}
