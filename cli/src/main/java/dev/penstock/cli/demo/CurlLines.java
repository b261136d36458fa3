package dev.penstock.cli.demo;

import java.net.URI;
import java.nio.file.Path;

/// The lines that send a file with nothing but curl.
public final class CurlLines {
    private CurlLines() {}

    /// Lines for bash, run in a folder of their own.
    ///
    /// @param path of the document
    public static String of(URI service, DemoIntake intake, Path file, String path) {
        return """
        api=%s/api/intake/%s; token="x-api-key: %s"; file=%s
        get() { sed -E "s/.*\\"$1\\":\\"([^\\"]*)\\".*/\\1/"; }
        split -b 67108864 -a 4 "$file" part-
        upload=$(curl -fsS -X POST -H "$token" "$api/multipart-upload-request?path=%s&contentType=application/octet-stream&contentLength=$(($(wc -c <"$file")))&partSize=67108864")
        query="uploadId=$(get uploadId <<<"$upload")&s3Key=$(get s3Key <<<"$upload")"; number=0
        for part in part-*; do number=$((number + 1))
          url=$(curl -fsS -H "$token" -d "[{\\"partNumber\\": $number, \\"size\\": $(($(wc -c <"$part")))}]" "$api/multipart-upload-part-urls?$query" | get uploadUrl)
          curl -fsS -T "$part" "$url"
        done
        curl -fsS -X POST -H "$token" "$api/multipart-upload-complete?$query" && rm part-*
        """
                .formatted(service, intake.address(), intake.token(), quoted(file), path);
    }

    private static String quoted(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "'\\''") + "'";
    }
}
