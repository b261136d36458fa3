package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Checksums that come with an object.
class ChecksumTest {
    private static final byte[] BODY = Samples.bytes(3, 100_000);
    private static final byte[] OTHER = Samples.bytes(4, 100_000);
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_right_checksum_is_taken_and_told(ChecksumAlgorithm algorithm) throws IOException {
        String key = "right" + algorithm;
        String value = Samples.checksum(algorithm, BODY);
        Ask ask = Ask.put(key, BODY).header(algorithm.headerName(), value);
        Answer put = http.send(ask);
        assertThat(put.status()).isEqualTo(200);
        Answer read = http.send(Ask.of("HEAD", key).header("x-amz-checksum-mode", "ENABLED"));
        boolean isMd5 = algorithm == ChecksumAlgorithm.MD5;
        ChecksumAlgorithm kept = isMd5 ? ChecksumAlgorithm.CRC64NVME : algorithm;
        String expected = Samples.checksum(kept, BODY);
        for (Answer answer : new Answer[] {put, read}) {
            assertThat(answer.etag()).isEqualTo(Samples.md5(BODY));
            assertThat(answer.header(kept.headerName())).isEqualTo(expected);
            assertThat(answer.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
        }
        assertThat(http.send(Ask.get(key)).headers()).doesNotContainKey(kept.headerName());
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_checksum_is_refused_and_nothing_is_kept(ChecksumAlgorithm algorithm)
            throws IOException {
        long before = storage.blobs();
        String value = Samples.checksum(algorithm, OTHER);
        Answer answer = http.send(Ask.put("wrong", BODY).header(algorithm.headerName(), value));
        assertThat(answer.outcome()).isEqualTo("400 BadDigest");
        assertThat(http.send(Ask.get("wrong")).outcome()).isEqualTo("404 NoSuchKey");
        assertThat(storage.blobs()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_checksum_that_is_none_is_refused(ChecksumAlgorithm algorithm) throws IOException {
        String code =
                algorithm == ChecksumAlgorithm.MD5 ? "400 InvalidDigest" : "400 InvalidRequest";
        String good = Samples.checksum(algorithm, BODY);
        for (String value : new String[] {"", "AAAA", "not base64!", good + "AAAA"}) {
            Ask ask = Ask.put("none", BODY).header(algorithm.headerName(), value);
            assertThat(http.send(ask).outcome()).as(value).isEqualTo(code);
        }
        assertThat(http.send(Ask.get("none")).outcome()).isEqualTo("404 NoSuchKey");
    }

    @ParameterizedTest
    @EnumSource
    void a_part_is_held_to_its_checksum(ChecksumAlgorithm algorithm) throws IOException {
        HandUpload upload = HandUpload.begin(http, "part" + algorithm);
        String name = algorithm.headerName();
        assertThat(upload.part(1, BODY, name, Samples.checksum(algorithm, OTHER)).outcome())
                .isEqualTo("400 BadDigest");
        assertThat(http.send(upload.listAsk()).elements("PartNumber")).isEmpty();
        assertThat(upload.part(1, BODY, name, Samples.checksum(algorithm, BODY)).status())
                .isEqualTo(200);
        assertThat(upload.complete().element("ChecksumCRC64NVME"))
                .isEqualTo(Samples.checksum(ChecksumAlgorithm.CRC64NVME, BODY));
    }

    @Test
    void two_checksums_are_refused_and_an_unknown_one_is() throws IOException {
        Ask two =
                Ask.put("two", BODY)
                        .header(
                                "x-amz-checksum-crc32",
                                Samples.checksum(ChecksumAlgorithm.CRC32, BODY))
                        .header(
                                "x-amz-checksum-crc32c",
                                Samples.checksum(ChecksumAlgorithm.CRC32C, BODY));
        assertThat(http.send(two).outcome()).isEqualTo("400 InvalidRequest");
        Ask unknown = Ask.put("two", BODY).header("x-amz-checksum-crc128", "AAAAAA==");
        assertThat(http.send(unknown).outcome()).isEqualTo("400 InvalidRequest");
        Ask promised = Ask.put("two", BODY).header("x-amz-sdk-checksum-algorithm", "CRC32");
        assertThat(http.send(promised).outcome()).isEqualTo("400 InvalidRequest");
        assertThat(http.send(Ask.get("two")).status()).isEqualTo(404);
    }

    @Test
    void a_right_md5_beside_a_wrong_checksum_does_not_help() throws IOException {
        Ask ask =
                Ask.put("both", BODY)
                        .header("content-md5", Samples.checksum(ChecksumAlgorithm.MD5, BODY))
                        .header(
                                "x-amz-checksum-sha256",
                                Samples.checksum(ChecksumAlgorithm.SHA256, OTHER));
        assertThat(http.send(ask).outcome()).isEqualTo("400 BadDigest");
    }
}
