package dev.penstock.sigv4;

import java.util.Optional;

/// The credentials that a server knows.
@FunctionalInterface
public interface CredentialsLookup {

    /// The credentials with this access key; empty if there are none.
    Optional<Credentials> find(String accessKey);

    /// A server with one pair of keys.
    static CredentialsLookup only(Credentials credentials) {
        return accessKey ->
                Optional.of(credentials).filter(known -> known.accessKey().equals(accessKey));
    }
}
