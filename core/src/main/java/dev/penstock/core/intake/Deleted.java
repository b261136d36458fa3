package dev.penstock.core.intake;

/// How a deletion ended.
public enum Deleted {
    DELETED,
    /// There is nothing with this id.
    MISSING,
    /// Others need it.
    IN_USE
}
