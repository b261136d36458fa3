package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ways in which a file comes in, each with the same fields.
public enum Way {
    DIRECT {
        @Override
        Answer finish(TestIntake intake, Sent sent, String fields) {
            var form = new TestForm().file(sent.path(), sent.type(), sent.bytes());
            JsonNode members = new JsonMapper().readTree(fields.replace('\'', '"'));
            members.properties().forEach(m -> form.field(m.getKey(), text(m.getValue())));
            return form.send(intake, "path", sent.path());
        }
    },
    PRESIGNED {
        @Override
        Answer finish(TestIntake intake, Sent sent, String fields) {
            Answer begun = begun(intake, "/presigned-upload-request", sent);
            intake.service().put(begun.text("uploadUrl"), sent.bytes(), Map.of());
            return intake.post("/presigned-upload-complete", fields, "s3Key", begun.text("s3Key"));
        }
    },
    MULTIPART {
        @Override
        Answer finish(TestIntake intake, Sent sent, String fields) {
            Answer begun = begun(intake, "/multipart-upload-request", sent);
            var upload = new TestUpload(intake, begun.text("uploadId"), begun.text("s3Key"), begun);
            upload.send(1, sent.bytes());
            return upload.complete(fields);
        }
    };

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(String path, String type, byte[] bytes) {}

    abstract Answer finish(TestIntake intake, Sent sent, String fields);

    /// Brings a file in.
    ///
    /// @param type what the caller says it is
    /// @param fields the completion body; single quotes stand for double ones
    public Answer upload(TestIntake intake, String path, String type, byte[] bytes, String fields) {
        return finish(intake, new Sent(path, type, bytes), fields);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static Answer begun(TestIntake intake, String route, Sent sent) {
        Answer begun =
                intake.post(
                        route,
                        "",
                        "path",
                        sent.path(),
                        "contentType",
                        sent.type(),
                        "contentLength",
                        Integer.toString(sent.bytes().length));
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        return begun;
    }
}
