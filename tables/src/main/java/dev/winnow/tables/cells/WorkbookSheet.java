package dev.winnow.tables.cells;

import dev.winnow.model.source.Place;
import java.io.IOException;
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
    private final Xml xml;
    private final Merges merges;
    private final NumberForms forms;
    private final RowCells cells = new RowCells();
    private @Nullable SharedTexts shared;
    private int number;
    /** Whether a row is being read. */
    private boolean within;
    /** The last column of the row that is beyond those a sheet has; 0 if none is. */
    private int beyond;

    /** @param xml closed by {@link #close} */
    WorkbookSheet(Workbook workbook, String file, String name, Xml xml, Merges merges)
            throws IOException, XMLStreamException {
        this.workbook = workbook;
        this.file = file;
        this.name = name;
        this.xml = xml;
        this.merges = merges;
        this.forms = workbook.forms();
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
            while (xml.nextElement()) {
                if (xml.name().equals("row")) {
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
        String told = xml.attribute("r");
        number = told.isEmpty() ? number + 1 : Integer.parseInt(told);
        within = true;
        beyond = 0;
        if (number > MOST_ROWS) {
            throw new IOException("too many rows");
        }
        String hides = xml.attribute("hidden");
        cells.clear();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (xml.name().equals("c")) {
                    cell();
                } else {
                    depth++;
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
        if (!merges.isEmpty()) {
            merges.fill(number, cells);
        }
        Row row = new Row(
                number,
                cells.texts(),
                cells.kinds(),
                hides.equals("1") || hides.equals("true"),
                beyond == 0
                        ? List.of()
                        : List.of(TableProblems.tooWide(
                                Place.cell(file, name, number, MOST_CELLS + 1), beyond, MOST_CELLS)));
        within = false;
        return row.isBlank() ? null : row;
    }

    /** Reads the cell that begins here. */
    private void cell() throws XMLStreamException, IOException {
        String reference = "";
        String type = "";
        String styled = "";
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> reference = xml.attribute(i);
                case "t" -> type = xml.attribute(i);
                case "s" -> styled = xml.attribute(i);
                default -> {}
            }
        }
        int column = column(reference);
        int style = styled.isEmpty() ? -1 : Integer.parseInt(styled);
        boolean isShared = type.equals("s");
        boolean isText = isShared || TEXTS.contains(type);
        boolean formula = false;
        boolean valued = false;
        boolean marked = false;
        String value = "";
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.name()) {
                    case "v" -> {
                        if (isShared) {
                            int index = xml.index();
                            value = shared().text(index);
                            marked = shared().isMarked(index);
                        } else {
                            value = value(type, style, xml.text());
                            marked = isText && isMarked(value);
                        }
                        valued = true;
                    }
                    case "is" -> {
                        value = unescaped(xml.string());
                        marked = isText && isMarked(value);
                        valued = true;
                    }
                    case "f" -> {
                        xml.text();
                        formula = true;
                    }
                    default -> depth++;
                }
            }
        }
        if (column > MOST_CELLS) {
            beyond = Math.max(beyond, column);
        } else if (type.equals("e")) {
            cells.put(column, value, CellKind.ERROR);
        } else if (formula && !valued) {
            cells.put(column, "=…", CellKind.UNCOMPUTED);
        } else if (marked) {
            cells.put(column, value, CellKind.WRITTEN);
        } else {
            cells.put(column, value, !isText && forms.isScaled(style) ? CellKind.SCALED : CellKind.PLAIN);
        }
    }

    private SharedTexts shared() throws IOException {
        SharedTexts known = shared;
        if (known == null) {
            known = workbook.shared();
            shared = known;
        }
        return known;
    }

    private String value(String type, int style, String stored) {
        return switch (type) {
            case "str", "inlineStr", "e" -> unescaped(stored);
            case "b" -> stored.strip().equals("1") ? "true" : "false";
            case "d" -> stored.length() > 10 ? stored.substring(0, 10) : stored;
            default -> stored.isBlank() ? "" : forms.text(stored, style);
        };
    }

    /** Whether a text may write a number with a decimal sign. */
    static boolean isMarked(String text) {
        return text.length() <= LONGEST_NUMBER && DecimalSign.isMarked(text);
    }

    /** Workbooks write a character that XML has not, such as a carriage return, by its number. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** The column from 1 that a cell names; without a name it follows the one before. */
    private int column(String reference) throws IOException {
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            column = column * 26 + reference.charAt(letters) - 'A' + 1;
            letters++;
            if (letters > MOST_LETTERS) {
                throw new IOException("no cell has such a name");
            }
        }
        return letters == 0 ? Math.max(cells.width(), beyond) + 1 : column;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
