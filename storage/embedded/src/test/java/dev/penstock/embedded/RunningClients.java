package dev.penstock.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that put, upload in parts, complete and delete until the storage is gone, and remember
/// what they were told.
///
/// A key belongs to one client, so at any moment it has one of two contents: what was acknowledged
/// last, and what is being asked for.
final class RunningClients {
    /// Seeds and lengths of bodies; empty for no object.
    record Content(List<Piece> pieces) {
        static final Content NONE = new Content(List.of());

        byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            pieces.forEach(piece -> all.writeBytes(piece.bytes()));
            return all.toByteArray();
        }
    }

    record Piece(long seed, int length) {
        byte[] bytes() {
            return Samples.bytes(seed, length);
        }
    }

    /// An upload whose completion was not asked for.
    record OpenUpload(String key, String id, Map<Integer, Piece> acknowledged) {}

    private static final int CLIENTS = 6;
    private static final int KEYS_EACH = 4;

    private final Map<String, Content> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Content> asked = new ConcurrentHashMap<>();
    private final List<OpenUpload> open = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /// Starts them.
    static RunningClients start(URI endpoint, long seed) {
        RunningClients clients = new RunningClients();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            clients.threads.add(
                    Thread.ofVirtual()
                            .start(() -> clients.run(endpoint, number, new Random(seed + number))));
        }
        return clients;
    }

    /// Waits until so many requests were acknowledged.
    void awaitAnswers(int count) {
        TestStorage.await(() -> answers.get() >= count || !surprises.isEmpty());
    }

    /// Answers that no request here should get.
    List<String> surprises() {
        return surprises;
    }

    /// Waits until all have seen the storage go.
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(20_000);
        }
    }

    /// What was acknowledged last, by key.
    Map<String, Content> acknowledged() {
        return acknowledged;
    }

    /// What the last request of a key would make of it.
    Content asked(String key) {
        return asked.getOrDefault(key, Content.NONE);
    }

    List<OpenUpload> open() {
        return open;
    }

    private void run(URI endpoint, int number, Random random) {
        SignedHttp http = SignedHttp.of(endpoint);
        try {
            while (true) {
                String key = "client" + number + "/key" + random.nextInt(KEYS_EACH);
                switch (random.nextInt(4)) {
                    case 0, 1 -> put(http, key, random);
                    case 2 -> upload(http, key, random);
                    default -> delete(http, key);
                }
            }
        } catch (IOException _) {
            // the storage is gone, which is how it ends
        }
    }

    private void put(SignedHttp http, String key, Random random) throws IOException {
        Piece piece = piece(random);
        ask(http, Ask.put(key, piece.bytes()), key, new Content(List.of(piece)), 200);
    }

    private void delete(SignedHttp http, String key) throws IOException {
        ask(http, Ask.of("DELETE", key), key, Content.NONE, 204);
    }

    private void upload(SignedHttp http, String key, Random random) throws IOException {
        HandUpload upload = HandUpload.begin(http, key);
        OpenUpload known = new OpenUpload(key, upload.id(), new TreeMap<>());
        remember(known);
        for (int n = 1; n <= 1 + random.nextInt(4); n++) {
            Piece piece = piece(random);
            require(upload.part(n, piece.bytes()), 200);
            known.acknowledged().put(n, piece);
        }
        forget(known);
        Content content = new Content(List.copyOf(known.acknowledged().values()));
        asked.put(key, content);
        require(upload.complete(), 200);
        acknowledged.put(key, content);
    }

    private void ask(SignedHttp http, Ask ask, String key, Content content, int status)
            throws IOException {
        asked.put(key, content);
        require(http.send(ask), status);
        acknowledged.put(key, content);
    }

    private void require(Answer answer, int status) throws IOException {
        answers.incrementAndGet();
        if (answer.status() != status) {
            if (answer.status() != 0) {
                surprises.add(answer.toString());
            }
            throw new IOException("answered " + answer.outcome());
        }
    }

    private static Piece piece(Random random) {
        int length = random.nextInt(5) == 0 ? random.nextInt(400_000) : random.nextInt(3000);
        return new Piece(random.nextLong(), 1 + length);
    }

    private synchronized void remember(OpenUpload upload) {
        open.add(upload);
    }

    private synchronized void forget(OpenUpload upload) {
        open.remove(upload);
    }
}
