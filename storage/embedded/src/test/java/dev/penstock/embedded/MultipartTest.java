package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

class MultipartTest {
    private static TestStorage storage;

    enum Sdk {
        DEFAULTS {
            @Override
            S3Client client() {
                return storage.client();
            }
        },
        NOT_CHUNKED {
            @Override
            S3Client client() {
                return storage.plainClient();
            }
        };

        abstract S3Client client();
    }

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_upload_in_parts_is_read_back_as_it_was_sent(Sdk sdk) throws Exception {
        S3Client s3 = sdk.client();
        byte[] bytes = new byte[(11 << 20) + 17];
        new Random(1).nextBytes(bytes);
        String key = "a//b/../ü %2F+" + sdk;
        String id = s3.createMultipartUpload(b -> b.bucket(BUCKET).key(key)).uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        MessageDigest etags = MessageDigest.getInstance("MD5");
        for (int n = 1, at = 0; at < bytes.length; n++) {
            int number = n;
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + (5 << 20)));
            UploadPartResponse sent =
                    s3.uploadPart(
                            b -> b.bucket(BUCKET).key(key).uploadId(id).partNumber(number),
                            RequestBody.fromBytes(part));
            parts.add(CompletedPart.builder().partNumber(n).eTag(sent.eTag()).build());
            etags.update(MessageDigest.getInstance("MD5").digest(part));
            at += part.length;
        }
        assertThat(s3.listParts(b -> b.bucket(BUCKET).key(key).uploadId(id)).parts()).hasSize(3);
        var done =
                s3.completeMultipartUpload(b ->
                        b.bucket(BUCKET)
                                .key(key)
                                .uploadId(id)
                                .multipartUpload(m -> m.parts(parts)));
        assertThat(done.eTag()).isEqualTo('"' + HexFormat.of().formatHex(etags.digest()) + "-3\"");
        assertThat(s3.headObject(b -> b.bucket(BUCKET).key(key)).contentLength())
                .isEqualTo(bytes.length);
        assertThat(s3.getObjectAsBytes(b -> b.bucket(BUCKET).key(key)).asByteArray())
                .isEqualTo(bytes);
    }
}
