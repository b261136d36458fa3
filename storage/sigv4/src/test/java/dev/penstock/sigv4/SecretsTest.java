package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretsTest {

    @Test
    void no_secret_is_in_any_text_form() {
        Credentials credentials = new Credentials("ACCESSKEY", "SECRETKEY", Optional.of("TOKEN"));
        PresignedUrl url =
                new QueryPresigner(credentials, Example.REGION).presign(Example.get(), Example.NOW);
        String signature = url.url().substring(url.url().length() - 64);
        ReceivedRequest request = Requests.following("GET", url.url());
        Verification verified =
                new SignatureVerifier(
                                CredentialsLookup.only(credentials),
                                Example.REGION,
                                () -> Example.NOW)
                        .verify(request);
        assertThat(verified).isInstanceOf(Verification.Verified.class);

        for (Object holder :
                List.of(
                        credentials,
                        url,
                        request,
                        verified,
                        ((Verification.Verified) verified).chunkSignatures(),
                        new Header("x-amz-security-token", "TOKEN"),
                        new QueryParameter("X-Amz-Signature", signature),
                        new HeaderSigner(credentials, Example.REGION)
                                .sign(
                                        new SignableRequest(
                                                "GET",
                                                "/b",
                                                List.of(),
                                                List.of(new Header("host", "h"))),
                                        PayloadHash.Mode.UNSIGNED,
                                        Example.NOW))) {
            assertThat(holder.toString())
                    .doesNotContain("ACCESSKEY", "SECRETKEY", "TOKEN", signature);
        }
    }
}
