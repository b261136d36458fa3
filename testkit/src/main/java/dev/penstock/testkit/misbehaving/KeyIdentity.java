package dev.penstock.testkit.misbehaving;

/// By what the seed tells one object from another.
public enum KeyIdentity {
    /// By its key: right where keys are the same in every run, whatever the order of requests.
    NAME,
    /// By the order in which keys were first asked for: right where keys are random, as those of
    /// Penstock's uploads.
    APPEARANCE
}
