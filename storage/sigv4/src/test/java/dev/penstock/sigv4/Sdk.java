package dev.penstock.sigv4;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// Our types in the AWS SDK's words.
final class Sdk {

    static AwsCredentials credentials(Credentials credentials) {
        return credentials.sessionToken().isPresent()
                ? AwsSessionCredentials.create(
                        credentials.accessKey(),
                        credentials.secretKey(),
                        credentials.sessionToken().get())
                : AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey());
    }

    private Sdk() {}
}
