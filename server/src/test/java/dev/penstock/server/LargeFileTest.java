package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.Crc64Nvme;
import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A file of 384 MiB through presigned parts, four at a time, each with its checksum in the
/// signature; read back and compared.
@Tag("proof")
class LargeFileTest {
    private static final int PART = 8 * MIB;
    private static final int PARTS = 48;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void a_file_of_384_mebibytes_arrives_as_it_was_sent() throws Exception {
        try (var service = TestService.temporary();
                var senders = Executors.newFixedThreadPool(4)) {
            TestUpload upload =
                    service.intake()
                            .begin("large.bin", (long) PART * PARTS, "checksumAlgorithm", "auto");
            assertThat(upload.answer().json().path("partSize").asLong()).isEqualTo(PART);
            assertThat(upload.answer().text("checksumAlgorithm")).isEqualTo("CRC64NVME");
            var sends =
                    IntStream.rangeClosed(1, PARTS)
                            .<Callable<Integer>>mapToObj(n -> () -> send(upload, n))
                            .toList();
            for (var sent : senders.invokeAll(sends)) {
                assertThat(sent.get()).isEqualTo(200);
            }
            Answer family =
                    upload.complete(
                            "{'checksum':{'algorithm':'CRC64NVME','value':'%s'}}"
                                    .formatted(wholeChecksum()));
            assertThat(family.status()).as(family.text()).isEqualTo(201);
            assertThat(family.json().at("/contentObjects/0/verified").asString())
                    .isEqualTo("checksum");
            assertThat(family.json().at("/contentObjects/0/checksum/value").asString())
                    .isEqualTo(wholeChecksum());
            String content =
                    "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
            assertThat(readDigest(service.management("GET", content, "").text("url")))
                    .isEqualTo(sentDigest());
        }
    }

    private static int send(TestUpload upload, int number) {
        byte[] bytes = Bytes.of(PART, number);
        String item =
                "[{'partNumber':%d,'size':%d,'checksum':'%s'}]"
                        .formatted(number, PART, base64(crc(bytes)));
        return upload.send(item, bytes).status();
    }

    private static String wholeChecksum() {
        var crc = new Crc64Nvme();
        for (int number = 1; number <= PARTS; number++) {
            crc.update(Bytes.of(PART, number), 0, PART);
        }
        return base64(crc.getValue());
    }

    private static long crc(byte[] bytes) {
        var crc = new Crc64Nvme();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }

    private static String base64(long crc) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(crc).array());
    }

    /// SHA-256 of what was sent.
    private static String sentDigest() throws NoSuchAlgorithmException {
        var sha = MessageDigest.getInstance("SHA-256");
        for (int number = 1; number <= PARTS; number++) {
            sha.update(Bytes.of(PART, number));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /// SHA-256 of what comes back.
    private static String readDigest(String url) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[64 * 1024];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
