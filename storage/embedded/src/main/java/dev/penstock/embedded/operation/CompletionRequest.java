package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.error.S3Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The body of CompleteMultipartUpload.
final class CompletionRequest {
    private static final String CHECKSUM = "Checksum";

    /// The parts in the order given, which is that of their numbers.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `MalformedXML`, `InvalidPartOrder` or
    ///   `InvalidArgument`
    static List<ListedPart> parse(byte[] document, int maxParts) {
        return XmlInput.read(document, "CompleteMultipartUpload", input -> parts(input, maxParts));
    }

    private static List<ListedPart> parts(XmlInput input, int maxParts) {
        List<ListedPart> parts = new ArrayList<>();
        int last = 0;
        for (String name = input.nextChild(); !name.isEmpty(); name = input.nextChild()) {
            if (!name.equals("Part") || parts.size() == maxParts) {
                throw S3Error.MALFORMED_XML.exception();
            }
            ListedPart part = part(input, maxParts);
            if (part.partNumber() <= last) {
                throw S3Error.INVALID_PART_ORDER.exception();
            }
            last = part.partNumber();
            parts.add(part);
        }
        if (parts.isEmpty()) {
            throw S3Error.MALFORMED_XML.exception();
        }
        return parts;
    }

    private static ListedPart part(XmlInput input, int maxParts) {
        String number = "";
        String etag = "";
        List<Checksum> checksums = new ArrayList<>();
        for (String name = input.nextChild(); !name.isEmpty(); name = input.nextChild()) {
            String text = input.text().strip();
            switch (name) {
                case "PartNumber" -> number = text;
                case "ETag" -> etag = Etag.unquoted(text);
                default -> checksums.add(new Checksum(algorithm(name), text));
            }
        }
        if (etag.isEmpty() || !number.matches("[0-9]{1,9}")) {
            throw S3Error.MALFORMED_XML.exception();
        }
        return new ListedPart(checked(Integer.parseInt(number), maxParts), etag, checksums);
    }

    private static int checked(int number, int maxParts) {
        if (number < 1 || number > maxParts) {
            throw S3Error.INVALID_ARGUMENT
                    .exception("PartNumber must be >= 1 and <= " + maxParts)
                    .with("ArgumentName", "partNumber")
                    .with("ArgumentValue", number);
        }
        return number;
    }

    private static ChecksumAlgorithm algorithm(String element) {
        return Optional.of(element)
                .filter(name -> name.startsWith(CHECKSUM))
                .flatMap(name -> ChecksumAlgorithm.byS3Name(name.substring(CHECKSUM.length())))
                .filter(algorithm -> algorithm != ChecksumAlgorithm.MD5)
                .orElseThrow(S3Error.MALFORMED_XML::exception);
    }

    private CompletionRequest() {}
}
