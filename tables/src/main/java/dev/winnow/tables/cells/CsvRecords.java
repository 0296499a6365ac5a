package dev.winnow.tables.cells;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a record, up to a number; tells where the record begins, and whether cells were left out. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<String[]> {

    private final int most;
    private final List<String> cells = new ArrayList<>();
    private long line;
    private int beyond;

    CsvRecords(int most) {
        this.most = most;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        beyond = 0;
        cells.clear();
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
        if (cells.size() < most) {
            cells.add(length == 0 ? "" : new String(text, offset, length));
        } else {
            beyond++;
        }
    }

    @Override
    protected void handleEmpty() {
        cells.add("");
    }

    @Override
    protected String[] buildRecord() {
        return cells();
    }

    /** The cells of the record that was read last, or as far as it could be read. */
    String[] cells() {
        return cells.toArray(String[]::new);
    }

    /** The line in which that record begins, from 1. */
    long line() {
        return line;
    }

    /** How many of its cells were left out. */
    int beyond() {
        return beyond;
    }
}
