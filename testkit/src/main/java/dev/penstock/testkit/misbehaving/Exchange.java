package dev.penstock.testkit.misbehaving;

import dev.penstock.testkit.misbehaving.wire.Body;
import dev.penstock.testkit.misbehaving.wire.Head;
import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/// A request that was passed on to the storage, and the storage's answer to it.
final class Exchange {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Call call;
    private final Upstream upstream;
    private final Peer storage;
    private final Transfer transfer;
    private final Head head;
    private final Body body;
    private final boolean isContinued;

    private Exchange(
            Call call,
            Upstream upstream,
            Peer storage,
            Transfer transfer,
            Head head,
            boolean isContinued)
            throws IOException {
        this.call = call;
        this.upstream = upstream;
        this.storage = storage;
        this.transfer = transfer;
        this.head = head;
        this.body = Body.ofAnswer(head, call.method(), storage.in());
        this.isContinued = isContinued;
    }

    /// Passes a request on, with whatever the storage says before its answer (`100 Continue`), and
    /// waits for the head of the answer.
    static Exchange begin(Call call, Upstream upstream) throws IOException {
        Peer storage = upstream.take();
        try {
            storage.out().write(call.head().bytes());
            Transfer transfer = Transfer.start(call.body().bytes(), storage);
            boolean continued = false;
            Head head = Head.read(storage.in()).orElseThrow(EOFException::new);
            while (head.status() / 100 == 1) {
                call.client().out().write(head.bytes());
                continued = true;
                head = Head.read(storage.in()).orElseThrow(EOFException::new);
            }
            return new Exchange(call, upstream, storage, transfer, head, continued);
        } catch (IOException e) {
            storage.close();
            throw e;
        }
    }

    int status() {
        return head.status();
    }

    Head head() {
        return head;
    }

    Body body() {
        return body;
    }

    /// Passes the answer on as it is.
    ///
    /// @return whether the client's connection can bear another request
    boolean relay() throws IOException {
        return relay(head);
    }

    /// Passes the answer on with another head.
    boolean relay(Head other) throws IOException {
        boolean open = !isUnread();
        call.client().out().write((open ? other : other.with("Connection", "close")).bytes());
        return drainTo(call.client().out()) && open && !call.endsConnection();
    }

    /// Lets nobody hear the answer.
    ///
    /// @return as [#relay]
    boolean swallow() throws IOException {
        return drainTo(OutputStream.nullOutputStream()) && !isUnread() && !call.endsConnection();
    }

    /// A client that was never told to send its body must not take it for wanted now.
    private boolean isUnread() {
        return call.waitsForContinue() && !isContinued;
    }

    private boolean drainTo(OutputStream out) throws IOException {
        try {
            body.bytes().transferTo(out);
        } catch (IOException e) {
            storage.close();
            throw e;
        }
        boolean whole = isUnread() || transfer.isDone(PATIENCE);
        boolean open = whole && body.isDelimited() && !head.says("Connection", "close");
        if (open && !isUnread()) {
            upstream.giveBack();
        } else {
            storage.close();
        }
        return open;
    }
}
