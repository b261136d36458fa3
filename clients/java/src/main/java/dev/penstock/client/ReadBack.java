package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.ContentUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// What a storage gave when content was read back.
///
/// @param size bytes that came
/// @param checksum of those bytes
public record ReadBack(long size, NamedChecksum checksum) {
    private static final int BUFFER_BYTES = 256 << 10;

    static ReadBack of(
            StorageConnection storage,
            ContentUrl content,
            ChecksumAlgorithm algorithm,
            LongConsumer progress) {
        try {
            var response = storage.get(content.url());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    var code = S3ErrorCode.in(body.readNBytes(64 << 10));
                    throw new StorageRefusedException(
                            "to give " + content.name() + " back", response.statusCode(), code);
                }
                return read(body, algorithm, progress);
            }
        } catch (IOException e) {
            throw new NoAnswerException("The storage", NetworkFault.describe(e));
        }
    }

    private static ReadBack read(
            InputStream body, ChecksumAlgorithm algorithm, LongConsumer progress)
            throws IOException {
        var checksum = algorithm.newChecksum();
        var buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            checksum.update(buffer, 0, n);
            size += n;
            progress.accept(size);
        }
        return new ReadBack(
                size, new NamedChecksum(algorithm, algorithm.encode(checksum.digest())));
    }
}
