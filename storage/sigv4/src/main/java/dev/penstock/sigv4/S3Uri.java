package dev.penstock.sigv4;

import java.net.URI;
import java.util.Locale;

/// Where a bucket or object is, in the very form that is signed and sent.
///
/// @param scheme `http` or `https`
/// @param authority host, with the port unless it is the scheme's own; what a client sends as
///   `Host`
/// @param rawPath encoded path from the first `/` on
public record S3Uri(String scheme, String authority, String rawPath) {

    /// @throws IllegalArgumentException if a component has a character that is not visible ASCII,
    ///   or the path does not start with `/` or has a `?` or `#`
    public S3Uri {
        if (!(scheme + authority + rawPath).chars().allMatch(c -> c > ' ' && c < 0x7F)
                || !rawPath.startsWith("/")
                || rawPath.indexOf('?') >= 0
                || rawPath.indexOf('#') >= 0) {
            throw new IllegalArgumentException("not an encoded URI");
        }
    }

    /// `scheme://host/bucket/key`. An empty key means the bucket.
    ///
    /// @param endpoint with scheme and host; a path of its own is kept in front
    /// @throws IllegalArgumentException if the endpoint has no http(s) scheme or no host, or has a
    ///   query or fragment
    public static S3Uri pathStyle(URI endpoint, String bucket, String key) {
        String scheme = scheme(endpoint);
        String path = prefix(endpoint) + '/' + UriEncoding.encode(bucket);
        return new S3Uri(
                scheme,
                authority(endpoint),
                key.isEmpty() ? path : path + '/' + UriEncoding.encodePath(key));
    }

    /// `scheme://bucket.host/key`. An empty key means the bucket.
    ///
    /// @param endpoint with scheme and host; a path of its own is kept in front
    /// @throws IllegalArgumentException if the endpoint has no http(s) scheme or no host, or has a
    ///   query or fragment
    public static S3Uri virtualHost(URI endpoint, String bucket, String key) {
        return new S3Uri(
                scheme(endpoint),
                UriEncoding.encode(bucket) + '.' + authority(endpoint),
                prefix(endpoint) + '/' + UriEncoding.encodePath(key));
    }

    /// The URI as text, without a query.
    @Override
    public String toString() {
        return scheme + "://" + authority + rawPath;
    }

    private static String scheme(URI endpoint) {
        String scheme = endpoint.getScheme();
        if (scheme == null
                || endpoint.getHost() == null
                || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("an endpoint is scheme, host, port and path only");
        }
        String lowerCase = scheme.toLowerCase(Locale.ROOT);
        if (!lowerCase.equals("http") && !lowerCase.equals("https")) {
            throw new IllegalArgumentException("an endpoint's scheme is http or https");
        }
        return lowerCase;
    }

    private static String authority(URI endpoint) {
        int ownPort = scheme(endpoint).equals("https") ? 443 : 80;
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return endpoint.getPort() < 0 || endpoint.getPort() == ownPort
                ? host
                : host + ':' + endpoint.getPort();
    }

    private static String prefix(URI endpoint) {
        String path = endpoint.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
