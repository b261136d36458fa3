package dev.penstock.testkit.misbehaving.wire;

/// A header as it came, to be passed on letter for letter.
///
/// @param line name, colon and value, without the end of line
public record Field(String line) {

    /// A header of one's own.
    public static Field of(String name, String value) {
        return new Field(name + ": " + value);
    }

    /// Whether it has this name, in whatever case.
    public boolean is(String name) {
        return line.length() > name.length()
                && line.charAt(name.length()) == ':'
                && line.regionMatches(true, 0, name, 0, name.length());
    }

    /// What follows the colon, without white space around it.
    public String value() {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /// Only the name: signatures and keys travel in headers.
    @Override
    public String toString() {
        int colon = line.indexOf(':');
        return "Field[" + (colon < 0 ? "?" : line.substring(0, colon)) + "=***]";
    }
}
