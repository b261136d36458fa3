package dev.penstock.embedded.operation;

import dev.penstock.embedded.http.XmlDocument;

/// There is one owner of everything; S3's shapes want it named.
final class Owner {
    private static final String ID = "penstock";

    static void write(XmlDocument document, String element) {
        document.nested(element, () -> document.element("ID", ID).element("DisplayName", ID));
    }

    private Owner() {}
}
