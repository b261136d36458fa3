package dev.penstock.contract;

/// A part that is not what it was said to be; the items of `parts` of the problem `part-mismatch`.
public record PartMismatch(int partNumber, String expected, String found) {}
