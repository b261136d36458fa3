package dev.penstock.contract;

/// What is wrong with one member of a body; the items of `fields` of the problem `invalid-field`.
public record FieldReason(String field, String reason) {}
