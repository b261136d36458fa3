package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ListObjectsV2: in the order of UTF-8 bytes, by prefix, by delimiter, page by page.
class ListObjectsTest {
    private static final List<String> KEYS =
            List.of(
                    "a",
                    "a/1",
                    "a/2",
                    "a/b/3",
                    "a0",
                    "b/",
                    "b/1",
                    "c",
                    "c//d",
                    "dir/\ufffdz",
                    "dir/😀",
                    "ä/1",
                    "ä/2");
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() throws IOException {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
        for (String key : KEYS) {
            http.send(Ask.put(key, key.getBytes(UTF_8)));
        }
        http.send(Ask.of("PUT", "").in("other-bucket"));
        http.send(Ask.put("elsewhere", new byte[1]).in("other-bucket"));
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void all_keys_come_in_the_order_of_their_bytes() throws IOException {
        Answer answer = http.send(list());
        assertThat(answer.elements("Key")).isEqualTo(KEYS);
        assertThat(answer.element("KeyCount")).isEqualTo(Integer.toString(KEYS.size()));
        assertThat(answer.element("IsTruncated")).isEqualTo("false");
        assertThat(answer.elements("ETag").getFirst())
                .isEqualTo('"' + Samples.md5("a".getBytes(UTF_8)) + '"');
        assertThat(answer.elements("Size").getFirst()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, /, a|a0|c, a/|b/|c/|dir/|ä/",
                "a, /, a|a0, a/",
                "a/, /, a/1|a/2, a/b/",
                "a/b, /, -, a/b/",
                "c/, /, -, c//",
                "b/, /, b/|b/1, -",
                "dir/, -, dir/\ufffdz|dir/😀, -",
                "-, //, a|a/1|a/2|a/b/3|a0|b/|b/1|c|dir/\ufffdz|dir/😀|ä/1|ä/2, c//",
                "zzz, /, -, -",
                "ä, ä, ä/1|ä/2, -",
            })
    void prefix_and_delimiter_group_keys(
            String prefix, String delimiter, String keys, String prefixes) throws IOException {
        Ask ask = list();
        ask = prefix == null ? ask : ask.query("prefix", prefix);
        ask = delimiter == null ? ask : ask.query("delimiter", delimiter);
        Answer answer = http.send(ask);
        assertThat(answer.elements("Key")).isEqualTo(parts(keys));
        assertThat(commonPrefixes(answer)).isEqualTo(parts(prefixes));
        for (int size = 1; size <= 3; size++) {
            List<String> found = new ArrayList<>();
            for (Answer page : pages(ask, size)) {
                found.addAll(page.elements("Key"));
                found.addAll(commonPrefixes(page));
            }
            List<String> expected = new ArrayList<>(parts(keys));
            expected.addAll(parts(prefixes));
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12, 13, 14})
    void pages_follow_one_another_without_gap(int size) throws IOException {
        List<String> found = new ArrayList<>();
        List<Answer> pages = pages(list(), size);
        pages.forEach(page -> found.addAll(page.elements("Key")));
        assertThat(found).isEqualTo(KEYS);
        assertThat(pages).hasSize((KEYS.size() + size - 1) / size);
    }

    @Test
    void a_listing_may_begin_behind_a_key() throws IOException {
        assertThat(http.send(list().query("start-after", "b/")).elements("Key"))
                .isEqualTo(KEYS.subList(6, KEYS.size()));
        assertThat(http.send(list().query("start-after", "b")).elements("Key").getFirst())
                .isEqualTo("b/");
    }

    @Test
    void no_key_asked_for_is_the_last_page() throws IOException {
        Answer answer = http.send(list().query("max-keys", "0"));
        assertThat(answer.elements("Key")).isEmpty();
        assertThat(answer.element("IsTruncated")).isEqualTo("false");
    }

    @Test
    void more_than_a_thousand_are_never_on_one_page() throws IOException {
        assertThat(http.send(list().query("max-keys", "5000")).element("MaxKeys"))
                .isEqualTo("1000");
    }

    @ParameterizedTest
    @CsvSource({
        "max-keys, -1",
        "max-keys, many",
        "continuation-token, nonsense",
        "encoding-type, base64",
    })
    void a_wrong_argument_is_refused(String name, String value) throws IOException {
        assertThat(http.send(list().query(name, value)).outcome()).isEqualTo("400 InvalidArgument");
    }

    /// Compared with a plain computation over random keys.
    @Test
    void random_keys_are_grouped_as_a_plain_computation_does() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeSet<String> keys = new TreeSet<>();
        http.send(Ask.of("PUT", "").in("random"));
        for (int i = 0; i < 60; i++) {
            String key =
                    random.ints(1 + random.nextInt(6), 0, 3)
                            .mapToObj(c -> String.valueOf("a/b".charAt(c)))
                            .collect(Collectors.joining());
            keys.add(key);
            http.send(Ask.put(key, new byte[0]).in("random"));
        }
        for (String prefix : List.of("", "a", "a/", "b/a", "/")) {
            TreeSet<String> expected = new TreeSet<>();
            for (String key : keys) {
                int end = key.indexOf('/', prefix.length());
                if (key.startsWith(prefix)) {
                    expected.add(end < 0 ? key : key.substring(0, end + 1));
                }
            }
            Ask ask = list().in("random").query("prefix", prefix).query("delimiter", "/");
            List<String> found = new ArrayList<>();
            for (Answer page : pages(ask, 1 + random.nextInt(5))) {
                found.addAll(page.elements("Key"));
                found.addAll(commonPrefixes(page));
            }
            assertThat(found)
                    .as("seed %d, prefix '%s'", seed, prefix)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Ask list() {
        return Ask.of("GET", "").query("list-type", "2");
    }

    private static List<Answer> pages(Ask ask, int size) throws IOException {
        List<Answer> pages = new ArrayList<>();
        Ask next = ask.query("max-keys", Integer.toString(size));
        while (pages.size() < 200) {
            Answer page = http.send(next);
            assertThat(page.status()).isEqualTo(200);
            pages.add(page);
            String token = page.element("NextContinuationToken");
            assertThat(page.element("IsTruncated")).isEqualTo(Boolean.toString(!token.isEmpty()));
            if (token.isEmpty()) {
                return pages;
            }
            next = ask.query("max-keys", Integer.toString(size)).query("continuation-token", token);
        }
        throw new AssertionError("the pages do not come to an end");
    }

    private static List<String> commonPrefixes(Answer answer) {
        return answer.elements("CommonPrefixes").stream()
                .map(text -> text.replaceAll("</?Prefix>", ""))
                .toList();
    }

    private static List<String> parts(String list) {
        return list == null ? List.of() : Arrays.asList(list.split("\\|", -1));
    }
}
