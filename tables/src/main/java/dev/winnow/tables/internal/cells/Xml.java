package dev.winnow.tables.internal.cells;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a part of a workbook. Document types and entities other than the five predefined ones are refused, and nothing
 * is fetched.
 */
final class Xml implements Closeable {

    /** Maximum number of characters of a cell, twice the limit of spreadsheets. */
    private static final int LONGEST = 1 << 16;

    private static final char FIRST_IDEOGRAPH = '\u2E80';

    /** Number of bytes read to detect the encoding. */
    private static final int START = 200;

    private static final Pattern ENCODING =
            Pattern.compile("(?:\u00EF\u00BB\u00BF)?<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private final PushbackInputStream in;
    private final XMLStreamReader xml;

    /** @param in closed by {@link #close} */
    Xml(InputStream in) throws XMLStreamException, IOException {
        this.in = new PushbackInputStream(in, START);
        // A factory keeps the names it has read, so each workbook gets a new one.
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
     * UTF-8 text. At invalid bytes the parser would discard all that it has read ahead. They are replaced by a
     * character that is not allowed in cells, so that only their row is refused.
     */
    private static Reader ofUtf8(InputStream in) {
        return new InputStreamReader(in, TextReader.decoder(StandardCharsets.UTF_8));
    }

    /** Moves to the start of the next element; false at the end. */
    boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next event, such as {@link XMLStreamReader#START_ELEMENT}. */
    int next() throws XMLStreamException {
        return xml.next();
    }

    /** Name of the current element without its namespace prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute by its local name; empty if it is missing. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The namespaced attribute {@code id}, by which parts refer to each other; empty if it is missing. */
    String reference() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the element that begins here; moves to its end. */
    String text() throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> add(text);
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.END_DOCUMENT -> throw new IOException("the part ends early");
                default -> {}
            }
        }
        return text.toString();
    }

    private void add(StringBuilder text) throws IOException {
        if (text.length() + xml.getTextLength() > LONGEST) {
            throw new IOException("a cell is too long");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Whether the mark that begins here is on, such as {@code <strike/>}. */
    boolean isOn() {
        return !attribute("val").matches("0|false|off");
    }

    /** Whether the vertical alignment that begins here raises or lowers its text. */
    boolean isRaised() {
        return attribute("val").matches("superscript|subscript");
    }

    /**
     * A string of a workbook.
     *
     * @param text the text without its struck runs and its phonetic reading
     * @param struck the runs that are struck through
     * @param raised whether a run is raised or lowered, unless it follows a letter as in m² and CO₂
     * @param styled whether each run has its own font, in place of that of the cell
     */
    record Written(String text, String struck, boolean raised, boolean styled) {}

    /** The string that begins here, joined if it is written in several runs. */
    Written string() throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder out = new StringBuilder();
        boolean anyRaised = false;
        boolean styled = true;
        boolean struck = false;
        boolean raised = false;
        boolean own = false;
        int pronounced = 0;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (name.equals("t") && pronounced == 0) {
                        String run = text();
                        styled &= own;
                        int last = text.length() - 1;
                        boolean unit = last >= 0
                                && Character.isLetter(text.charAt(last))
                                && text.charAt(last) < FIRST_IDEOGRAPH;
                        anyRaised |= raised && !struck && !run.isBlank() && !unit;
                        (struck ? out : text).append(run);
                        if (text.length() + out.length() > LONGEST) {
                            throw new IOException("a cell is too long");
                        }
                    } else {
                        switch (name) {
                            case "r" -> struck = raised = own = false;
                            case "rPr" -> own = true;
                            case "strike" -> struck = isOn();
                            case "vertAlign" -> raised = isRaised();
                            default -> {}
                        }
                        pronounced += pronounced > 0 || name.equals("rPh") ? 1 : 0;
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
        return new Written(text.toString(), out.toString(), anyRaised, styled);
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
