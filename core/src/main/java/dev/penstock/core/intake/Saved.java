package dev.penstock.core.intake;

/// How the saving of an object that has a slug or a change sequence ended.
public enum Saved {
    /// It is durable.
    SAVED,
    /// Another object of the same owner has this slug, or the name that stands for one.
    SLUG_TAKEN,
    /// The object was changed or deleted since it was read, or its owner is gone.
    STALE
}
