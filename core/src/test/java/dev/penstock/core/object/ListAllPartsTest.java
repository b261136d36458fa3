package dev.penstock.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A listing is read to its last page.
class ListAllPartsTest {
    private static final List<StoredPart> HELD =
            IntStream.rangeClosed(1, 2500)
                    .mapToObj(n ->
                            new StoredPart(
                                    PartNumber.of(n),
                                    ByteCount.mebibytes(5),
                                    new ETag("e" + n),
                                    Optional.empty()))
                    .toList();

    @Test
    void all_pages_are_read_in_order() {
        var store = new Listing(HELD);

        assertThat(store.listAllParts(new ObjectKey("k"), new MultipartId("m"))).isEqualTo(HELD);
        assertThat(store.asked)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(PartNumber.of(1000)),
                        Optional.of(PartNumber.of(2000)));
    }

    @Test
    void empty_listing_is_one_page() {
        var store = new Listing(List.of());

        assertThat(store.listAllParts(new ObjectKey("k"), new MultipartId("m"))).isEmpty();
        assertThat(store.asked).hasSize(1);
    }

    /// Holds parts and can do nothing but list them.
    private static final class Listing implements ObjectStore {
        private final List<StoredPart> held;
        private final List<Optional<PartNumber>> asked = new ArrayList<>();

        Listing(List<StoredPart> held) {
            this.held = held;
        }

        @Override
        public PartPage listParts(
                ObjectKey key, MultipartId multipart, Optional<PartNumber> after, int limit) {
            asked.add(after);
            int from = after.map(PartNumber::value).orElse(0);
            int to = Math.min(held.size(), from + limit);
            return new PartPage(
                    held.subList(from, to),
                    to < held.size() ? Optional.of(PartNumber.of(to)) : Optional.empty());
        }

        @Override
        public StorageCapabilities capabilities() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MultipartId createMultipart(
                ObjectKey key, String contentType, Optional<ChecksumAlgorithm> checksum) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PresignedPut> presignParts(
                ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void complete(
                ObjectKey key,
                MultipartId multipart,
                List<StoredPart> parts,
                Optional<Checksum> whole) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoredObject put(ObjectKey key, ByteBuffer bytes, String contentType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoredPart sendPart(
                ObjectKey key, MultipartId multipart, PartNumber number, ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ByteBuffer> read(ObjectKey key, long from, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredObject> head(ObjectKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MultipartId> listMultiparts(ObjectKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void abort(ObjectKey key, MultipartId multipart) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(ObjectKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PresignedGet presignGet(Download download, Duration ttl) {
            throw new UnsupportedOperationException();
        }
    }
}
