package dev.penstock.embedded.operation;

import dev.penstock.embedded.error.S3Error;
import java.util.ArrayList;
import java.util.List;

/// The body of DeleteObjects.
record DeleteRequest(List<Item> items, Answer answer) {
    private static final int MAX_ITEMS = 1000;

    /// Whether each deleted key is named in the answer, or only what failed.
    enum Answer {
        VERBOSE,
        QUIET
    }

    /// @param conditional whether it names a version, ETag, size or time as well
    record Item(String key, boolean conditional) {}

    /// @throws dev.penstock.embedded.error.S3Exception `MalformedXML`
    static DeleteRequest parse(byte[] document) {
        return XmlInput.read(document, "Delete", DeleteRequest::content);
    }

    private static DeleteRequest content(XmlInput input) {
        List<Item> items = new ArrayList<>();
        Answer answer = Answer.VERBOSE;
        for (String name = input.nextChild(); !name.isEmpty(); name = input.nextChild()) {
            switch (name) {
                case "Object" -> items.add(item(input));
                case "Quiet" -> answer = answer(input.text());
                default -> throw S3Error.MALFORMED_XML.exception();
            }
        }
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw S3Error.MALFORMED_XML.exception();
        }
        return new DeleteRequest(items, answer);
    }

    private static Answer answer(String quiet) {
        return quiet.strip().equals("true") ? Answer.QUIET : Answer.VERBOSE;
    }

    private static Item item(XmlInput input) {
        String key = "";
        boolean conditional = false;
        for (String name = input.nextChild(); !name.isEmpty(); name = input.nextChild()) {
            if (name.equals("Key")) {
                key = input.text();
            } else {
                input.text();
                conditional = true;
            }
        }
        if (key.isEmpty()) {
            throw S3Error.MALFORMED_XML.exception();
        }
        return new Item(key, conditional);
    }
}
