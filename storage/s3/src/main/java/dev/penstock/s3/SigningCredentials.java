package dev.penstock.s3;

import dev.penstock.sigv4.Credentials;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Credentials as they are now.
///
/// @param expiresAt when a URL signed with them dies, whatever its own expiry says
record SigningCredentials(Credentials credentials, Optional<Instant> expiresAt) {

    /// The given ones, or the SDK's chain: environment, files, web identity, container, instance.
    static AwsCredentialsProvider provider(Optional<Credentials> given) {
        return given.<AwsCredentialsProvider>map(
                        keys -> StaticCredentialsProvider.create(sdkCredentials(keys)))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /// Asks the provider, which renews them in time.
    static SigningCredentials current(AwsCredentialsProvider provider) {
        AwsCredentials now = provider.resolveCredentials();
        Optional<String> token =
                now instanceof AwsSessionCredentials session
                        ? Optional.of(session.sessionToken())
                        : Optional.empty();
        return new SigningCredentials(
                new Credentials(now.accessKeyId(), now.secretAccessKey(), token),
                now.expirationTime());
    }

    private static AwsCredentials sdkCredentials(Credentials keys) {
        return keys.sessionToken().isPresent()
                ? AwsSessionCredentials.create(
                        keys.accessKey(), keys.secretKey(), keys.sessionToken().get())
                : AwsBasicCredentials.create(keys.accessKey(), keys.secretKey());
    }
}
