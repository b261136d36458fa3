package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.kddb.ContainerReader;
import dev.penstock.kddb.ReadContainer;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A document family that a service answered.
public record TestFamily(TestService service, JsonNode json) {

    /// The family in the answer of an upload that made it.
    public static TestFamily made(TestIntake intake, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new TestFamily(intake.service(), answer.json());
    }

    public String id() {
        return json.path("id").asString();
    }

    public String route() {
        return "/api/document-families/" + id();
    }

    /// As the service has it now.
    public Answer got() {
        return service.management("GET", route(), "");
    }

    /// The member of the content object `NATIVE` or `DOCUMENT`.
    public JsonNode content(String kind, String member) {
        return json.at("/contentObjects/%d/%s".formatted(kind.equals("NATIVE") ? 0 : 1, member));
    }

    /// The bytes behind its content URL.
    public byte[] bytes(String kind) {
        Answer content = service.management("GET", route() + "/content/" + kind, "");
        assertThat(content.status()).as(content.text()).isEqualTo(200);
        return service.get(content.text("url")).body();
    }

    /// What its container holds.
    public ReadContainer.Opened container() {
        ReadContainer read = ContainerReader.read(bytes("DOCUMENT"));
        assertThat(read).isInstanceOf(ReadContainer.Opened.class);
        return (ReadContainer.Opened) read;
    }

    public String metadata() {
        return json.path("metadata").toString().replace('"', '\'');
    }

    /// The codes of its warnings, without the one that a client that sends no checksum gets.
    public List<String> warnings() {
        return texts("warnings", "code").stream()
                .filter(code -> !code.equals("checksum-not-verified"))
                .toList();
    }

    /// One member of each object of a list.
    public List<String> texts(String list, String member) {
        return StreamSupport.stream(json.path(list).spliterator(), false)
                .map(item -> item.path(member).asString())
                .toList();
    }
}
