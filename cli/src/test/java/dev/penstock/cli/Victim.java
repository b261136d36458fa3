package dev.penstock.cli;

/// A process that may be killed.
enum Victim {
    CLIENT,
    SERVICE,
    SECOND_SERVICE,
    STORAGE
}
