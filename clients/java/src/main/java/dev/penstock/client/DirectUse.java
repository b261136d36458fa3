package dev.penstock.client;

/// When a file goes to the service itself, in one call, instead of straight to the storage.
public enum DirectUse {
    /// A small or an empty file, and one that fits where the intake takes no large uploads.
    AUTO,
    ALWAYS,
    NEVER
}
