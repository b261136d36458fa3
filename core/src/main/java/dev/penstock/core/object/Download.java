package dev.penstock.core.object;

/// How the storage is to present an object when it is read through a URL.
///
/// @param disposition the value of `Content-Disposition` (RFC 6266)
/// @param mimeType the value of `Content-Type`
public record Download(ObjectKey key, String disposition, String mimeType) {}
