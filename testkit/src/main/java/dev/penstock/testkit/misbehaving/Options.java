package dev.penstock.testkit.misbehaving;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the program was started with.
///
/// @param seed in place of the plan's own
/// @param port 0 for any that is free
/// @param data folder of the embedded storage; without it a temporary one
/// @param before a storage that is there already, in place of the embedded one
record Options(
        Optional<Path> faults,
        OptionalLong seed,
        int port,
        int controlPort,
        Optional<Path> data,
        Optional<URI> before,
        String bucket,
        String region) {
    private static final List<String> NAMES =
            List.of(
                    "--faults",
                    "--seed",
                    "--port",
                    "--control-port",
                    "--data",
                    "--before",
                    "--bucket",
                    "--region");

    static final String HELP =
            """
            Usage: misbehaving-storage [--faults FILE] [--seed N] [--port P] [--data DIR] …

            An S3 server that misbehaves as it is told. Prints READY with its address, bucket and keys,
            then a line of JSON for each fault that it plays, until it is ended (Ctrl-C, SIGTERM).

              --faults FILE      JSON file with the plan (docs/misbehaving-storage.md); none: no fault
              --seed N           decides rules with a probability, in place of the plan's own seed
              --port P           of the storage (default: any that is free)
              --control-port P   where rules are added and dropped meanwhile (default: any that is free)
              --data DIR         where the storage keeps its data (default: a temporary folder, gone at the end)
              --before URL       stand before this S3 server (http://host:port) instead of the embedded one;
                                 MISBEHAVING_ACCESS_KEY and MISBEHAVING_SECRET_KEY are its keys
              --bucket NAME      bucket of that server
              --region NAME      region of that server (default: us-east-1)
              --help             this text

            Faults: %s
            """
                    .formatted(String.join(", ", Fault.names()));

    /// @throws PlanException if they cannot be understood
    static Options parse(List<String> arguments) {
        Map<String, String> given = given(arguments);
        Optional<URI> before = Optional.ofNullable(given.get("--before")).map(Options::uri);
        if (before.isPresent() != given.containsKey("--bucket")) {
            throw new PlanException("--before and --bucket go together");
        }
        if (before.isPresent() && given.containsKey("--data")) {
            throw new PlanException("--data is for the embedded storage, without --before");
        }
        return new Options(
                Optional.ofNullable(given.get("--faults")).map(Path::of),
                given.containsKey("--seed")
                        ? OptionalLong.of(number(given, "--seed", Long.MIN_VALUE, Long.MAX_VALUE))
                        : OptionalLong.empty(),
                (int) number(given, "--port", 0, 65_535),
                (int) number(given, "--control-port", 0, 65_535),
                Optional.ofNullable(given.get("--data")).map(Path::of),
                before,
                given.getOrDefault("--bucket", ""),
                given.getOrDefault("--region", "us-east-1"));
    }

    /// The plan of the file, with the seed given here.
    Plan plan() {
        Plan plan = faults.map(Plan::read).orElseGet(Plan::calm);
        return seed.isPresent() ? plan.withSeed(seed.getAsLong()) : plan;
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.removeFirst();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Names.require(name, NAMES, "option");
            if (equals < 0 && rest.isEmpty()) {
                throw new PlanException(name + " needs a value");
            }
            given.put(name, equals < 0 ? rest.removeFirst() : argument.substring(equals + 1));
        }
        return given;
    }

    private static long number(Map<String, String> given, String name, long least, long most) {
        String text = given.getOrDefault(name, "0");
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as any other that is out of range
        }
        throw new PlanException(
                name
                        + " is a whole number"
                        + (most == Long.MAX_VALUE ? "" : " from " + least + " to " + most)
                        + ", not '"
                        + text
                        + "'");
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new PlanException("--before is http://host:port, not '" + text + "'");
        }
    }
}
