package dev.penstock.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Finds `<Code>` in S3's XML error
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>). The rest of the
/// document may repeat what was signed and is not looked at.
final class S3ErrorCode {
    private static final Pattern CODE =
            Pattern.compile("<Code>\\s*([A-Za-z0-9.]{1,64})\\s*</Code>");

    private S3ErrorCode() {}

    /// Empty when there is none.
    static String in(byte[] body) {
        var matcher = CODE.matcher(new String(body, StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }
}
