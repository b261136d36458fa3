package dev.penstock.contract;

/// Something unusual about a completion that did not stop it.
///
/// @param code `unknown-field`, `checksum-not-verified` …
public record WarningJson(String code, String detail) {}
