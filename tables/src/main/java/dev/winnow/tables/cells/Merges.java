package dev.winnow.tables.cells;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merged cells of a sheet, in which only the first has a text. A sheet names them after its last row. */
final class Merges {

    private static final int MOST = 200_000;
    /** So many columns a sheet has; more areas than that in one row overlap. */
    private static final int MOST_OPEN = 16_384;

    private static final int BLOCK = 1 << 16;
    private static final byte[] WORD = "mergeCell ".getBytes(StandardCharsets.US_ASCII);

    /** How far to go on past a byte that is not the last of the word, so that most of a sheet is passed over. */
    private static final int[] STEPS = steps();

    private static final Pattern AREA = Pattern.compile("ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");

    /** Cells merged into one, rows and columns from 1. */
    private record Area(int top, int left, int bottom, int right) {}

    /** An area that reaches below the row being read. */
    private record Open(Area area, String text) {}

    private final Deque<Area> coming;
    private final List<Open> open = new ArrayList<>();

    private Merges(List<Area> areas) {
        areas.sort(Comparator.comparingInt(Area::top).thenComparingInt(Area::left));
        this.coming = new ArrayDeque<>(areas);
    }

    /** No merged cells. */
    static Merges none() {
        return new Merges(new ArrayList<>());
    }

    /** Finds them in the text of a sheet, which is not parsed for it. */
    static Merges of(InputStream sheet) throws IOException {
        List<Area> areas = new ArrayList<>();
        byte[] block = new byte[BLOCK];
        int kept = 0;
        while (true) {
            int read = sheet.readNBytes(block, kept, BLOCK - kept);
            int length = kept + read;
            // An area is taken whole: one that is cut by the end of the block is left for the next.
            int limit = read == 0 ? length : Math.max(0, length - 100);
            for (int i = 0; i < limit; i += step(block, i, length)) {
                if (starts(block, i, length) && areas.size() < MOST) {
                    int end = Math.min(length, i + 100);
                    Matcher area = AREA.matcher(new String(block, i, end - i, StandardCharsets.US_ASCII));
                    if (area.find()) {
                        areas.add(new Area(
                                Integer.parseInt(area.group(2)),
                                column(area.group(1)),
                                Integer.parseInt(area.group(4)),
                                column(area.group(3))));
                    }
                }
            }
            if (read == 0) {
                return new Merges(areas);
            }
            kept = length - limit;
            System.arraycopy(block, limit, block, 0, kept);
        }
    }

    private static int[] steps() {
        int[] steps = new int[256];
        Arrays.fill(steps, WORD.length);
        for (int i = 0; i < WORD.length - 1; i++) {
            steps[WORD[i] & 0xFF] = WORD.length - 1 - i;
        }
        return steps;
    }

    /** How far the next place is at which the word may begin, by the byte that would be its last here. */
    private static int step(byte[] block, int at, int length) {
        int last = at + WORD.length - 1;
        return last < length ? STEPS[block[last] & 0xFF] : 1;
    }

    private static boolean starts(byte[] block, int at, int length) {
        if (at + WORD.length > length) {
            return false;
        }
        for (int i = 0; i < WORD.length; i++) {
            if (block[at + i] != WORD[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number of a column from 1. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column;
    }

    /** Whether any cells are merged. */
    boolean isEmpty() {
        return coming.isEmpty() && open.isEmpty();
    }

    /** Gives merged cells of a row the text of their first; rows come in order. */
    void fill(int row, RowCells cells) {
        open.removeIf(one -> one.area.bottom < row);
        while (!coming.isEmpty() && coming.peek().top <= row) {
            Area area = coming.remove();
            if (area.bottom >= row && open.size() < MOST_OPEN) {
                String text = area.top == row && area.left <= cells.width() ? cells.text(area.left) : "";
                open.add(new Open(area, text));
            }
        }
        for (Open one : open) {
            if (one.text.isBlank()) {
                continue;
            }
            for (int column = one.area.left; column <= one.area.right; column++) {
                boolean first = row == one.area.top && column == one.area.left;
                if (!first && cells.width() < column) {
                    cells.put(column, "", CellKind.PLAIN);
                }
                if (first && one.area.bottom > row && cells.kind(column) == CellKind.PLAIN) {
                    cells.put(column, one.text, CellKind.ABOVE);
                }
                if (!first && cells.text(column).isBlank()) {
                    cells.put(column, one.text, column > one.area.left ? CellKind.BESIDE : CellKind.BELOW);
                }
            }
        }
    }
}
