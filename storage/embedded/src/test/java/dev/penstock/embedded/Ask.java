package dev.penstock.embedded;

import dev.penstock.sigv4.Header;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.UriEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A request before it is signed.
///
/// @param headers beside `Host`, `Content-Length` and what signing adds
@SuppressWarnings("ArrayRecordComponent")
record Ask(
        String method,
        String bucket,
        String key,
        List<QueryParameter> query,
        List<Header> headers,
        byte[] body) {

    static Ask of(String method, String key) {
        return new Ask(method, TestStorage.BUCKET, key, List.of(), List.of(), new byte[0]);
    }

    static Ask put(String key, byte[] body) {
        return of("PUT", key).body(body);
    }

    static Ask get(String key) {
        return of("GET", key);
    }

    Ask method(String other) {
        return new Ask(other, bucket, key, query, headers, body);
    }

    Ask in(String other) {
        return new Ask(method, other, key, query, headers, body);
    }

    Ask at(String other) {
        return new Ask(method, bucket, other, query, headers, body);
    }

    Ask query(String name, String value) {
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(new QueryParameter(name, value));
        return new Ask(method, bucket, key, more, headers, body);
    }

    /// With this header, in place of one that has the name.
    Ask header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.removeIf(header -> header.name().equals(name));
        more.add(new Header(name, value));
        return new Ask(method, bucket, key, query, more, body);
    }

    Ask body(byte[] other) {
        return new Ask(method, bucket, key, query, headers, other);
    }

    String rawPath() {
        String path = bucket.isEmpty() ? "/" : "/" + UriEncoding.encode(bucket);
        return key.isEmpty() ? path : path + "/" + UriEncoding.encodePath(key);
    }

    String target() {
        String rawQuery =
                query.stream()
                        .map(p ->
                                UriEncoding.encode(p.name()) + "=" + UriEncoding.encode(p.value()))
                        .collect(Collectors.joining("&"));
        return rawQuery.isEmpty() ? rawPath() : rawPath() + "?" + rawQuery;
    }
}
