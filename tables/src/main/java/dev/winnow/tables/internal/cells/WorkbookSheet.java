package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, read row by row. */
final class WorkbookSheet extends Sheet {

    private static final int MOST_CELLS = 16_384;
    private static final int MOST_LETTERS = 5;
    private static final int MOST_ROWS = 1_048_576;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Maximum length of a text that can be a number, with a unit and a word before it. */
    private static final int LONGEST_NUMBER = 40;

    /** Types of text cells. */
    private static final Set<String> TEXTS = Set.of("s", "str", "inlineStr");

    private final Workbook workbook;
    private final Xml xml;
    private final SheetLayout layout;
    private final NumberForms forms;
    private Cells cells = new Cells();
    private int number;

    /** Whether a row is being read. */
    private boolean within;

    /** Columns of the cells present in the row. */
    private final BitSet there = new BitSet();

    /** Problems of the cells of the row. */
    private List<Problem> wrong = new ArrayList<>();

    /** Last column of the row beyond the maximum of a sheet; 0 if there is none. */
    private int beyond;

    /** @param xml closed by {@link #close} */
    WorkbookSheet(Workbook workbook, String file, String name, Xml xml, SheetLayout layout)
            throws IOException, XMLStreamException {
        super(file, name, (char) 0, layout.hidden());
        this.workbook = workbook;
        this.xml = xml;
        this.layout = layout;
        this.forms = workbook.forms();
    }

    /** Cells of the row being read, by column from 1. */
    static final class Cells {

        private final List<String> texts = new ArrayList<>();
        private final List<CellKind> kinds = new ArrayList<>();
        private boolean special;

        int width() {
            return texts.size();
        }

        String text(int column) {
            return column <= texts.size() ? texts.get(column - 1) : "";
        }

        CellKind kind(int column) {
            return column <= kinds.size() ? kinds.get(column - 1) : CellKind.PLAIN;
        }

        void put(int column, String text, CellKind kind) {
            while (texts.size() < column) {
                texts.add("");
                kinds.add(CellKind.PLAIN);
            }
            texts.set(column - 1, text);
            kinds.set(column - 1, kind);
            special |= kind != CellKind.PLAIN;
        }
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
            throw workbook.refused(e, Place.cell(file(), name(), within ? number : number + 1, 1));
        }
    }

    /** Reads the row that begins here; null if it is blank. */
    private @Nullable Row row() throws XMLStreamException, IOException {
        String given = xml.attribute("r");
        number = given.isEmpty() ? number + 1 : Integer.parseInt(given);
        within = true;
        beyond = 0;
        there.clear();
        wrong = new ArrayList<>();
        if (number < 1 || number > MOST_ROWS) {
            throw new IOException("no row has such a number");
        }
        boolean hidden = Set.of("1", "true").contains(xml.attribute("hidden"));
        cells = new Cells();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT && xml.name().equals("c")) {
                cell();
            } else if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
            }
        }
        layout.fill(number, cells);
        if (beyond > 0) {
            wrong.add(FileProblems.tooWide(Place.cell(file(), name(), number, MOST_CELLS + 1), beyond, MOST_CELLS));
        }
        Row row = new Row(number, cells.texts, cells.special ? cells.kinds : List.of(), hidden, wrong, null, List.of());
        within = false;
        return row.isBlank() ? null : row;
    }

    /** Reads the cell that begins here. */
    private void cell() throws XMLStreamException, IOException {
        int column = column(xml.attribute("r"));
        String type = xml.attribute("t");
        String styled = xml.attribute("s");
        int style = styled.isEmpty() ? -1 : Integer.parseInt(styled);
        boolean formula = false;
        String value = null;
        boolean stored = false;
        Xml.Written written = null;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.name()) {
                    case "v" -> {
                        String text = xml.text();
                        stored = !text.isBlank();
                        value = stored ? value(type, text) : "";
                        written = stored && type.equals("s") ? workbook.marked(Integer.parseInt(text.strip())) : null;
                    }
                    case "is" -> {
                        written = xml.string();
                        value = unescaped(written.text());
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
            return;
        }
        Place place = Place.cell(file(), name(), number, column);
        if (there.get(column)) {
            wrong.add(FileProblems.cellTwice(place));
        }
        there.set(column);
        boolean lost = type.equals("s") && value == null && stored;
        boolean unshown =
                value != null && !value.isEmpty() && (type.isEmpty() || type.equals("n")) && !forms.knows(style);
        if (lost || unshown) {
            wrong.add(FileProblems.lostCell(place, lost));
            cells.put(column, "…", CellKind.PLAIN);
        } else if (type.equals("e")) {
            cells.put(column, value == null ? "" : value, CellKind.ERROR);
        } else if (formula && value == null) {
            cells.put(column, "=…", CellKind.UNCOMPUTED);
        } else {
            String text = value == null ? "" : value;
            boolean isText = TEXTS.contains(type);
            boolean isNumber = !isText && (type.isEmpty() || type.equals("n")) && !text.isEmpty();
            NumberForms.Shown shown = isNumber
                    ? forms.number(text, style)
                    : isText ? forms.text(text, style) : NumberForms.Shown.plain(text);
            CellKind kind = kind(shown, isText, style, written);
            cells.put(
                    column,
                    kind == CellKind.STRUCK && written != null && shown.text().isBlank()
                            ? written.struck()
                            : shown.text(),
                    kind);
        }
    }

    private CellKind kind(NumberForms.Shown shown, boolean isText, int style, Xml.@Nullable Written written) {
        boolean ofCell = written == null || !written.styled();
        if (written != null && !written.struck().isBlank()) {
            return written.text().isBlank() ? CellKind.STRUCK : CellKind.PARTLY_STRUCK;
        }
        if (!shown.text().isBlank() && ofCell && forms.isStruck(style)) {
            return CellKind.STRUCK;
        }
        if ((written != null && written.raised()) || (ofCell && forms.isRaised(style))) {
            return CellKind.RAISED;
        }
        return isText
                        && shown.kind() == CellKind.PLAIN
                        && shown.text().length() <= LONGEST_NUMBER
                        && DecimalSign.isMarked(shown.text())
                ? CellKind.WRITTEN
                : shown.kind();
    }

    /** Whether a text has struck or raised runs. */
    static boolean isMarked(Xml.Written written) {
        return written.raised() || !written.struck().isBlank();
    }

    /** The text of a value; null if it refers to a shared text that is missing. */
    private @Nullable String value(String type, String stored) throws IOException {
        return switch (type) {
            case "s" -> workbook.shared(Integer.parseInt(stored.strip()));
            case "str", "inlineStr", "e" -> unescaped(stored);
            case "b" -> stored.strip().equals("1") ? "true" : "false";
            case "d" -> stored.length() > 10 ? stored.substring(0, 10) : stored;
            default -> stored.isBlank() ? "" : stored;
        };
    }

    /** Workbooks write characters that XML does not allow, such as a carriage return, by their code. */
    static String unescaped(String text) {
        return !text.contains("_x")
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** The column, from 1, of a cell reference; without a reference, the column after the last cell. */
    private int column(String reference) throws IOException {
        int letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        if (letters > MOST_LETTERS) {
            throw new IOException("no cell has such a name");
        }
        return letters == 0
                ? Math.max(cells.texts.size(), beyond) + 1
                : SheetLayout.column(reference.substring(0, letters));
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
