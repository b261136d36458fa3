package dev.penstock.cli;

import dev.penstock.client.ConnectionSettings;
import dev.penstock.client.Credential;
import dev.penstock.client.JournalEntry;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Which service, and as whom.
final class ConnectionOptions {
    static final String DEFAULT_SERVER = "http://127.0.0.1:8480";

    static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

    private final Surroundings surroundings;

    @Option(
            names = "--server",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description =
                    "Address of the service. Default: PENSTOCK_URL, else " + DEFAULT_SERVER + ".")
    Optional<String> server = Optional.empty();

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "SECRET",
            description =
                    "Intake token (kit_...) or API key (pak_...). Default: PENSTOCK_TOKEN, else"
                            + " PENSTOCK_API_KEY. On a shared machine prefer the variable: other"
                            + " users can see command lines.")
    Optional<String> token = Optional.empty();

    ConnectionOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    String address() {
        return server.or(() -> surroundings.variable("PENSTOCK_URL")).orElse(DEFAULT_SERVER);
    }

    /// For somebody who waits at the terminal.
    PenstockClient open() {
        return open(address(), RetryPolicy.usual().withPatience(SHORT_PATIENCE));
    }

    /// Where an unfinished upload belongs.
    PenstockClient openFor(JournalEntry entry) {
        return open(entry.server(), RetryPolicy.usual().withPatience(SHORT_PATIENCE));
    }

    /// For the sending of files.
    PenstockClient openPatiently() {
        return open(address(), RetryPolicy.usual());
    }

    /// @param address of the service, whatever the options say
    PenstockClient open(String address, RetryPolicy retry) {
        try {
            return PenstockClient.open(
                    ConnectionSettings.of(URI.create(address), credential()).withRetry(retry));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "%s is no address of a service: %s".formatted(address, e.getMessage()));
        }
    }

    private Optional<Credential> credential() {
        var secret =
                token.or(() -> surroundings.variable("PENSTOCK_TOKEN"))
                        .or(() -> surroundings.variable("PENSTOCK_API_KEY"));
        try {
            return secret.map(Credential::new);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--token: " + e.getMessage());
        }
    }
}
