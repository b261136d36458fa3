package dev.penstock.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StoredPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Listing, completing and giving up.
public interface MultipartContract extends StoreUnderTest {

    @Test
    default void parts_become_one_object_in_their_order() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] first = OpenUpload.bytes(1, OpenUpload.MIN_PART);
        byte[] last = OpenUpload.bytes(2, 3);
        upload.send(2, last);
        upload.send(1, first);
        upload.complete();

        assertThat(store().head(upload.key()))
                .hasValueSatisfying(object ->
                        assertThat(object.size())
                                .isEqualTo(ByteCount.bytes(OpenUpload.MIN_PART + 3)));
        assertThat(upload.read()).isEqualTo(TwoParts.joined(first, last));
    }

    @Test
    default void parts_may_differ_in_size() {
        assumeThat(store().capabilities().unequalParts()).as("unequal parts").isTrue();
        OpenUpload upload = OpenUpload.at(store());
        byte[] first = OpenUpload.bytes(1, OpenUpload.MIN_PART + 1);
        byte[] second = OpenUpload.bytes(2, OpenUpload.MIN_PART);
        byte[] last = OpenUpload.bytes(3, OpenUpload.MIN_PART + 4096);
        upload.send(1, first);
        upload.send(2, second);
        upload.send(3, last);
        upload.complete();

        assertThat(upload.read()).isEqualTo(TwoParts.joined(first, TwoParts.joined(second, last)));
    }

    @Test
    default void nothing_is_visible_before_completion() {
        OpenUpload upload = OpenUpload.at(store());
        upload.send(1, OpenUpload.bytes(1, 10));

        assertThat(store().head(upload.key())).isEmpty();
    }

    @Test
    default void a_new_upload_has_no_parts() {
        assertThat(OpenUpload.at(store()).listed()).isEmpty();
    }

    @Test
    default void a_listing_comes_in_pages() {
        OpenUpload upload = OpenUpload.at(store());
        List.of(9, 2, 1000, 4, 7).forEach(n -> upload.send(n, OpenUpload.bytes(n, n)));

        var pages = new ArrayList<List<Integer>>();
        Optional<PartNumber> after = Optional.empty();
        do {
            PartPage page = store().listParts(upload.key(), upload.id(), after, 2);
            pages.add(page.parts().stream().map(part -> part.number().value()).toList());
            after = page.nextAfter();
        } while (after.isPresent());
        assertThat(pages).containsExactly(List.of(2, 4), List.of(7, 9), List.of(1000));
        assertThat(upload.listedNumbers()).containsExactly(2, 4, 7, 9, 1000);
    }

    @Test
    default void a_page_that_is_just_full_is_the_last_one() {
        OpenUpload upload = OpenUpload.at(store());
        List.of(1, 2).forEach(n -> upload.send(n, OpenUpload.bytes(n, n)));

        assertThat(store().listParts(upload.key(), upload.id(), Optional.empty(), 2).nextAfter())
                .isEmpty();
    }

    @Test
    default void a_listing_begins_after_the_part_that_is_named() {
        OpenUpload upload = OpenUpload.at(store());
        List.of(1, 2, 3).forEach(n -> upload.send(n, OpenUpload.bytes(n, n)));

        PartPage page =
                store().listParts(upload.key(), upload.id(), Optional.of(PartNumber.of(2)), 10);
        assertThat(page.parts()).extracting(StoredPart::number).containsExactly(PartNumber.of(3));
    }

    @Test
    default void a_part_sent_again_replaces_the_first() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] second = OpenUpload.bytes(2, 20);
        upload.send(1, OpenUpload.bytes(1, 10));
        upload.send(1, second);
        upload.complete();

        assertThat(upload.read()).isEqualTo(second);
    }

    @Test
    default void an_object_is_made_of_the_named_parts_only() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] first = OpenUpload.bytes(1, OpenUpload.MIN_PART);
        byte[] third = OpenUpload.bytes(3, 30);
        upload.send(1, first);
        upload.send(2, OpenUpload.bytes(2, OpenUpload.MIN_PART));
        upload.send(3, third);
        List<StoredPart> all = upload.listed();
        store().complete(
                        upload.key(),
                        upload.id(),
                        List.of(all.getFirst(), all.getLast()),
                        Optional.empty());

        assertThat(upload.read()).isEqualTo(TwoParts.joined(first, third));
    }

    @Test
    default void a_wrong_etag_is_refused_and_leaves_the_upload_open() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] body = OpenUpload.bytes(1, 10);
        upload.send(1, body);
        ETag wrong = new ETag("0123456789abcdef0123456789abcdef");

        assertPartsRefused(upload, List.of(withEtag(upload.listed().getFirst(), wrong)));
        assertThat(upload.listedNumbers()).containsExactly(1);
        upload.complete();
        assertThat(upload.read()).isEqualTo(body);
    }

    @Test
    default void a_part_that_never_came_is_refused() {
        OpenUpload upload = OpenUpload.at(store());
        upload.send(1, OpenUpload.bytes(1, OpenUpload.MIN_PART));
        StoredPart first = upload.listed().getFirst();
        StoredPart never =
                new StoredPart(PartNumber.of(2), first.size(), first.etag(), first.checksum());

        assertPartsRefused(upload, List.of(first, never));
        assertThat(upload.listedNumbers()).containsExactly(1);
    }

    @Test
    default void a_small_part_before_the_last_is_refused() {
        OpenUpload upload = OpenUpload.at(store());
        upload.send(1, OpenUpload.bytes(1, OpenUpload.MIN_PART - 1));
        upload.send(2, OpenUpload.bytes(2, 10));

        assertPartsRefused(upload, upload.listed());
        assertThat(upload.listedNumbers()).containsExactly(1, 2);
    }

    @Test
    default void completing_again_harms_nothing() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] body = OpenUpload.bytes(1, 100);
        upload.send(1, body);
        List<StoredPart> parts = upload.listed();
        store().complete(upload.key(), upload.id(), parts, Optional.empty());

        switch (secondCompletion()) {
            case SAYS_GONE ->
                    assertThatThrownBy(() ->
                                    store().complete(
                                                    upload.key(),
                                                    upload.id(),
                                                    parts,
                                                    Optional.empty()))
                            .isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
            case SAYS_DONE -> store().complete(upload.key(), upload.id(), parts, Optional.empty());
        }
        assertThat(store().head(upload.key())).isPresent();
        assertThat(upload.read()).isEqualTo(body);
    }

    @Test
    default void a_part_url_is_dead_once_the_upload_is_complete() {
        OpenUpload upload = OpenUpload.at(store());
        byte[] body = OpenUpload.bytes(1, 100);
        PresignedPut url = upload.sign(1);
        upload.send(1, body);
        upload.complete();

        assertThat(Wire.put(url, OpenUpload.bytes(2, 100)).statusCode()).isEqualTo(404);
        assertThat(upload.read()).isEqualTo(body);
        assertThatThrownBy(upload::listed).isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
    }

    @Test
    default void an_aborted_upload_is_gone_with_its_parts() {
        OpenUpload upload = OpenUpload.at(store());
        PresignedPut url = upload.sign(2);
        upload.send(1, OpenUpload.bytes(1, 100));
        store().abort(upload.key(), upload.id());

        assertThatThrownBy(upload::listed).isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
        assertThat(Wire.put(url, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(store().head(upload.key())).isEmpty();
    }

    @Test
    default void unfinished_uploads_of_a_key_are_listed() {
        OpenUpload first = OpenUpload.at(store());
        MultipartId second =
                store().createMultipart(first.key(), "application/pdf", Optional.empty());
        store().createMultipart(
                        new ObjectKey(first.key().value() + "-longer"),
                        "application/pdf",
                        Optional.empty());

        assertThat(store().listMultiparts(first.key()))
                .containsExactlyInAnyOrder(first.id(), second);
        store().abort(first.key(), first.id());
        assertThat(store().listMultiparts(first.key())).containsExactly(second);
        assertThat(store().listMultiparts(OpenUpload.freshKey("other.bin"))).isEmpty();
    }

    @Test
    default void aborting_again_is_fine() {
        OpenUpload upload = OpenUpload.at(store());
        store().abort(upload.key(), upload.id());
        store().abort(upload.key(), upload.id());

        assertThatThrownBy(upload::listed).isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
    }

    @Test
    default void completing_after_an_abort_says_that_it_is_gone() {
        OpenUpload upload = OpenUpload.at(store());
        upload.send(1, OpenUpload.bytes(1, 100));
        List<StoredPart> parts = upload.listed();
        store().abort(upload.key(), upload.id());

        assertThatThrownBy(
                        () -> store().complete(upload.key(), upload.id(), parts, Optional.empty()))
                .isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
    }

    @Test
    default void an_upload_that_never_was_is_told_from_an_empty_one() {
        MultipartId never = new MultipartId("bmV2ZXItd2Fz");

        assertThatThrownBy(() -> store().listAllParts(OpenUpload.freshKey("file.bin"), never))
                .isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
    }

    private void assertPartsRefused(OpenUpload upload, List<StoredPart> parts) {
        assertThatThrownBy(
                        () -> store().complete(upload.key(), upload.id(), parts, Optional.empty()))
                .isInstanceOf(ObjectStoreException.PartsRefused.class);
        assertThat(store().head(upload.key())).isEmpty();
    }

    private static StoredPart withEtag(StoredPart part, ETag etag) {
        return new StoredPart(part.number(), part.size(), etag, part.checksum());
    }
}
