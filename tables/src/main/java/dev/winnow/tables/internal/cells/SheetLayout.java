package dev.winnow.tables.internal.cells;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hidden columns of a sheet, which are listed before its rows, and merged cells, which are listed after them. Both are
 * found by text search, without parsing the sheet.
 */
final class SheetLayout {

    private static final int MOST_AREAS = 200_000;

    /** Text is copied into merged columns up to this one, or to the widest row so far. */
    private static final int FIRST_COLUMNS = 256;

    /** Length of a block in bytes. Columns are listed within the first block. */
    private static final int BLOCK = 1 << 20;

    private static final int LONGEST_AREA = 100;
    private static final String MERGED = "mergeCell ";
    private static final Pattern AREA = Pattern.compile("ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    private static final Pattern COLUMN = Pattern.compile("<(?:\\w+:)?col\\s([^>]*)>");
    private static final Pattern HIDDEN = Pattern.compile("\\bhidden=\"(?:1|true)\"|\\bwidth=\"0(?:\\.0+)?\"");
    private static final Pattern FIRST = Pattern.compile("\\bmin=\"(\\d{1,5})\"");
    private static final Pattern LAST = Pattern.compile("\\bmax=\"(\\d{1,5})\"");

    /** A merged area, with rows and columns from 1. */
    private record Area(int top, int left, int bottom, int right) {}

    /** An area that extends below the current row. */
    private record OpenArea(Area area, String text, CellKind kind) {}

    private final BitSet hidden = new BitSet();
    private final List<Area> areas = new ArrayList<>();
    private Deque<Area> coming = new ArrayDeque<>();
    private final List<OpenArea> open = new ArrayList<>();
    private int widest = FIRST_COLUMNS;

    /** Finds the layout in the text of a sheet. In a truncated sheet no cells count as merged. */
    static SheetLayout of(InputStream sheet) throws Workbook.Bomb {
        SheetLayout layout = new SheetLayout();
        try {
            layout.read(sheet);
        } catch (Workbook.Bomb e) {
            throw e;
        } catch (IOException e) {
            layout.areas.clear(); // The truncation is reported at the row where the sheet ends.
        }
        layout.areas.sort(Comparator.comparingInt(Area::top).thenComparingInt(Area::left));
        layout.coming = new ArrayDeque<>(layout.areas);
        return layout;
    }

    private void read(InputStream sheet) throws IOException {
        byte[] block = new byte[BLOCK];
        int kept = 0;
        for (boolean first = true; ; first = false) {
            int read = sheet.readNBytes(block, kept, BLOCK - kept);
            String text = new String(block, 0, kept + read, StandardCharsets.ISO_8859_1);
            if (first) {
                int rows = text.indexOf("sheetData");
                columns(rows < 0 ? text : text.substring(0, rows));
            }
            // An area cut at the end of the block is left for the next block.
            int limit = read == 0 ? text.length() : Math.max(0, text.length() - LONGEST_AREA);
            for (int at = text.indexOf(MERGED);
                    at >= 0 && at < limit && areas.size() < MOST_AREAS;
                    at = text.indexOf(MERGED, at + 1)) {
                Matcher area = AREA.matcher(text).region(at, Math.min(text.length(), at + LONGEST_AREA));
                if (area.find()) {
                    areas.add(new Area(
                            Integer.parseInt(area.group(2)),
                            column(area.group(1)),
                            Integer.parseInt(area.group(4)),
                            column(area.group(3))));
                }
            }
            if (read == 0) {
                return;
            }
            kept = text.length() - limit;
            System.arraycopy(block, limit, block, 0, kept);
        }
    }

    private void columns(String head) {
        Matcher column = COLUMN.matcher(head);
        while (column.find()) {
            Matcher first = FIRST.matcher(column.group(1));
            Matcher last = LAST.matcher(column.group(1));
            if (HIDDEN.matcher(column.group(1)).find() && first.find() && last.find()) {
                int from = Integer.parseInt(first.group(1));
                hidden.set(from, Math.max(from, Integer.parseInt(last.group(1)) + 1));
            }
        }
    }

    /** The number of a column, from 1. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column;
    }

    /** Columns, from 1, that the sheet hides or shows with zero width. */
    BitSet hidden() {
        return hidden;
    }

    /** Copies the text of merged areas to their other cells in a row. Rows must come in order. */
    void fill(int row, WorkbookSheet.Cells cells) {
        open.removeIf(one -> one.area.bottom < row);
        widest = Math.max(widest, cells.width());
        while (!coming.isEmpty() && coming.peek().top <= row) {
            Area area = coming.remove();
            boolean free = open.stream().noneMatch(one -> one.area.left <= area.right && area.left <= one.area.right);
            if (area.bottom >= row && free) {
                boolean shown = area.top == row;
                open.add(new OpenArea(
                        area, shown ? cells.text(area.left) : "", shown ? cells.kind(area.left) : CellKind.PLAIN));
            }
        }
        for (OpenArea one : open) {
            for (int column = one.area.left; column <= Math.min(one.area.right, widest); column++) {
                boolean first = row == one.area.top && column == one.area.left;
                String own = cells.text(column);
                if (first && one.area.bottom > row && cells.kind(column) == CellKind.PLAIN && !own.isBlank()) {
                    cells.put(column, own, CellKind.ABOVE);
                } else if (!first && !own.isBlank() && !own.equals(one.text)) {
                    cells.put(column, own, CellKind.COVERED);
                } else if (!first && !one.text.isBlank()) {
                    boolean beside = column > one.area.left;
                    boolean read = one.kind == CellKind.PLAIN || one.kind == CellKind.WRITTEN;
                    cells.put(column, one.text, beside ? CellKind.BESIDE : read ? CellKind.BELOW : one.kind);
                }
            }
        }
    }
}
