package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The largest part that S3 knows, into a process with a small heap.
@Tag("proof")
@Timeout(600)
class LargePartTest {
    private static final long SIZE = 5L << 30;

    @Test
    void a_part_of_5_gib_goes_into_a_heap_of_128_mib(@TempDir Path folder) throws Exception {
        byte[] piece = Samples.bytes(5, 1 << 20);
        try (ChildStorage child = ChildStorage.start(folder, "-Xmx128m")) {
            SignedHttp http = SignedHttp.of(child.endpoint());
            HandUpload upload = HandUpload.begin(http, "large");
            Map<String, String> query = Map.of("partNumber", "1", "uploadId", upload.id());
            URI url = Presigned.url("PUT", child.endpoint(), BUCKET, "large", query, Map.of());
            StreamingChecksum crc = ChecksumAlgorithm.CRC64NVME.newChecksum();
            Answer sent;
            try (RawHttp raw = new RawHttp(child.endpoint())) {
                raw.head("PUT", url, "Content-Length: " + SIZE);
                for (long at = 0; at < SIZE; at += piece.length) {
                    raw.send(piece);
                    crc.update(piece, 0, piece.length);
                }
                sent = raw.answer();
            }
            String value = ChecksumAlgorithm.CRC64NVME.encode(crc.digest());
            assertThat(sent.header("x-amz-checksum-crc64nvme")).isEqualTo(value);
            String list = HandUpload.part(1, sent.etag(), "");
            assertThat(upload.completeWith(list, "x-amz-checksum-crc64nvme", value).status())
                    .isEqualTo(200);
            long last = SIZE - piece.length;
            Ask tail = Ask.get("large").header("range", "bytes=" + last + "-");
            assertThat(http.send(tail).body()).isEqualTo(piece);
            System.out.println("child with -Xmx128m: " + peak(child.pid()));
        }
    }

    private static String peak(long pid) throws Exception {
        Path status = Path.of("/proc/" + pid + "/status");
        return !Files.exists(status)
                ? "memory unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("memory unknown");
    }
}
