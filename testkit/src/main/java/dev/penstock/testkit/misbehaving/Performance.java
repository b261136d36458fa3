package dev.penstock.testkit.misbehaving;

import dev.penstock.testkit.misbehaving.wire.Body;
import dev.penstock.testkit.misbehaving.wire.Pause;
import dev.penstock.testkit.misbehaving.wire.SlowBytes;
import dev.penstock.testkit.misbehaving.wire.StalledBytes;
import dev.penstock.testkit.misbehaving.wire.ZeroFilledBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/// Plays one fault on one request. Every way of playing answers whether the client's connection can
/// bear another request.
final class Performance {
    private final Stage stage;
    private final Call call;
    private final Act act;
    private final Upstream upstream;

    Performance(Stage stage, Call call, Act act, Upstream upstream) {
        this.stage = stage;
        this.call = call;
        this.act = act;
        this.upstream = upstream;
    }

    boolean play() throws IOException {
        return switch (act.fault()) {
            case INTERNAL_ERROR -> instead(CannedAnswer.internalError());
            case INTERNAL_ERROR_AFTER -> after(CannedAnswer.internalError());
            case SLOW_DOWN -> instead(CannedAnswer.slowDown());
            case SLOW_DOWN_RETRY_AFTER ->
                    instead(CannedAnswer.slowDown().with("Retry-After", retryAfter()));
            case ERROR_IN_200 -> instead(CannedAnswer.internalErrorIn200());
            case ERROR_IN_200_AFTER -> after(CannedAnswer.internalErrorIn200());
            case ACCESS_DENIED_IN_200 -> instead(CannedAnswer.accessDeniedIn200());
            case ACCESS_DENIED_IN_200_AFTER -> after(CannedAnswer.accessDeniedIn200());
            case CLOCK_SKEW -> instead(CannedAnswer.clockSkew());
            case INVALID_PART -> instead(CannedAnswer.invalidPart());
            case NO_SUCH_UPLOAD_AFTER -> after(CannedAnswer.noSuchUpload());
            case GATEWAY_TIMEOUT_BEFORE -> instead(CannedAnswer.gatewayTimeout());
            case GATEWAY_TIMEOUT_AFTER -> after(CannedAnswer.gatewayTimeout());
            case GATEWAY_TIMEOUT_LATE -> gatewayTimeoutLate();
            case RESET_BEFORE -> resetBefore();
            case RESET_AFTER -> resetAfter();
            case RESET_LATE -> resetLate();
            case MISSING_ETAG -> withoutEtag();
            case SLOW_FIRST_BYTE -> slowFirstByte();
            case CUT_ANSWER -> cutAnswer();
            case STALLED_BODY -> taking(stalled());
            case SLOW_BODY -> taking(slow());
            case PART_KEPT_THOUGH_CUT -> keptThoughCut();
            case DROPPED_UPLOAD -> dropped();
            case FEW_PARTS_A_PAGE -> listing(act.value(Parameter.PAGE_SIZE));
            case LAGGING_LISTING -> listing(1000);
            case LAGGING_HEAD -> instead(CannedAnswer.noSuchKey());
        };
    }

    private boolean instead(CannedAnswer answer) throws IOException {
        stage.played(act, call);
        boolean open = !call.waitsForContinue() && !call.endsConnection();
        if (open) {
            call.body().bytes().transferTo(OutputStream.nullOutputStream());
        }
        (open ? answer : answer.with("Connection", "close")).send(call.client(), call.method());
        return open;
    }

    private boolean after(CannedAnswer answer) throws IOException {
        Exchange exchange = ask(call);
        if (exchange.status() >= 300) {
            return exchange.relay();
        }
        boolean open = exchange.swallow();
        (open ? answer : answer.with("Connection", "close")).send(call.client(), call.method());
        return open;
    }

    private boolean resetBefore() throws IOException {
        stage.played(act, call);
        if (!call.waitsForContinue()) {
            call.body().bytes().skip(half(call.body()));
        }
        call.client().reset();
        return false;
    }

    private boolean resetAfter() throws IOException {
        Exchange exchange = ask(call);
        if (exchange.status() >= 300) {
            return exchange.relay();
        }
        exchange.swallow();
        call.client().reset();
        return false;
    }

