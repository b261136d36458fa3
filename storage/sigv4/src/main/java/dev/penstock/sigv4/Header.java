package dev.penstock.sigv4;

import java.util.Locale;

/// A request header: name in lower case, value as sent.
public record Header(String name, String value) {

    /// @throws IllegalArgumentException if the name is empty or not a token of RFC 9110 section
    ///   5.1, or the value has a line break or another control character
    public Header {
        name = name.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !name.chars().allMatch(Header::isTokenCharacter)) {
            throw new IllegalArgumentException("not a header name: '" + name + "'");
        }
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
            throw new IllegalArgumentException("a control character in the value of " + name);
        }
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c < 0x7F && "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return "Header[" + name + "=***]";
    }
}
