package dev.penstock.sigv4;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns what a sender made into what a server gets.
final class Requests {

    static Map<String, List<String>> headers(List<Header> headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            byName.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        return byName;
    }

    /// The request of somebody who follows a presigned URL and sends these headers beside `Host`.
    static ReceivedRequest following(String method, String url, List<Header> headers) {
        URI uri = URI.create(url);
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header("host", uri.getRawAuthority()));
        return new ReceivedRequest(method, uri.getRawPath(), uri.getRawQuery(), headers(all));
    }

    private Requests() {}
}
