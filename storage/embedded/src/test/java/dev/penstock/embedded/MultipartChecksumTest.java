package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checksums of objects that were uploaded in parts: of the full object, or over the parts'.
class MultipartChecksumTest {
    private static final List<byte[]> PARTS =
            List.of(Samples.bytes(1, 1000), Samples.bytes(2, 1), Samples.bytes(3, 70_000));
    private static final String COMBINATIONS =
            """
            CRC32, COMPOSITE
            CRC32, FULL_OBJECT
            CRC32C, COMPOSITE
            CRC32C, FULL_OBJECT
            CRC64NVME, FULL_OBJECT
            SHA1, COMPOSITE
            SHA256, COMPOSITE
            """;
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start(TestStorage.TINY_PARTS);
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = COMBINATIONS)
    void the_object_has_the_checksum_that_follows_from_its_parts(
            ChecksumAlgorithm algorithm, String type) throws IOException {
        String expected = whole(algorithm, type);
        HandUpload upload = upload(algorithm, type);
        Answer done =
                upload.completeWith(
                        list(algorithm),
                        algorithm.headerName(),
                        expected,
                        "x-amz-checksum-type",
                        type,
                        "x-amz-mp-object-size",
                        "71001");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.element("Checksum" + algorithm)).isEqualTo(expected);
        assertThat(done.element("ChecksumType")).isEqualTo(type);
        Answer head =
                http.send(Ask.of("HEAD", upload.key()).header("x-amz-checksum-mode", "ENABLED"));
        assertThat(head.header(algorithm.headerName())).isEqualTo(expected);
        assertThat(head.header("x-amz-checksum-type")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(textBlock = COMBINATIONS)
    void a_wrong_promise_of_the_whole_is_refused_and_the_upload_stays_open(
            ChecksumAlgorithm algorithm, String type) throws IOException {
        HandUpload upload = upload(algorithm, type);
        String wrong = Samples.checksum(algorithm, PARTS.getFirst());
        String list = list(algorithm);
        assertThat(upload.completeWith(list, algorithm.headerName(), wrong).outcome())
                .isEqualTo("400 BadDigest");
        assertThat(upload.completeWith(list, "x-amz-mp-object-size", "71000").outcome())
                .isEqualTo("400 InvalidRequest");
        String otherType = type.equals("COMPOSITE") ? "FULL_OBJECT" : "COMPOSITE";
        assertThat(upload.completeWith(list, "x-amz-checksum-type", otherType).outcome())
                .isEqualTo("400 InvalidRequest");
        assertThat(http.send(Ask.get(upload.key())).status()).isEqualTo(404);
        assertThat(upload.completeWith(list).status()).isEqualTo(200);
        http.send(Ask.of("DELETE", upload.key()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = COMBINATIONS)
    void a_list_with_a_wrong_checksum_is_refused(ChecksumAlgorithm algorithm, String type)
            throws IOException {
        HandUpload upload = upload(algorithm, type);
        String right = Samples.checksum(algorithm, PARTS.get(2));
        String wrong = Samples.checksum(algorithm, PARTS.get(1));
        assertThat(upload.completeWith(list(algorithm).replace(right, wrong)).outcome())
                .isEqualTo("400 InvalidPart");
    }

    @ParameterizedTest
    @CsvSource(textBlock = COMBINATIONS)
    void a_list_names_checksums_where_the_object_is_made_of_them(
            ChecksumAlgorithm algorithm, String type) throws IOException {
        HandUpload upload = upload(algorithm, type);
        String outcome = type.equals("COMPOSITE") ? "400 InvalidRequest" : "200";
        assertThat(upload.complete().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(textBlock = COMBINATIONS)
    void a_part_has_the_algorithm_of_its_upload(ChecksumAlgorithm algorithm, String type)
            throws IOException {
        HandUpload upload = begin(algorithm, type);
        ChecksumAlgorithm other =
                algorithm == ChecksumAlgorithm.SHA1
                        ? ChecksumAlgorithm.CRC32
                        : ChecksumAlgorithm.SHA1;
        byte[] part = PARTS.getFirst();
        assertThat(
                        upload.part(1, part, other.headerName(), Samples.checksum(other, part))
                                .outcome())
                .isEqualTo("400 InvalidRequest");
        String outcome = type.equals("COMPOSITE") ? "400 InvalidRequest" : "200";
        assertThat(upload.part(1, part).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, FULL_OBJECT",
        "SHA256, FULL_OBJECT",
        "CRC64NVME, COMPOSITE",
        "MD5, COMPOSITE",
        "CRC32, HALF_OBJECT",
        "CRC31, COMPOSITE",
    })
    void what_does_not_go_together_is_refused(String algorithm, String type) throws IOException {
        Ask ask =
                Ask.of("POST", "k")
                        .query("uploads", "")
                        .header("x-amz-checksum-algorithm", algorithm)
                        .header("x-amz-checksum-type", type);
        assertThat(http.send(ask).outcome()).isEqualTo("400 InvalidRequest");
    }

    @Test
    void an_upload_that_says_nothing_gets_a_crc64nvme_of_the_full_object() throws IOException {
        HandUpload upload = HandUpload.begin(http, "default");
        for (int i = 0; i < PARTS.size(); i++) {
            upload.part(i + 1, PARTS.get(i));
        }
        String wrong = Samples.checksum(ChecksumAlgorithm.CRC64NVME, new byte[1]);
        assertThat(upload.complete("x-amz-checksum-crc64nvme", wrong).outcome())
                .isEqualTo("400 BadDigest");
        String right = whole(ChecksumAlgorithm.CRC64NVME, "FULL_OBJECT");
        assertThat(upload.complete("x-amz-checksum-crc64nvme", right).element("ChecksumCRC64NVME"))
                .isEqualTo(right);
    }

    private static HandUpload begin(ChecksumAlgorithm algorithm, String type) throws IOException {
        return HandUpload.begin(
                http,
                algorithm + "/" + type.toLowerCase(Locale.ROOT),
                "x-amz-checksum-algorithm",
                algorithm.s3Name(),
                "x-amz-checksum-type",
                type);
    }

    private static HandUpload upload(ChecksumAlgorithm algorithm, String type) throws IOException {
        HandUpload upload = begin(algorithm, type);
        for (int i = 0; i < PARTS.size(); i++) {
            String value = Samples.checksum(algorithm, PARTS.get(i));
            Answer answer = upload.part(i + 1, PARTS.get(i), algorithm.headerName(), value);
            assertThat(answer.header(algorithm.headerName())).isEqualTo(value);
        }
        assertThat(http.send(upload.listAsk()).elements("Checksum" + algorithm)).hasSize(3);
        return upload;
    }

    private static String list(ChecksumAlgorithm algorithm) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < PARTS.size(); i++) {
            String checksum =
                    "<Checksum%1$s>%2$s</Checksum%1$s>"
                            .formatted(algorithm, Samples.checksum(algorithm, PARTS.get(i)));
            list.append(HandUpload.part(i + 1, Samples.md5(PARTS.get(i)), checksum));
        }
        return list.toString();
    }

    private static String whole(ChecksumAlgorithm algorithm, String type) {
        ByteArrayOutputStream over = new ByteArrayOutputStream();
        StreamingChecksum values = algorithm.newChecksum();
        for (byte[] part : PARTS) {
            over.writeBytes(part);
            byte[] value = Base64.getDecoder().decode(Samples.checksum(algorithm, part));
            values.update(value, 0, value.length);
        }
        return type.equals("COMPOSITE")
                ? algorithm.encode(values.digest()) + "-" + PARTS.size()
                : Samples.checksum(algorithm, over.toByteArray());
    }
}
