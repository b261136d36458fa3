package dev.penstock.server.config;

/// A setting's text as somebody wrote it.
///
/// @param source where: the name of a variable, or a file with the line
record GivenValue(String text, String source) {}
