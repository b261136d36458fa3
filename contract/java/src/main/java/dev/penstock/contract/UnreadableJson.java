package dev.penstock.contract;

/// JSON that is none, or not what was expected. The message says so in a sentence that repeats no
/// value of the body.
public final class UnreadableJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String reason;

    UnreadableJson(String pointer, String reason) {
        super(
                pointer.isEmpty()
                        ? "The body " + reason + "."
                        : "`" + fieldOf(pointer) + "` " + reason + ".");
        this.pointer = pointer;
        this.reason = reason;
    }

    /// Where it went wrong, as a JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901));
    /// empty: the whole body, which then mostly is no JSON at all.
    public String pointer() {
        return pointer;
    }

    /// The same place as people write it: `store.id`, `parts[0].etag`; empty for the whole body.
    public String field() {
        return fieldOf(pointer);
    }

    /// What is wrong, as the end of a sentence whose subject is the field: `must be a whole
    /// number`.
    public String reason() {
        return reason;
    }

    static String fieldOf(String pointer) {
        var field = new StringBuilder();
        for (var step : pointer.split("/", -1)) {
            if (!step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
                field.append('[').append(step).append(']');
            } else if (!step.isEmpty()) {
                field.append(field.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return field.toString();
    }
}
