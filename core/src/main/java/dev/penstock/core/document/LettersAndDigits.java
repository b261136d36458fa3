package dev.penstock.core.document;

/// The letters and digits of ASCII.
final class LettersAndDigits {
    private LettersAndDigits() {}

    static boolean contains(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
