package dev.penstock.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/// The body of a PUT: a range of a file, read a small buffer at a time as the network takes it.
final class RangePublisher implements BodyPublisher {
    private static final int BUFFER_BYTES = 128 << 10;

    private final FileRange range;
    private final Transfer transfer;

    RangePublisher(FileRange range, Transfer transfer) {
        this.range = range;
        this.transfer = transfer;
    }

    @Override
    public long contentLength() {
        return range.size();
    }

    /// The JDK's client subscribes again when it repeats a request on a fresh connection.
    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        transfer.reset();
        subscriber.onSubscribe(new Reading(subscriber));
    }

    /// `onNext` may ask for more before it returns, so demand is counted and served in one place.
    private final class Reading implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong demand = new AtomicLong();
        private long position;
        private volatile boolean over;

        Reading(Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            if (n <= 0) {
                fail(new IllegalArgumentException("demand must be positive"));
                return;
            }
            if (demand.getAndAccumulate(n, Reading::add) == 0) {
                serve();
            }
        }

        private static long add(long a, long b) {
            return a + b < 0 ? Long.MAX_VALUE : a + b;
        }

        private void serve() {
            long asked = demand.get();
            while (asked > 0) {
                for (long served = 0; served < asked && !over; served++) {
                    next();
                }
                asked = demand.addAndGet(-asked);
            }
        }

        private void next() {
            try {
                var buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, left()));
                int bytes = range.read(buffer, position);
                position += bytes;
                transfer.advance(bytes);
                boolean last = left() == 0;
                over = over || last;
                subscriber.onNext(buffer.flip());
                if (last) {
                    subscriber.onComplete();
                }
            } catch (IOException e) {
                fail(e);
            }
        }

        private long left() {
            return range.size() - position;
        }

        private void fail(Throwable fault) {
            over = true;
            subscriber.onError(fault);
        }

        @Override
        public void cancel() {
            over = true;
        }
    }
}
