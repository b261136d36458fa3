package dev.penstock.client;

/// An intake token (`kit_…`) or a platform API key (`pak_…`). It goes to the service and nowhere
/// else, and is not in [#toString()].
public record Credential(String secret) {

    /// @throws IllegalArgumentException when it is empty or holds what no HTTP header can carry
    public Credential {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "a token or key is one word of ASCII characters, without spaces");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
