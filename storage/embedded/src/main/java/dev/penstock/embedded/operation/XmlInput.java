package dev.penstock.embedded.operation;

import dev.penstock.embedded.error.S3Error;
import java.io.ByteArrayInputStream;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the small XML documents that clients send: no DTD, no entities of their own.
final class XmlInput {
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private XmlInput(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Reads a document with this root element, in S3's namespace or none.
    ///
    /// @param content stands on the root element and reads up to its end
    /// @throws dev.penstock.embedded.error.S3Exception `MalformedXML`
    static <T> T read(byte[] document, String root, Function<XmlInput, T> content) {
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            XmlInput input = new XmlInput(reader);
            if (!root.equals(input.nextChild())) {
                throw S3Error.MALFORMED_XML.exception();
            }
            return content.apply(input);
        } catch (XMLStreamException e) {
            throw S3Error.MALFORMED_XML.exception();
        }
    }

    /// Goes to the next element within the current one, and enters it.
    ///
    /// @return its name; empty at the end of the current one, which is left then
    String nextChild() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        return reader.getLocalName();
                    }
                    case XMLStreamReader.END_ELEMENT -> {
                        return "";
                    }
                    case XMLStreamReader.CHARACTERS -> requireBlank(reader.getText());
                    case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                            throw S3Error.MALFORMED_XML.exception();
                    default -> {}
                }
            }
            return "";
        } catch (XMLStreamException e) {
            throw S3Error.MALFORMED_XML.exception();
        }
    }

    /// The text of the current element, which is left.
    String text() {
        try {
            return reader.getElementText();
        } catch (XMLStreamException e) {
            throw S3Error.MALFORMED_XML.exception();
        }
    }

    private static void requireBlank(String text) {
        if (!text.isBlank()) {
            throw S3Error.MALFORMED_XML.exception();
        }
    }
}
