package dev.winnow.tables.cells;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns that a sheet hides, or shows without any width. Its file names them before its first row, in ranges.
 *
 * @param ranges from the first to the last column of each, from 1
 */
public record HiddenColumns(List<Map.Entry<Integer, Integer>> ranges) {

    /** None. */
    public static final HiddenColumns NONE = new HiddenColumns(List.of());

    /** No sheet says more than this before its first row. */
    private static final int MOST = 1 << 20;

    private static final int BLOCK = 1 << 13;
    private static final String ROWS = "sheetData";

    private static final Pattern COLUMN = Pattern.compile("<(?:\\w+:)?col\\s([^>]*)>");
    private static final Pattern HIDDEN = Pattern.compile("\\bhidden=\"(?:1|true)\"|\\bwidth=\"0(?:\\.0+)?\"");
    private static final Pattern FIRST = Pattern.compile("\\bmin=\"(\\d{1,5})\"");
    private static final Pattern LAST = Pattern.compile("\\bmax=\"(\\d{1,5})\"");

    public HiddenColumns {
        ranges = List.copyOf(ranges);
    }

    /** Finds them in the text of a sheet, of which no more is read. */
    static HiddenColumns of(InputStream sheet) throws IOException {
        StringBuilder head = new StringBuilder();
        byte[] block = new byte[BLOCK];
        for (int read = sheet.read(block); read >= 0 && head.length() < MOST; read = sheet.read(block)) {
            int before = Math.max(0, head.length() - ROWS.length());
            head.append(new String(block, 0, read, StandardCharsets.ISO_8859_1));
            int rows = head.indexOf(ROWS, before);
            if (rows >= 0) {
                head.setLength(rows);
                break;
            }
        }
        List<Map.Entry<Integer, Integer>> ranges = new ArrayList<>();
        Matcher column = COLUMN.matcher(head);
        while (column.find()) {
            String attributes = column.group(1);
            Matcher first = FIRST.matcher(attributes);
            Matcher last = LAST.matcher(attributes);
            if (HIDDEN.matcher(attributes).find() && first.find() && last.find()) {
                ranges.add(Map.entry(Integer.parseInt(first.group(1)), Integer.parseInt(last.group(1))));
            }
        }
        return new HiddenColumns(ranges);
    }

    /** Whether a column, from 1, is one of them. */
    public boolean has(int column) {
        return ranges.stream().anyMatch(range -> range.getKey() <= column && column <= range.getValue());
    }
}
