package dev.penstock.server.config;

/// The pair of keys that signs requests to a storage.
///
/// @param accessKey names the pair, 1 to 128 visible ASCII characters without `/`, `,` and `=`
/// @param secretKey never leaves the process
public record StorageKeys(String accessKey, Secret secretKey) {}
