package dev.winnow.report.internal.xlsx;

import dev.winnow.tables.internal.headings.HeadingCatalogue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Cells of a workbook that people fill in, and the hidden sheet with the choices that they offer. */
final class FormSheet {

    private static final String FILL = "FFFBE6";
    private static final String EDGE = "C9B458";
    private static final String HEAD = "E7EAEE";

    private final Worksheet choices;
    private final Map<List<String>, Range> lists = new HashMap<>();

    /** Adds the hidden sheet to a workbook. */
    FormSheet(Workbook book) {
        choices = book.newWorksheet(HeadingCatalogue.CHOICES);
        choices.setVisibilityState(VisibilityState.HIDDEN);
    }

    void finish() throws IOException {
        choices.finish();
    }

    static void head(Worksheet sheet, int row, int column, String heading) {
        sheet.value(row, column, heading);
        sheet.style(row, column)
                .bold()
                .fillColor(HEAD)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    /** Colours a cell to fill in. */
    static void fill(StyleSetter style) {
        style.fillColor(FILL).borderColor(EDGE).borderStyle("thin");
    }

    /** Offers choices in a range of cells, with a message for other answers. */
    ListDataValidation offer(Range cells, List<String> offered, DataValidationErrorStyle style, String message) {
        return cells.validateWithList(range(offered))
                .allowBlank(true)
                .showDropdown(true)
                .errorStyle(style)
                .showErrorMessage(true)
                .errorTitle("winnow")
                .error(message);
    }

    private Range range(List<String> offered) {
        return lists.computeIfAbsent(List.copyOf(offered), any -> {
            int column = lists.size();
            for (int i = 0; i < offered.size(); i++) {
                // A level such as 3 is a number, as a spreadsheet takes it for one when it is typed.
                if (offered.get(i).matches("\\d{1,9}")) {
                    choices.value(i, column, Integer.valueOf(offered.get(i)));
                } else {
                    choices.value(i, column, offered.get(i));
                }
            }
            return choices.range(0, column, offered.size() - 1, column);
        });
    }
}
