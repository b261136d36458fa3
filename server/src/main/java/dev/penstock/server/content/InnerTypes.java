package dev.penstock.server.content;

/// Tika's words for families of formats, which are no MIME types that anybody else knows.
final class InnerTypes {

    /// The type of the container where the format inside it is not known.
    static String outward(String type) {
        return switch (type) {
            case "application/x-tika-ooxml", "application/x-tika-iworks-protected" ->
                    "application/zip";
            case "application/x-tika-msoffice" -> "application/x-ole-storage";
            default -> type.startsWith("application/x-tika-") ? ContentTypes.UNKNOWN : type;
        };
    }

    private InnerTypes() {}
}
