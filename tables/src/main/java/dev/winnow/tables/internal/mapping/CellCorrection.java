package dev.winnow.tables.internal.mapping;

import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The correction of a cell of a file that stays as it is.
 *
 * @param sheet the sheet of a workbook; null for a file with a single table
 * @param row row number from 1
 * @param column column number from 1
 * @param was the text of the cell in the file; the correction does not apply to another text
 * @param text the corrected text
 */
public record CellCorrection(@Nullable String sheet, int row, int column, String was, String text) {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final int LETTERS = 26;

    /** Returns the correction of a cell with an address such as {@code B12}; null if it is none. */
    static @Nullable CellCorrection of(@Nullable String sheet, String address, String was, String text) {
        Matcher parts = ADDRESS.matcher(address.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return null;
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return new CellCorrection(sheet, Integer.parseInt(parts.group(2)), column, was, text);
    }

    /** Returns the address of the cell, such as {@code B12}. */
    String address() {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }

    /** Whether it is of the same cell as another one. */
    public boolean isOf(@Nullable String otherSheet, int otherRow, int otherColumn) {
        return row == otherRow && column == otherColumn && Objects.equals(sheet, otherSheet);
    }

    /** Returns a row of a sheet with its corrected cells. */
    public static Row applied(List<CellCorrection> all, @Nullable String sheet, Row row) {
        List<CellCorrection> own = all.stream()
                .filter(one -> one.row == row.number()
                        && Objects.equals(one.sheet, sheet)
                        && row.text(one.column).equals(one.was))
                .toList();
        if (own.isEmpty()) {
            return row;
        }
        int width = Math.max(
                row.width(), own.stream().mapToInt(CellCorrection::column).max().getAsInt());
        List<String> texts = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            texts.add(row.text(column));
            kinds.add(row.kind(column));
        }
        for (CellCorrection one : own) {
            texts.set(one.column - 1, one.text);
            kinds.set(one.column - 1, CellKind.WRITTEN);
        }
        return new Row(row.number(), texts, kinds, row.hidden(), row.problems(), row.own(), row.places());
    }
}
