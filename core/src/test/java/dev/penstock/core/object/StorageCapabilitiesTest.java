package dev.penstock.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorageCapabilitiesTest {
    @Test
    void embedded_storage_offers_every_algorithm_best_first() {
        assertThat(StorageCapabilities.EVERYTHING.enforcedBestFirst())
                .containsExactly(
                        ChecksumAlgorithm.CRC64NVME,
                        ChecksumAlgorithm.CRC32C,
                        ChecksumAlgorithm.SHA256,
                        ChecksumAlgorithm.MD5);
    }

    @Test
    void storage_that_nobody_has_probed_is_trusted_with_nothing_but_content_md5() {
        StorageCapabilities unprobed = StorageCapabilities.UNPROBED;

        assertThat(unprobed.enforcedBestFirst()).containsExactly(ChecksumAlgorithm.MD5);
        assertThat(unprobed.computed()).isEmpty();
        assertThat(unprobed.etagsAreMd5()).isFalse();
        assertThat(unprobed.unequalParts()).isFalse();
    }
}
