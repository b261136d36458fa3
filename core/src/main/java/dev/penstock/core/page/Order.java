package dev.penstock.core.page;

/// From which end a list is read. Ids are made in the order of time, see [PageRequest].
public enum Order {
    OLDEST_FIRST,
    NEWEST_FIRST
}
