package dev.penstock.client.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import dev.penstock.checksum.ChecksumAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The direct route: one document for each key.
final class FakeDirect {
    final List<FakeForm> forms = new CopyOnWriteArrayList<>();
    private final Map<String, FakeUpload> byKey = new ConcurrentHashMap<>();
    volatile boolean missing;

    FakeAnswer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (missing) {
            return FakeAnswer.refusal(405, "method-not-allowed");
        }
        var headers = exchange.getRequestHeaders();
        long announced = Long.parseLong(headers.getFirst("Content-Length"));
        if (announced != body.length) {
            return FakeAnswer.refusal(400, "invalid-body");
        }
        var key = Optional.ofNullable(headers.getFirst("Idempotency-Key"));
        var form = FakeForm.read(key, headers.getFirst("Content-Type"), body);
        forms.add(form);
        boolean fresh = !byKey.containsKey(key.orElseThrow());
        var upload = byKey.computeIfAbsent(key.get(), _ -> upload(form));
        return new FakeAnswer(fresh ? 201 : 200, upload.family.orElseThrow());
    }

    private static FakeUpload upload(FakeForm form) {
        byte[] bytes = form.file().getBytes(ISO_8859_1);
        var upload =
                new FakeUpload(
                        form.fields().getOrDefault("path", ""),
                        "application/octet-stream",
                        OptionalLong.of(bytes.length),
                        Math.max(1, bytes.length),
                        OptionalInt.empty(),
                        Optional.of(ChecksumAlgorithm.CRC64NVME),
                        /* single= */ true);
        upload.parts.put(1, new FakePart(bytes.length, sums(bytes)));
        upload.family = Optional.of(FakeCompletion.family(upload));
        return upload;
    }

    private static Map<ChecksumAlgorithm, String> sums(byte[] bytes) {
        var sums = new EnumMap<ChecksumAlgorithm, String>(ChecksumAlgorithm.class);
        var crc = ChecksumAlgorithm.CRC64NVME.newChecksum();
        crc.update(ByteBuffer.wrap(bytes));
        sums.put(ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.CRC64NVME.encode(crc.digest()));
        return sums;
    }
}
