package dev.penstock.core.access;

/// Who is calling.
public sealed interface Caller {
    /// With an intake token.
    record WithToken(IntakeToken token) implements Caller {}

    /// With a platform API key.
    record WithKey(ApiKey key) implements Caller {}
}
