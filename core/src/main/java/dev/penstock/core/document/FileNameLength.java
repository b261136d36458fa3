package dev.penstock.core.document;

/// Shortens file names so that they keep what they are: the extension.
final class FileNameLength {
    private static final int LONGEST_EXTENSION = 20;

    private FileNameLength() {}

    /// The name in at most `limit` characters (code points), of which an extension of up to 20 is
    /// kept.
    static String atMost(int limit, String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= limit) {
            return name;
        }
        String extension = extension(name);
        int stem = limit - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, stem)) + extension;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.length() <= LONGEST_EXTENSION ? extension : "";
    }
}
