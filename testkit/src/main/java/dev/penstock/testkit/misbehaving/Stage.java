package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.penstock.testkit.misbehaving.wire.Body;
import dev.penstock.testkit.misbehaving.wire.Head;
import dev.penstock.testkit.misbehaving.wire.Pause;
import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What all requests share: the script, the storage behind, what came lately, what was played.
final class Stage {
    private static final Pattern PART =
            Pattern.compile("<Part>.*?<PartNumber>(\\d+)</PartNumber>.*?</Part>", Pattern.DOTALL);

    private final URI storage;
    private final Script script;
    private final PlayedFaults played;
    private final OwnCalls own;
    private final ExecutorService threads;
    private final Recollection recollection = new Recollection();

    Stage(URI storage, Script script, PlayedFaults played, OwnCalls own, ExecutorService threads) {
        this.storage = storage;
        this.script = script;
        this.played = played;
        this.own = own;
        this.threads = threads;
    }

    /// Answers the requests of a client until one of the two has enough.
    void serve(Peer client) {
        try (client;
                Upstream upstream = new Upstream(storage)) {
            boolean open = true;
            while (open) {
                Optional<Head> head = Head.read(client.in());
                open = head.isPresent() && answer(Call.of(client, head.get()), upstream);
            }
        } catch (IOException e) {
            // One of the two is gone. The client notices by its connection.
        }
    }

    private boolean answer(Call call, Upstream upstream) throws IOException {
        Optional<Act> act = script.next(call.request(), rule -> isPossible(rule, call.request()));
        if (act.isPresent()) {
            return new Performance(this, call, act.get(), upstream).play();
        }
        Exchange exchange = Exchange.begin(call, upstream);
        note(call.request(), exchange.status());
        return exchange.relay();
    }

    private boolean isPossible(Rule rule, S3Request request) {
        return switch (rule.fault()) {
            case LAGGING_HEAD -> recollection.isRecentObject(request, lag(rule));
            case LAGGING_LISTING -> recollection.hasRecentPart(request.uploadId(), lag(rule));
            case INTERNAL_ERROR,
                    INTERNAL_ERROR_AFTER,
                    SLOW_DOWN,
                    SLOW_DOWN_RETRY_AFTER,
                    ERROR_IN_200,
                    ERROR_IN_200_AFTER,
                    ACCESS_DENIED_IN_200,
                    ACCESS_DENIED_IN_200_AFTER,
                    CLOCK_SKEW,
                    INVALID_PART,
                    NO_SUCH_UPLOAD_AFTER,
                    GATEWAY_TIMEOUT_BEFORE,
                    GATEWAY_TIMEOUT_AFTER,
                    GATEWAY_TIMEOUT_LATE,
                    RESET_BEFORE,
                    RESET_AFTER,
                    RESET_LATE,
                    MISSING_ETAG,
                    SLOW_FIRST_BYTE,
                    CUT_ANSWER,
                    STALLED_BODY,
                    SLOW_BODY,
                    PART_KEPT_THOUGH_CUT,
                    DROPPED_UPLOAD,
                    FEW_PARTS_A_PAGE ->
                    true;
        };
    }

    private static Duration lag(Rule rule) {
        return Duration.ofMillis(rule.value(Parameter.MILLIS));
    }

    void note(S3Request request, int status) {
        recollection.note(request, status);
    }

    void played(Act act, Call call) {
        played(act, call, OptionalInt.empty());
    }

    void played(Act act, Call call, OptionalInt storageStatus) {
        played.add(act, call.request(), storageStatus);
    }

    void abort(S3Request request) throws IOException {
        own.abort(request);
    }

    String listParts(S3Request request, long most) throws IOException {
        return own.listParts(request, most);
    }

    /// A listing without the parts that came within this time.
    String withoutRecent(String listing, S3Request request, Duration within) {
        return PART.matcher(listing)
                .replaceAll(part ->
                        recollection.isRecentPart(
                                        request.uploadId(), Integer.parseInt(part.group(1)), within)
                                ? ""
                                : Matcher.quoteReplacement(part.group()));
    }

    /// Takes a small request in whole now, and passes it on after a while though its client is
    /// gone.
    void later(Call call, Duration wait) throws IOException {
        byte[] body =
                call.waitsForContinue() ? waitedFor(call) : call.body().bytes().readAllBytes();
        Body whole = call.body().through(new ByteArrayInputStream(body));
        Head head = call.head().without("Expect");
        threads.execute(() -> passOn(new Call(call.client(), head, call.request(), whole), wait));
    }

    private static byte[] waitedFor(Call call) throws IOException {
        call.client().out().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        return call.body().bytes().readAllBytes();
    }

    private void passOn(Call call, Duration wait) {
        try (Upstream upstream = new Upstream(storage)) {
            Pause.of(wait);
            Exchange exchange = Exchange.begin(call, upstream);
            note(call.request(), exchange.status());
            exchange.swallow();
        } catch (IOException e) {
            // The front was closed before its time had come, or the storage is gone.
        }
    }
}