    private boolean gatewayTimeoutLate() throws IOException {
        stage.later(call, Duration.ofMillis(act.value(Parameter.MILLIS)));
        stage.played(act, call);
        CannedAnswer.gatewayTimeout()
                .with("Connection", "close")
                .send(call.client(), call.method());
        return false;
    }

    private boolean resetLate() throws IOException {
        stage.later(call, Duration.ofMillis(act.value(Parameter.MILLIS)));
        stage.played(act, call);
        call.client().reset();
        return false;
    }

    private boolean withoutEtag() throws IOException {
        Exchange exchange = ask(call);
        return exchange.relay(exchange.head().without("ETag"));
    }

    private boolean slowFirstByte() throws IOException {
        Exchange exchange = ask(call);
        Pause.of(Duration.ofMillis(act.value(Parameter.MILLIS)));
        return exchange.relay();
    }

    private boolean cutAnswer() throws IOException {
        Exchange exchange = ask(call);
        OutputStream client = call.client().out();
        byte[] head = exchange.head().bytes();
        long length = exchange.body().length().orElse(0);
        if (length == 0) {
            client.write(Arrays.copyOf(head, head.length / 2));
        } else {
            client.write(head);
            InputStream body = exchange.body().bytes();
            for (long left = (length + 1) / 2; left > 0; ) {
                byte[] piece = body.readNBytes((int) Math.min(left, 64 * 1024));
                client.write(piece);
                left -= piece.length;
            }
        }
        exchange.swallow();
        call.client().sendNoMore();
        return false;
    }

    private InputStream stalled() {
        return new StalledBytes(
                call.body().bytes(),
                half(call.body()),
                Duration.ofMillis(act.value(Parameter.MILLIS)));
    }

    private InputStream slow() {
        return new SlowBytes(call.body().bytes(), act.value(Parameter.BYTES_PER_SECOND));
    }

    private boolean taking(InputStream body) throws IOException {
        stage.played(act, call);
        Exchange exchange = Exchange.begin(call.through(call.body().through(body)), upstream);
        stage.note(call.request(), exchange.status());
        return exchange.relay();
    }

    private boolean keptThoughCut() throws IOException {
        long length = call.body().length().orElse(0);
        InputStream body =
                new ZeroFilledBytes(
                        call.body().bytes(), half(call.body()), length, call.client()::reset);
        stage.played(act, call);
        Exchange exchange = Exchange.begin(call.through(call.body().through(body)), upstream);
        stage.note(call.request(), exchange.status());
        exchange.swallow();
        return false;
    }

    private boolean dropped() throws IOException {
        stage.abort(call.request());
        return ask(call).relay();
    }

    /// The storage is asked first, for whether the client may have a listing at all.
    private boolean listing(long pageSize) throws IOException {
        Exchange exchange = ask(call);
        if (exchange.status() >= 300) {
            return exchange.relay();
        }
        boolean open = exchange.swallow();
        CannedAnswer answer = CannedAnswer.xml(page(pageSize));
        (open ? answer : answer.with("Connection", "close")).send(call.client(), call.method());
        return open;
    }

    private String page(long pageSize) throws IOException {
        String asked = call.request().parameters().getOrDefault("max-parts", "");
        long most = asked.matches("[0-9]{1,9}") ? Long.parseLong(asked) : pageSize;
        String page = stage.listParts(call.request(), Math.min(most, pageSize));
        if (act.fault() != Fault.LAGGING_LISTING) {
            return page;
        }
        return stage.withoutRecent(
                page, call.request(), Duration.ofMillis(act.value(Parameter.MILLIS)));
    }

    private Exchange ask(Call asked) throws IOException {
        Exchange exchange = Exchange.begin(asked, upstream);
        stage.note(asked.request(), exchange.status());
        stage.played(act, asked, OptionalInt.of(exchange.status()));
        return exchange;
    }

    private String retryAfter() {
        return Long.toString(act.value(Parameter.RETRY_AFTER_SECONDS));
    }

    private static long half(Body body) {
        return body.length().orElse(0) / 2;
    }
}
