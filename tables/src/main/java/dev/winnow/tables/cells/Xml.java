package dev.winnow.tables.cells;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a part of a workbook: no document types, no entities but the five, nothing fetched. */
final class Xml implements Closeable {

    /** What a cell can hold at most; a spreadsheet's own limit is half of it. */
    private static final int LONGEST = 1 << 16;

    /** So many bytes show the encoding. */
    private static final int START = 200;

    private static final Pattern ENCODING =
            Pattern.compile("(?:\u00EF\u00BB\u00BF)?<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    /** An index of more digits is none. */
    private static final int INDEX_DIGITS = 9;

    private final PushbackInputStream in;
    private final XMLStreamReader xml;
    private final StringBuilder pieces = new StringBuilder();

    /** @param in closed by {@link #close} */
    Xml(InputStream in) throws XMLStreamException, IOException {
        this.in = new PushbackInputStream(in, START);
        // A factory keeps the names that it met; a new one forgets those of another workbook.
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        this.xml = isUtf8(this.in)
                ? factory.createXMLStreamReader(ofUtf8(this.in))
                : factory.createXMLStreamReader(this.in);
    }

    /** Whether a part is in UTF-8, by its first bytes and its declaration. */
    private static boolean isUtf8(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(START);
        in.unread(start);
        Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (declared.lookingAt()) {
            return declared.group(1).equalsIgnoreCase("UTF-8");
        }
        return start.length > 1 && start[0] != 0 && start[1] != 0 && (start[0] & 0xFF) < 0xFE;
    }

    /**
     * Text in UTF-8. Of bytes that are no characters the parser would refuse all that it has read ahead; so they become a
     * character that belongs in no cell, and only the row in which it stands is refused.
     */
    private static Reader ofUtf8(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(TextReader.DAMAGE)));
    }

    /** Goes on to the start of the next element; false at the end. */
    boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is more to come. */
    boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    /** Goes on: {@link XMLStreamReader#START_ELEMENT} and so on. */
    int next() throws XMLStreamException {
        return xml.next();
    }

    /** The name of the element that begins or ends here, without the prefix of its namespace. */
    String name() {
        return xml.getLocalName();
    }

    /** How many attributes the element that begins here has. */
    int attributes() {
        return xml.getAttributeCount();
    }

    /** The name of an attribute from 0, without the prefix of its namespace. */
    String attributeName(int attribute) {
        return xml.getAttributeLocalName(attribute);
    }

    /** The value of an attribute from 0. */
    String attribute(int attribute) {
        return xml.getAttributeValue(attribute);
    }

    /** An attribute by its local name; empty if there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The attribute {@code id} of another namespace, by which parts refer to each other; empty if there is none. */
    String reference() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the element that begins here; goes to its end. */
    String text() throws XMLStreamException, IOException {
        int event = xml.next();
        if (event == XMLStreamReader.END_ELEMENT) {
            return "";
        }
        pieces.setLength(0);
        if (event == XMLStreamReader.CHARACTERS) {
            int length = length(0);
            String first = new String(xml.getTextCharacters(), xml.getTextStart(), length);
            event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                return first;
            }
            pieces.append(first);
        }
        rest(event);
        return pieces.toString();
    }

    /** The whole number of the element that begins here, from 0; goes to its end. */
    int index() throws XMLStreamException, IOException {
        int event = xml.next();
        pieces.setLength(0);
        if (event == XMLStreamReader.CHARACTERS) {
            int length = length(0);
            int index = index(xml.getTextCharacters(), xml.getTextStart(), length);
            if (index < 0) {
                piece(length);
            }
            event = xml.next();
            if (index >= 0) {
                if (event == XMLStreamReader.END_ELEMENT) {
                    return index;
                }
                pieces.append(index);
            }
        }
        rest(event);
        return Integer.parseInt(pieces.toString().strip());
    }

    /** A number of few digits; below 0 if there is anything else. */
    private static int index(char[] text, int from, int length) {
        if (length == 0 || length > INDEX_DIGITS) {
            return -1;
        }
        int index = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = 10 * index + digit;
        }
        return index;
    }

    /** Adds the text up to the end of an element that has begun, from an event in it on. */
    private void rest(int from) throws XMLStreamException, IOException {
        int event = from;
        for (int depth = 1; depth > 0; event = depth > 0 ? xml.next() : event) {
            switch (event) {
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    piece(length(pieces.length()));
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.END_DOCUMENT -> throw new IOException("the part ends early");
                default -> {}
            }
        }
    }

    private void piece(int length) {
        pieces.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    /** The length of a piece of text. */
    private int length(int before) throws IOException {
        int length = xml.getTextLength();
        if (before + length > LONGEST) {
            throw new IOException("a cell is too long");
        }
        return length;
    }

    /** The text of a string that begins here and may be written in several pieces; how it is pronounced is left out. */
    String string() throws XMLStreamException, IOException {
        String only = null;
        StringBuilder all = null;
        int pronounced = 0;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (xml.getLocalName().equals("t") && pronounced == 0) {
                        String piece = text();
                        if (only == null) {
                            only = piece;
                        } else {
                            all = all == null ? new StringBuilder(only) : all;
                            all.append(piece);
                            if (all.length() > LONGEST) {
                                throw new IOException("a cell is too long");
                            }
                        }
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
        return string(only, all);
    }

    private static String string(@Nullable String only, @Nullable StringBuilder all) {
        return all != null ? all.toString() : only == null ? "" : only;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
