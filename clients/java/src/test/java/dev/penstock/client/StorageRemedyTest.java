package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageRemedyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDenied",
                "SignatureDoesNotMatch",
                "RequestTimeTooSkewed",
                "InvalidAccessKeyId",
                "ExpiredToken",
                "NeverHeardOf",
                ""
            })
    void any_403_asks_for_a_new_url(String s3Code) {
        assertThat(StorageRemedy.of(403, s3Code)).isEqualTo(StorageRemedy.NEW_URL);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 599})
    void what_may_pass_is_tried_again(int status) {
        assertThat(StorageRemedy.of(status, "")).isEqualTo(StorageRemedy.RETRY);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadDigest, READ_AGAIN",
        "400, XAmzContentChecksumMismatch, READ_AGAIN",
        "400, RequestTimeout, RETRY",
        "400, ExpiredToken, NEW_URL",
        "400, InvalidRequest, GIVE_UP",
        "404, NoSuchUpload, ASK_SERVICE",
        "409, OperationAborted, RETRY",
        "411, MissingContentLength, GIVE_UP",
        "413, EntityTooLarge, GIVE_UP"
    })
    void other_refusals_have_their_own_remedy(int status, String s3Code, StorageRemedy remedy) {
        assertThat(StorageRemedy.of(status, s3Code)).isEqualTo(remedy);
    }
}
