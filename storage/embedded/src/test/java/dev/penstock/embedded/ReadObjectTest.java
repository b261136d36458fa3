package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading an object: whole, in ranges, under conditions, with other headers.
class ReadObjectTest {
    private static final String DIGITS = "0123456789";
    private static final String ETAG = Samples.md5(DIGITS.getBytes(US_ASCII));
    private static final String LONG_AGO = "Tue, 01 Jan 2019 00:00:00 GMT";
    private static final String FAR_AHEAD = "Thu, 01 Jan 2099 00:00:00 GMT";
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() throws IOException {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
        http.send(Ask.put("digits", DIGITS.getBytes(US_ASCII)));
        http.send(Ask.put("empty", new byte[0]));
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 0",
                "bytes=2-4 | 234",
                "bytes=5- | 56789",
                "bytes=9- | 9",
                "bytes=-3 | 789",
                "bytes=-100 | 0123456789",
                "bytes=8-100 | 89",
                "bytes=8-9223372036854775807 | 89",
                "bytes=8-99999999999999999999999 | 89",
                "bytes=-99999999999999999999999 | 0123456789",
            })
    void a_range_gives_its_bytes(String range, String bytes) throws IOException {
        Answer answer = http.send(Ask.get("digits").header("range", range));
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.text()).isEqualTo(bytes);
        int first = DIGITS.indexOf(bytes);
        String place = "bytes %d-%d/10".formatted(first, first + bytes.length() - 1);
        assertThat(answer.header("content-range")).isEqualTo(place);
        Answer head = http.send(Ask.of("HEAD", "digits").header("range", range));
        assertThat(head.status()).isEqualTo(206);
        assertThat(head.header("content-range")).isEqualTo(place);
        assertThat(head.header("content-length")).isEqualTo(Integer.toString(bytes.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=10-", "bytes=20-30", "bytes=-0", "bytes=99999999999999999999999-"})
    void a_range_without_bytes_is_not_satisfiable(String range) throws IOException {
        Answer answer = http.send(Ask.get("digits").header("range", range));
        assertThat(answer.outcome()).isEqualTo("416 InvalidRange");
        assertThat(answer.element("ActualObjectSize")).isEqualTo("10");
        assertThat(answer.header("content-range")).isEqualTo("bytes */10");
        assertThat(http.send(Ask.of("HEAD", "digits").header("range", range)).status())
                .isEqualTo(416);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=5-3", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "bytes=-", "bytes"})
    void a_range_that_is_none_or_several_is_passed_over(String range) throws IOException {
        Answer answer = http.send(Ask.get("digits").header("range", range));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(DIGITS);
    }

    @Test
    void an_empty_object_is_read_whole_and_has_no_range() throws IOException {
        Answer whole = http.send(Ask.get("empty"));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("content-length")).isEqualTo("0");
        assertThat(whole.etag()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        assertThat(http.send(Ask.get("empty").header("range", "bytes=0-")).status()).isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if-match          | \"ETAG\"          | 200",
                "if-match          | ETAG              | 200",
                "if-match          | *                 | 200",
                "if-match          | \"no\", \"ETAG\"  | 200",
                "if-match          | \"no\"            | 412",
                "if-none-match     | \"ETAG\"          | 304",
                "if-none-match     | W/\"ETAG\"        | 304",
                "if-none-match     | *                 | 304",
                "if-none-match     | \"no\"            | 200",
                "if-modified-since | LONG_AGO          | 200",
                "if-modified-since | FAR_AHEAD         | 304",
                "if-modified-since | rubbish           | 200",
                "if-unmodified-since | LONG_AGO        | 412",
                "if-unmodified-since | FAR_AHEAD       | 200",
            })
    void a_condition_decides(String header, String value, int status) throws IOException {
        String sent = meant(value);
        assertThat(http.send(Ask.get("digits").header(header, sent)).status()).isEqualTo(status);
        Answer head = http.send(Ask.of("HEAD", "digits").header(header, sent));
        assertThat(head.status()).isEqualTo(status);
    }

    /// RFC 9110 section 13.2.2: an ETag outranks a date.
    @Test
    void a_condition_on_the_etag_outranks_one_on_the_date() throws IOException {
        Ask matching =
                Ask.get("digits")
                        .header("if-match", meant("\"ETAG\""))
                        .header("if-unmodified-since", LONG_AGO);
        assertThat(http.send(matching).status()).isEqualTo(200);
        Ask other =
                Ask.get("digits")
                        .header("if-none-match", "\"no\"")
                        .header("if-modified-since", FAR_AHEAD);
        assertThat(http.send(other).status()).isEqualTo(200);
    }

    /// RFC 9110 section 15.4.5.
    @Test
    void not_modified_tells_which_object_is_meant() throws IOException {
        Answer answer = http.send(Ask.get("digits").header("if-none-match", meant("\"ETAG\"")));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.etag()).isEqualTo(ETAG);
        assertThat(answer.header("last-modified")).endsWith("GMT");
    }

    @Test
    void a_range_of_another_version_is_all_of_this_one() throws IOException {
        Ask range = Ask.get("digits").header("range", "bytes=2-4");
        assertThat(http.send(range.header("if-range", meant("\"ETAG\""))).text()).isEqualTo("234");
        assertThat(http.send(range.header("if-range", "\"no\"")).text()).isEqualTo(DIGITS);
        assertThat(http.send(range.header("if-range", LONG_AGO)).text()).isEqualTo(DIGITS);
        String modified = http.send(Ask.get("digits")).header("last-modified");
        assertThat(http.send(range.header("if-range", modified)).text()).isEqualTo("234");
    }

    @Test
    void headers_that_came_with_an_object_go_out_with_it() throws IOException {
        Map<String, String> headers =
                Map.of(
                        "content-type", "text/csv",
                        "content-encoding", "gzip",
                        "content-language", "de",
                        "content-disposition", "attachment; filename=\"a.csv\"",
                        "cache-control", "no-store",
                        "expires", LONG_AGO,
                        "x-amz-meta-one", "1");
        Ask ask = Ask.put("headers", new byte[1]);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            ask = ask.header(header.getKey(), header.getValue());
        }
        assertThat(http.send(ask).status()).isEqualTo(200);
        assertThat(http.send(Ask.get("headers")).headers()).containsAllEntriesOf(headers);
        assertThat(http.send(Ask.of("HEAD", "headers")).headers()).containsAllEntriesOf(headers);
    }

    @Test
    void a_signed_query_may_ask_for_other_headers() throws IOException {
        Map<String, String> headers =
                Map.of(
                        "content-type", "text/plain",
                        "content-encoding", "identity",
                        "content-language", "en",
                        "content-disposition", "attachment; filename*=UTF-8''%C3%BC",
                        "cache-control", "private",
                        "expires", FAR_AHEAD);
        Ask ask = Ask.get("digits");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            ask = ask.query("response-" + header.getKey(), header.getValue());
        }
        assertThat(http.send(ask).headers()).containsAllEntriesOf(headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-evil: 1", "a\nb", "a\u0000", "日本"})
    void a_header_asked_for_is_never_two(String value) throws IOException {
        Answer answer = http.send(Ask.get("digits").query("response-content-type", value));
        assertThat(answer.outcome()).isEqualTo("400 InvalidArgument");
        assertThat(answer.headers()).doesNotContainKey("x-evil");
    }

    @Test
    void what_is_not_there_is_told_in_the_words_of_s3() throws IOException {
        assertThat(http.send(Ask.get("nothing")).outcome()).isEqualTo("404 NoSuchKey");
        assertThat(http.send(Ask.get("key").in("no-bucket")).outcome())
                .isEqualTo("404 NoSuchBucket");
        assertThat(http.send(Ask.of("HEAD", "nothing")).status()).isEqualTo(404);
        assertThat(http.send(Ask.get("digits").query("acl", "")).outcome())
                .isEqualTo("501 NotImplemented");
    }

    private static String meant(String value) {
        return value.replace("ETAG", ETAG)
                .replace("LONG_AGO", LONG_AGO)
                .replace("FAR_AHEAD", FAR_AHEAD);
    }
}
