package dev.penstock.sigv4;

import java.util.List;

/// What signing by header gives.
///
/// @param headers to be sent beside those that were signed: `authorization`, `x-amz-date`,
///   `x-amz-content-sha256`, and `x-amz-security-token` for temporary credentials
/// @param signature of the request, the seed of the chain when the body is aws-chunked
/// @param chunkSignatures signs such a body's chunks
public record SignedRequest(
        List<Header> headers, String signature, ChunkSignatures chunkSignatures) {

    public SignedRequest {
        headers = List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "SignedRequest[***]";
    }
}
