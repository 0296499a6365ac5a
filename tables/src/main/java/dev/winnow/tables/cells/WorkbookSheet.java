package dev.winnow.tables.cells;

import dev.winnow.model.source.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, row by row. */
final class WorkbookSheet implements Sheet {

    private static final int MOST_CELLS = 16_384;
    private static final int MOST_LETTERS = 5;
    private static final int MOST_ROWS = 1_048_576;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** No text that writes a number, with its unit and a word before it, is longer. */
    private static final int LONGEST_NUMBER = 40;

    /** The types of cells that hold a text. */
    private static final Set<String> TEXTS = Set.of("s", "str", "inlineStr");

    private final Workbook workbook;
    private final String file;
    private final String name;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final Merges merges;
    private final NumberForms forms;
    private final List<String> cells = new ArrayList<>();
    private final List<CellKind> kinds = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int number;
    /** Whether a row is being read. */
    private boolean within;
    /** The last column of the row that is beyond those a sheet has; 0 if none is. */
    private int beyond;

    WorkbookSheet(Workbook workbook, String file, String name, InputStream in, Merges merges)
            throws IOException, XMLStreamException {
        this.workbook = workbook;
        this.file = file;
        this.name = name;
        this.in = in;
        this.merges = merges;
        this.forms = workbook.forms();
        this.xml = Xml.reader(in);
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Row next() throws UnreadableTable {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    Row row = row();
                    if (row != null) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw workbook.refused(e, Place.cell(file, name, within ? number : number + 1, 1));
        }
    }

    /** The row that begins here; null if it is blank. */
    private @Nullable Row row() throws XMLStreamException, IOException {
        String told = Xml.attribute(xml, "r");
        number = told.isEmpty() ? number + 1 : Integer.parseInt(told);
        within = true;
        beyond = 0;
        if (number > MOST_ROWS) {
            throw new IOException("too many rows");
        }
        String hides = Xml.attribute(xml, "hidden");
        cells.clear();
        kinds.clear();
        boolean special = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    special |= cell();
                } else {
                    depth++;
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
        if (!merges.isEmpty()) {
            merges.fill(number, cells, kinds);
            special |= kinds.stream().anyMatch(kind -> kind != CellKind.PLAIN);
        }
        Row row = new Row(
                number,
                cells.toArray(String[]::new),
                special ? kinds.toArray(CellKind[]::new) : null,
                hides.equals("1") || hides.equals("true"),
                beyond == 0
                        ? List.of()
                        : List.of(TableProblems.tooWide(
                                Place.cell(file, name, number, MOST_CELLS + 1), beyond, MOST_CELLS)));
        within = false;
        return row.isBlank() ? null : row;
    }

    /** Reads the cell that begins here; whether it is more than its text. */
    private boolean cell() throws XMLStreamException, IOException {
        String reference = "";
        String type = "";
        String styled = "";
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> reference = xml.getAttributeValue(i);
                case "t" -> type = xml.getAttributeValue(i);
                case "s" -> styled = xml.getAttributeValue(i);
                default -> {}
            }
        }
        int column = column(reference);
        int style = styled.isEmpty() ? -1 : Integer.parseInt(styled);
        boolean formula = false;
        boolean valued = false;
        String value = "";
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT) {
                text.setLength(0);
                switch (xml.getLocalName()) {
                    case "v" -> {
                        Xml.text(xml, text);
                        value = value(type, style, text.toString());
                        valued = true;
                    }
                    case "is" -> {
                        Xml.string(xml, text);
                        value = unescaped(text.toString());
                        valued = true;
                    }
                    case "f" -> {
                        Xml.text(xml, text);
                        formula = true;
                    }
                    default -> depth++;
                }
            }
        }
        CellKind kind = type.equals("e")
                ? CellKind.ERROR
                : formula && !valued
                        ? CellKind.UNCOMPUTED
                        : value.length() <= LONGEST_NUMBER && TEXTS.contains(type) && DecimalSign.isMarked(value)
                                ? CellKind.WRITTEN
                                : CellKind.PLAIN;
        if (column > MOST_CELLS) {
            beyond = Math.max(beyond, column);
            return false;
        }
        if (kind == CellKind.PLAIN && !TEXTS.contains(type) && forms.isScaled(style)) {
            kind = CellKind.SCALED;
        }
        put(column, kind == CellKind.UNCOMPUTED ? "=…" : value, kind);
        return kind != CellKind.PLAIN;
    }

    private String value(String type, int style, String stored) throws XMLStreamException, IOException {
        return switch (type) {
            case "s" -> unescaped(workbook.shared(Integer.parseInt(stored.strip())));
            case "str", "inlineStr", "e" -> unescaped(stored);
            case "b" -> stored.strip().equals("1") ? "true" : "false";
            case "d" -> stored.length() > 10 ? stored.substring(0, 10) : stored;
            default -> stored.isBlank() ? "" : forms.text(stored, style);
        };
    }

    /** Workbooks write a character that XML has not, such as a carriage return, by its number. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private int column(String reference) throws IOException {
        int letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        if (letters > MOST_LETTERS) {
            throw new IOException("no cell has such a name");
        }
        return letters == 0 ? Math.max(cells.size(), beyond) + 1 : Merges.column(reference.substring(0, letters));
    }

    private void put(int column, String value, CellKind kind) {
        while (cells.size() < column) {
            cells.add("");
            kinds.add(CellKind.PLAIN);
        }
        cells.set(column - 1, value);
        kinds.set(column - 1, kind);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
