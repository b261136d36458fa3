package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class PublishedVectorsTest {

    static List<PublishedVector> byHeader() {
        return PublishedVector.all().stream().filter(PublishedVector::byHeader).toList();
    }

    static List<PublishedVector> byQuery() {
        return PublishedVector.all().stream().filter(vector -> !vector.byHeader()).toList();
    }

    static List<PublishedVector> chunked() {
        return byHeader().stream().filter(vector -> vector.json().has("chunks")).toList();
    }

    @Test
    void none_of_the_published_examples_is_left_out() {
        assertThat(byHeader()).hasSize(6);
        assertThat(byQuery()).hasSize(1);
        assertThat(chunked()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("byHeader")
    void a_header_signature_is_the_published_one(PublishedVector vector) {
        SignedRequest signed = signed(vector);

        assertThat(signed.signature()).isEqualTo(vector.text("signature"));
        assertThat(canonicalHash(vector, signed)).isEqualTo(vector.text("canonicalRequestSha256"));
    }

    @ParameterizedTest
    @MethodSource("byHeader")
    void a_published_header_signature_is_verified(PublishedVector vector) {
        SignableRequest request = vector.request();
        List<Header> sent = new ArrayList<>(request.headers());
        sent.addAll(signed(vector).headers());

        Verification verification =
                new SignatureVerifier(
                                CredentialsLookup.only(vector.credentials()),
                                vector.text("region"),
                                InstantSource.fixed(vector.time()))
                        .verify(
                                new ReceivedRequest(
                                        request.method(),
                                        request.rawPath(),
                                        QueryString.canonical(request.query()),
                                        Requests.headers(sent)));

        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> {
                            assertThat(verified.payload()).isEqualTo(vector.payload());
                            assertThat(verified.signature()).isEqualTo(vector.text("signature"));
                        });
    }

    @ParameterizedTest
    @MethodSource("byQuery")
    void a_presigned_url_has_the_published_signature(PublishedVector vector) {
        SignableRequest request = vector.request();
        PresignedUrl presigned =
                new QueryPresigner(vector.credentials(), vector.text("region"))
                        .presign(
                                new PresignRequest(
                                        request.method(),
                                        S3Uri.virtualHost(
                                                URI.create("https://s3.amazonaws.com"),
                                                "examplebucket",
                                                request.rawPath().substring(1)),
                                        request.query(),
                                        List.of(),
                                        Duration.ofSeconds(
                                                vector.json().required("expires").asInt())),
                                vector.time());

        assertThat(presigned.url()).endsWith("&X-Amz-Signature=" + vector.text("signature"));
    }

    @ParameterizedTest
    @MethodSource("chunked")
    void the_signatures_of_chunks_and_trailer_are_the_published_ones(PublishedVector vector) {
        ChunkSignatures signatures = signed(vector).chunkSignatures();
        String previous = vector.text("signature");
        for (JsonNode chunk : vector.json().required("chunks")) {
            String data =
                    chunk.required("repeat")
                            .stringValue()
                            .repeat(chunk.required("times").intValue());
            previous = signatures.chunk(previous, Sha256.of(data.getBytes(UTF_8)));
            assertThat(previous).isEqualTo(chunk.required("signature").stringValue());
        }
        if (vector.json().has("trailer")) {
            JsonNode trailer = vector.json().required("trailer");
            byte[] text = trailer.required("text").stringValue().getBytes(UTF_8);
            assertThat(signatures.trailer(previous, Sha256.of(text)))
                    .isEqualTo(trailer.required("signature").stringValue());
        }
    }

    private static SignedRequest signed(PublishedVector vector) {
        return new HeaderSigner(vector.credentials(), vector.text("region"))
                .sign(vector.request(), vector.payload(), vector.time());
    }

    private static String canonicalHash(PublishedVector vector, SignedRequest signed) {
        SignableRequest request = vector.request();
        List<Header> headers = new ArrayList<>(request.headers());
        signed.headers().stream()
                .filter(header -> !header.name().equals("authorization"))
                .forEach(headers::add);
        return Sha256.hex(
                new CanonicalRequest(
                                request.method(),
                                request.rawPath(),
                                QueryString.canonical(request.query()),
                                CanonicalHeaders.of(headers),
                                vector.payload())
                        .text());
    }
}
