package dev.winnow.tables.cells;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the parts of a workbook: no document types, no entities but the five, nothing fetched. */
final class Xml {

    /** What a cell can hold at most; a spreadsheet's own limit is half of it. */
    private static final int LONGEST = 1 << 16;

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** An attribute by its local name; empty if there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Adds the text of the element that begins here, and goes to its end. */
    static void text(XMLStreamReader xml, StringBuilder into) throws XMLStreamException, IOException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (into.length() + xml.getTextLength() > LONGEST) {
                        throw new IOException("a cell is too long");
                    }
                    into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.END_DOCUMENT -> throw new IOException("the part ends early");
                default -> {}
            }
        }
    }

    /** Adds the texts of a string that may be written in several pieces; how it is pronounced is left out. */
    static void string(XMLStreamReader xml, StringBuilder into) throws XMLStreamException, IOException {
        int pronounced = 0;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (xml.getLocalName().equals("t") && pronounced == 0) {
                        text(xml, into);
                    } else {
                        pronounced += pronounced > 0 || xml.getLocalName().equals("rPh") ? 1 : 0;
                        depth++;
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    pronounced -= pronounced > 0 ? 1 : 0;
                    depth--;
                }
                case XMLStreamReader.END_DOCUMENT -> throw new IOException("the part ends early");
                default -> {}
            }
        }
    }
}
