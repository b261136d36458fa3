package dev.penstock.testkit.misbehaving;

/// Whether a request took effect in the storage, whatever its client heard.
public enum Effect {
    NO,
    YES,
    /// Not yet when the client hears its answer, but after a while.
    LATER
}
