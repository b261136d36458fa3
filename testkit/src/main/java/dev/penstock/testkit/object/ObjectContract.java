package dev.penstock.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.Download;
import dev.penstock.core.object.ObjectKey;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole objects: looking, reading through a URL, removing; and names of every kind.
interface ObjectContract extends StoreUnderTest {

    @Test
    default void there_is_nothing_under_a_fresh_key() {
        assertThat(store().head(OpenUpload.freshKey("nothing"))).isEmpty();
    }

    @Test
    default void a_deleted_object_is_gone_and_deleting_again_is_fine() {
        OpenUpload upload = uploaded(OpenUpload.freshKey("file.bin"));
        store().delete(upload.key());
        assertThat(store().head(upload.key())).isEmpty();
        store().delete(upload.key());
        assertThat(store().head(upload.key())).isEmpty();
    }

    @Test
    default void deleting_what_never_was_is_fine() {
        ObjectKey key = OpenUpload.freshKey("nothing");
        store().delete(key);
        assertThat(store().head(key)).isEmpty();
    }

    @Test
    default void a_read_url_presents_the_object_as_asked() {
        OpenUpload upload = uploaded(OpenUpload.freshKey("file.bin"));
        String disposition =
                "attachment; filename=\"Gr_n & co.pdf\"; filename*=UTF-8''Gr%C3%BCn%20%26%20co.pdf";
        HttpResponse<byte[]> answer =
                Wire.get(
                        store().presignGet(
                                        new Download(upload.key(), disposition, "application/pdf"),
                                        OpenUpload.TTL)
                                .url());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition")).contains(disposition);
        assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
    }

    @Test
    default void an_expired_read_url_is_refused() {
        OpenUpload upload = uploaded(OpenUpload.freshKey("file.bin"));
        Instant anHourAgo = Instant.now().minus(1, ChronoUnit.HOURS);
        Download download = new Download(upload.key(), "attachment", "text/plain");

        PartUrlContract.assertRefused(
                Wire.get(storeSigningAt(anHourAgo).presignGet(download, OpenUpload.TTL).url()));
    }

    @ParameterizedTest
    @CsvSource({"/file.bin,/fake.bin", "text%2Fplain,text%2Fhtml"})
    default void a_read_url_cannot_be_changed(String signed, String forged) {
        OpenUpload upload = uploaded(OpenUpload.freshKey("file.bin"));
        Download download = new Download(upload.key(), "attachment", "text/plain");
        String url = store().presignGet(download, OpenUpload.TTL).url().toString();

        assertThat(url).contains(signed);
        PartUrlContract.assertRefused(Wire.get(URI.create(url.replace(signed, forged))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words.bin",
                " leading and trailing ",
                "1+1=2.txt",
                "100%.txt",
                "%41%2F%25.txt",
                "a&b?c#d;e=f",
                "it's \"quoted\".pdf",
                "Grün – 日本語 – 🚰.pdf",
                "Gru\u0308n.pdf",
                "~tilde-_.!*'()",
                "[brackets]{braces}|^`\\<>@:$,",
                "a/b/c"
            })
    default void a_key_of_any_characters_works_in_every_call(String name) {
        OpenUpload upload = OpenUpload.at(store(), OpenUpload.freshKey(name));
        byte[] body = OpenUpload.bytes(name.hashCode(), 64);
        upload.send(1, body);
        assertThat(upload.listedNumbers()).containsExactly(1);
        upload.complete();

        assertThat(store().head(upload.key()).orElseThrow().size().value()).isEqualTo(64);
        assertThat(upload.read()).isEqualTo(body);
        store().delete(upload.key());
        assertThat(store().head(upload.key())).isEmpty();
        store().put(upload.key(), ByteBuffer.wrap(body), "text/plain");
        assertThat(store().read(upload.key(), 0, 64)).contains(ByteBuffer.wrap(body));
        store().delete(upload.key());
        OpenUpload aborted = OpenUpload.at(store(), upload.key());
        store().abort(aborted.key(), aborted.id());
    }

    private OpenUpload uploaded(ObjectKey key) {
        OpenUpload upload = OpenUpload.at(store(), key);
        upload.send(1, OpenUpload.bytes(1, 64));
        upload.complete();
        return upload;
    }
}
