package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.ObjectChecksum;
import dev.penstock.embedded.catalog.Segment;
import dev.penstock.embedded.catalog.UploadChecksum;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// What follows for a whole object from its parts, without their bytes.
final class JoinedParts {

    /// The MD5 over the parts' MD5s, and their number.
    ///
    /// @param md5s hexadecimal
    static String etag(List<String> md5s) {
        StreamingChecksum md5 = ChecksumAlgorithm.MD5.newChecksum();
        for (String part : md5s) {
            byte[] bytes = HexFormat.of().parseHex(part);
            md5.update(bytes, 0, bytes.length);
        }
        return HexFormat.of().formatHex(md5.digest()) + "-" + md5s.size();
    }

    static ObjectChecksum checksum(UploadChecksum upload, List<Segment> parts) {
        return switch (upload.type()) {
            case FULL_OBJECT -> combined(upload, parts);
            case COMPOSITE -> composite(upload, parts);
        };
    }

    private static ObjectChecksum combined(UploadChecksum upload, List<Segment> parts) {
        ChecksumAlgorithm algorithm = upload.algorithm();
        byte[] value = algorithm.newChecksum().digest();
        for (Segment part : parts) {
            value = algorithm.combine(value, value(algorithm, part), part.size());
        }
        return new ObjectChecksum(algorithm, upload.type(), algorithm.encode(value));
    }

    private static ObjectChecksum composite(UploadChecksum upload, List<Segment> parts) {
        ChecksumAlgorithm algorithm = upload.algorithm();
        StreamingChecksum over = algorithm.newChecksum();
        for (Segment part : parts) {
            byte[] value = value(algorithm, part);
            over.update(value, 0, value.length);
        }
        return new ObjectChecksum(
                algorithm, upload.type(), algorithm.encode(over.digest()) + "-" + parts.size());
    }

    private static byte[] value(ChecksumAlgorithm algorithm, Segment part) {
        String text =
                algorithm == ChecksumAlgorithm.CRC64NVME
                        ? part.crc64nvme()
                        : part.checksum().map(Checksum::value).orElseThrow();
        return Base64.getDecoder().decode(text);
    }

    private JoinedParts() {}
}
