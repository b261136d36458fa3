package dev.penstock.s3;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/// The SDK's clients.
///
/// @param repeating repeats a call that failed for a passing reason
/// @param once never does, for what a repetition could change. Each of its calls opens a
///   connection: in one that the storage has closed meanwhile the call would be lost, and its
///   outcome unknown
record S3Clients(S3Client repeating, S3Client once) implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 128;
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration POOL_WAIT = Duration.ofSeconds(10);
    private static final Duration MAX_IDLE = Duration.ofSeconds(15);
    private static final Duration ONE_CALL = Duration.ofMillis(1);

    static S3Clients open(
            S3Settings settings,
            BucketAddress address,
            AwsCredentialsProvider credentials,
            TimeLimits limits) {
        RetryStrategy repeat =
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(MAX_ATTEMPTS)
                        .build();
        return new S3Clients(
                client(settings, address, credentials)
                        .httpClientBuilder(connections(limits).connectionMaxIdleTime(MAX_IDLE))
                        .overrideConfiguration(limited(limits, repeat))
                        .build(),
                client(settings, address, credentials)
                        .httpClientBuilder(connections(limits).connectionTimeToLive(ONE_CALL))
                        .overrideConfiguration(limited(limits, AwsRetryStrategy.doNotRetry()))
                        .build());
    }

    /// Silence is bounded for each call by its own limit; the connection's is that of the longest.
    private static Apache5HttpClient.Builder connections(TimeLimits limits) {
        return Apache5HttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.completion())
                .connectionAcquisitionTimeout(POOL_WAIT)
                .maxConnections(MAX_CONNECTIONS)
                .tcpKeepAlive(true);
    }

    private static ClientOverrideConfiguration limited(TimeLimits limits, RetryStrategy retries) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .apiCallAttemptTimeout(limits.attempt())
                .apiCallTimeout(limits.call())
                .build();
    }

    /// The endpoint is always given, so that none from the environment splits the service's own
    /// calls from the presigned URLs. Checksums and chunk framing that S3 does not ask for are off:
    /// not every storage reads them. What the service sends is small: it is not announced first.
    private static S3ClientBuilder client(
            S3Settings settings, BucketAddress address, AwsCredentialsProvider credentials) {
        return S3Client.builder()
                .region(Region.of(settings.region()))
                .endpointOverride(address.control())
                .credentialsProvider(credentials)
                .forcePathStyle(address.style() == PathStyle.ON)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder()
                                .chunkedEncodingEnabled(false)
                                .expectContinueEnabled(false)
                                .build());
    }

    @Override
    public void close() {
        repeating.close();
        once.close();
    }
}
