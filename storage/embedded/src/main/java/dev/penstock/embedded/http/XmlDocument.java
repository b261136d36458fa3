package dev.penstock.embedded.http;

import java.util.Optional;

/// Writes an XML document the way S3 does: elements and text only, no white space between.
public final class XmlDocument {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final String root;

    private XmlDocument(String root, String attributes) {
        this.root = root;
        text.append('<').append(root).append(attributes).append('>');
    }

    /// A document in S3's namespace.
    public static XmlDocument of(String root) {
        return new XmlDocument(root, " xmlns=\"" + NAMESPACE + "\"");
    }

    /// A document without namespace, as errors are.
    static XmlDocument plain(String root) {
        return new XmlDocument(root, "");
    }

    /// Adds an element with text.
    public XmlDocument element(String name, Object value) {
        text.append('<').append(name).append('>');
        escape(value.toString());
        text.append("</").append(name).append('>');
        return this;
    }

    /// Adds an element if there is a text for it.
    public XmlDocument element(String name, Optional<String> value) {
        value.ifPresent(present -> element(name, present));
        return this;
    }

    /// Adds an element with elements.
    public XmlDocument nested(String name, Runnable children) {
        text.append('<').append(name).append('>');
        children.run();
        text.append("</").append(name).append('>');
        return this;
    }

    /// Adds text right below the root.
    public XmlDocument text(String value) {
        escape(value);
        return this;
    }

    /// The document.
    public String end() {
        return text.append("</").append(root).append('>').toString();
    }

    /// Control characters become references: XML 1.0 has no way to write most of them, and S3
    /// writes them so where a client did not ask for `encoding-type=url`.
    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> {
                    if (c < ' ' || c == 0x7F || c == 0xFFFE || c == 0xFFFF) {
                        text.append("&#").append((int) c).append(';');
                    } else {
                        text.append(c);
                    }
                }
            }
        }
    }
}
