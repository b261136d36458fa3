package dev.penstock.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the service itself sends and reads.
public interface OwnBytesContract extends StoreUnderTest {
    String TYPE = "application/octet-stream";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 65_537, (5 << 20) + 1})
    default void what_is_put_is_there(int length) {
        ObjectKey key = OpenUpload.freshKey("file.bin");
        byte[] body = OpenUpload.bytes(length, length);
        StoredObject put = store().put(key, ByteBuffer.wrap(body), TYPE);

        StoredObject head = store().head(key).orElseThrow();
        assertThat(head.size()).isEqualTo(put.size());
        assertThat(head.etag()).isEqualTo(put.etag());
        put.checksum().ifPresent(checksum -> assertThat(head.checksum()).contains(checksum));
        assertThat(put.size().value()).isEqualTo(length);
        assertThat(read(key, 0, length + 1)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain;charset=UTF-8",
                "text/plain; charset=UTF-8",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    default void any_content_type_may_be_put(String contentType) {
        ObjectKey key = OpenUpload.freshKey("file.bin");
        byte[] body = OpenUpload.bytes(1, 100);
        store().put(key, ByteBuffer.wrap(body), contentType);

        assertThat(read(key, 0, 100)).isEqualTo(body);
    }

    @Test
    default void what_is_put_replaces_what_was_there() {
        ObjectKey key = OpenUpload.freshKey("file.bin");
        StoredObject first = store().put(key, ByteBuffer.wrap(OpenUpload.bytes(1, 100)), TYPE);
        byte[] body = OpenUpload.bytes(2, 50);
        StoredObject second = store().put(key, ByteBuffer.wrap(body), TYPE);

        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(read(key, 0, 100)).isEqualTo(body);
    }

    @Test
    default void a_buffer_is_sent_from_position_to_limit_and_left_as_it_was() {
        byte[] body = OpenUpload.bytes(3, 3000);
        ByteBuffer onHeap = ByteBuffer.wrap(body);
        ByteBuffer direct = ByteBuffer.allocateDirect(body.length).put(body).flip();
        OpenUpload upload = OpenUpload.at(store());

        for (ByteBuffer buffer : List.of(onHeap, onHeap.asReadOnlyBuffer(), direct)) {
            buffer.position(1000).limit(1500);
            ObjectKey key = OpenUpload.freshKey("file.bin");
            store().put(key, buffer, TYPE);
            StoredPart part = send(upload, 1, buffer);

            assertThat(read(key, 0, 3000)).isEqualTo(Arrays.copyOfRange(body, 1000, 1500));
            assertThat(part.size().value()).isEqualTo(500);
            assertThat(buffer.position()).isEqualTo(1000);
            assertThat(buffer.limit()).isEqualTo(1500);
        }
    }

    @Test
    default void parts_that_the_service_sends_become_an_object() {
        OpenUpload upload = OpenUpload.at(store());
        StoredPart first = send(upload, 1, ByteBuffer.wrap(TwoParts.first()));
        StoredPart last = send(upload, 2, ByteBuffer.wrap(TwoParts.last()));
        assertListed(upload, List.of(first, last));
        store().complete(upload.key(), upload.id(), List.of(first, last), Optional.empty());

        assertThat(upload.read()).isEqualTo(TwoParts.whole());
    }

    @Test
    default void parts_of_the_service_and_of_a_client_lie_side_by_side() {
        OpenUpload upload = OpenUpload.at(store());
        upload.send(1, TwoParts.first());
        send(upload, 2, ByteBuffer.wrap(TwoParts.last()));
        upload.complete();

        assertThat(upload.read()).isEqualTo(TwoParts.whole());
    }

    @Test
    default void a_part_that_the_service_sends_again_replaces_the_first() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] body = OpenUpload.bytes(2, 20);
        send(upload, 1, ByteBuffer.wrap(OpenUpload.bytes(1, 10)));
        StoredPart second = send(upload, 1, ByteBuffer.wrap(body));
        assertListed(upload, List.of(second));
        upload.complete();

        assertThat(upload.read()).isEqualTo(body);
    }

    @Test
    default void a_part_for_an_upload_that_is_gone_is_refused() {
        OpenUpload upload = OpenUpload.at(store());
        store().abort(upload.key(), upload.id());

        assertThatThrownBy(() -> send(upload, 1, ByteBuffer.wrap(OpenUpload.bytes(1, 10))))
                .isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,1000", "1,1", "999,1", "500,500", "500,501", "0,4000", "990,100000"})
    default void a_run_of_bytes_is_read(int from, int length) {
        ObjectKey key = OpenUpload.freshKey("file.bin");
        byte[] body = OpenUpload.bytes(1, 1000);
        store().put(key, ByteBuffer.wrap(body), TYPE);

        assertThat(read(key, from, length))
                .isEqualTo(Arrays.copyOfRange(body, from, Math.min(1000, from + length)));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,1000", "10,10", "10,11", "10,5000000000000"})
    default void there_is_nothing_at_or_past_the_end(int size, long from) {
        ObjectKey key = OpenUpload.freshKey("file.bin");
        store().put(key, ByteBuffer.wrap(OpenUpload.bytes(1, size)), TYPE);

        assertThat(read(key, from, 100)).isEmpty();
    }

    @Test
    default void a_run_may_cross_the_seam_of_two_parts() {
        OpenUpload upload = OpenUpload.at(store());
        TwoParts.send(upload);
        upload.complete();
        int seam = TwoParts.first().length;

        assertThat(read(upload.key(), seam - 100L, 200))
                .isEqualTo(Arrays.copyOfRange(TwoParts.whole(), seam - 100, seam + 100));
    }

    @Test
    default void an_object_that_is_not_there_is_not_read() {
        assertThat(store().read(OpenUpload.freshKey("nothing"), 0, 10)).isEmpty();
        OpenUpload open = OpenUpload.at(store());
        open.send(1, OpenUpload.bytes(1, 10));
        assertThat(store().read(open.key(), 0, 10)).isEmpty();
    }

    private StoredPart send(OpenUpload upload, int number, ByteBuffer bytes) {
        return store().sendPart(upload.key(), upload.id(), PartNumber.of(number), bytes);
    }

    private byte[] read(ObjectKey key, long from, int length) {
        ByteBuffer found = store().read(key, from, length).orElseThrow();
        assertThat(found.remaining()).isLessThanOrEqualTo(length);
        byte[] bytes = new byte[found.remaining()];
        found.get(bytes);
        return bytes;
    }

    private static void assertListed(OpenUpload upload, List<StoredPart> sent) {
        List<StoredPart> listed = upload.listed();
        assertThat(listed).extracting(StoredPart::number).isEqualTo(numbers(sent));
        for (int i = 0; i < sent.size(); i++) {
            ETag etag = listed.get(i).etag();
            assertThat(sent.get(i).etag()).isEqualTo(etag);
            assertThat(sent.get(i).size()).isEqualTo(listed.get(i).size());
            Optional<Checksum> checksum = listed.get(i).checksum();
            sent.get(i).checksum().ifPresent(own -> assertThat(checksum).contains(own));
        }
    }

    private static List<PartNumber> numbers(List<StoredPart> parts) {
        return parts.stream().map(StoredPart::number).toList();
    }
}
