package dev.penstock.server.simulation;

import dev.penstock.core.object.PartNumber;
import java.time.Duration;

/// Sends the parts of an upload straight into the storage; some are on their way for long, some
/// come twice, and a few have other bytes than they should.
record Sender(World world, Begun begun) {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    /// As long as a URL that was just signed works, and its PUT may last.
    private static final Duration ON_ITS_WAY = World.SETTINGS.urlTtl();

    void send() {
        begun.file().numbers().forEach(this::send);
        if (world.faults().happens(0.2)) {
            put(PartNumber.of(begun.file().partCount() + 1), begun.file());
        }
    }

    private void send(PartNumber number) {
        world.linger(BETWEEN);
        if (world.faults().happens(0.5)) {
            sendSlowly(number);
        }
        put(number, world.faults().happens(0.2) ? otherBytes() : begun.file());
        if (world.faults().happens(0.5)) {
            put(number, begun.file());
        }
    }

    private SentFile otherBytes() {
        return new SentFile("other bytes", begun.file().partCount());
    }

    private void sendSlowly(PartNumber number) {
        SentFile file = world.oneIn(4) ? otherBytes() : begun.file();
        world.late()
                .add(
                        "part %s of %s arrives late".formatted(number, Brief.of(begun.key())),
                        world.faults().upTo(ON_ITS_WAY),
                        () ->
                                world.memory()
                                        .putLate(
                                                begun.key(),
                                                begun.multipart(),
                                                number,
                                                file.part(number)));
    }

    private void put(PartNumber number, SentFile file) {
        world.linger(Duration.ofMillis(100));
        boolean kept =
                world.memory().put(begun.key(), begun.multipart(), number, file.part(number));
        world.trace()
                .add(
                        world.scheduler().currentName(),
                        "PUT part %s of %s: %s"
                                .formatted(number, Brief.of(begun.key()), kept ? "200" : "404"));
    }
}
