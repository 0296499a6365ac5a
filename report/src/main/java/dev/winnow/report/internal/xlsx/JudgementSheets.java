package dev.winnow.report.internal.xlsx;

import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.BlindQuestions;
import dev.winnow.report.internal.contents.BlindQuestions.Item;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.tables.internal.answers.AnswerColumn;
import dev.winnow.tables.internal.answers.FormLayout;
import dev.winnow.tables.internal.write.TimelessZip;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a blind form as a workbook: a sheet with one question per row, whose answer is validated on input, and a sheet
 * that identifies the form when it comes back.
 */
public final class JudgementSheets {

    private static final List<AnswerColumn> COLUMNS = FormLayout.JUDGEMENTS.columns();
    private static final int ANSWER = COLUMNS.indexOf(AnswerColumn.ANSWER);

    private final BlindQuestions questions;
    private final Wording wording;
    private final Language language;

    private JudgementSheets(BlindQuestions questions) {
        this.questions = questions;
        this.wording = questions.wording();
        this.language = wording.language();
    }

    /** Writes the workbook, without closing the stream. */
    public static void write(BlindQuestions questions, OutputStream out) throws IOException {
        TimelessZip.write(out, draft -> new JudgementSheets(questions).workbook(draft));
    }

    private void workbook(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "winnow", null)) {
            book.properties().setTitle(CleanText.of(questions.title()));
            Worksheet asked = book.newWorksheet(questions.title());
            Worksheet about = book.newWorksheet("winnow");
            FormSheet choices = new FormSheet(book);
            questions(asked, choices);
            about(about);
            asked.finish();
            about.finish();
            choices.finish();
        }
    }

    private void questions(Worksheet sheet, FormSheet choices) {
        List<String> above = new ArrayList<>(List.of(questions.panel(), questions.assessor()));
        above.addAll(questions.how());
        if (!questions.due().isEmpty()) {
            above.add(questions.due());
        }
        int row = 0;
        for (String line : above) {
            sheet.value(row, 0, CleanText.of(line));
            row++;
        }
        sheet.style(0, 0).bold().set();
        sheet.value(row, 0, AnswerColumn.AS_OF.heading(language));
        StyleSetter day = sheet.style(row, 1).format("yyyy-mm-dd");
        FormSheet.fill(day);
        day.set();
        row++;
        for (int i = 0; i < COLUMNS.size(); i++) {
            FormSheet.head(sheet, row, i, COLUMNS.get(i).heading(language));
            sheet.width(i, width(COLUMNS.get(i)));
        }
        sheet.freezePane(0, row + 1);
        sheet.repeatRows(row);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        for (Item item : questions.items()) {
            row++;
            question(sheet, row, item);
            List<String> offered = new ArrayList<>(item.choices());
            boolean open = offered.isEmpty();
            if (!item.isConflict()) {
                offered.add(questions.cannotJudge());
            }
            choices.offer(
                    sheet.range(row, ANSWER, row, ANSWER),
                    offered,
                    open ? DataValidationErrorStyle.INFORMATION : DataValidationErrorStyle.STOP,
                    wording.sentence(
                            open
                                    ? "A number in the unit beside it, or a choice of the list."
                                    : "Choose one from the list."));
        }
    }

    private static double width(AnswerColumn column) {
        return switch (column) {
            case NUMBER -> 6;
            case QUESTION -> 40;
            case SCALE -> 52;
            case REASON -> 48;
            case FACT -> 30;
            default -> 16;
        };
    }

    private void question(Worksheet sheet, int row, Item item) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            AnswerColumn column = COLUMNS.get(i);
            if (column == AnswerColumn.NUMBER) {
                sheet.value(row, i, item.number());
            } else {
                String text = text(item, column);
                if (!text.isEmpty()) {
                    sheet.value(row, i, CleanText.lines(text));
                }
            }
            StyleSetter style = sheet.style(row, i).verticalAlignment("top").wrapText(column != AnswerColumn.FACT);
            if (column == AnswerColumn.ANSWER || column == AnswerColumn.REASON) {
                FormSheet.fill(style);
            }
            if (column == AnswerColumn.FACT || column == AnswerColumn.OF) {
                style.fontColor("808080");
            }
            style.set();
        }
    }

    private String text(Item item, AnswerColumn column) {
        return switch (column) {
            case ABOUT -> item.about();
            case QUESTION -> item.sentence();
            case SCALE ->
                item.levels().stream()
                        .map(level -> wording.sentence("%s: %s", level.label(), level.description()))
                        .collect(Collectors.joining("\n"));
            case UNIT -> item.unit() == null ? "" : item.unit();
            case FACT -> item.fact();
            case OF -> item.of();
            default -> "";
        };
    }

    private void about(Worksheet sheet) {
        sheet.value(0, 0, wording.sentence("These lines identify the form. Leave this sheet unchanged."));
        int row = 1;
        for (Map.Entry<String, String> line : questions.form().about().entrySet()) {
            sheet.value(row, 0, line.getKey());
            sheet.value(row, 1, CleanText.of(line.getValue()));
            row++;
        }
        sheet.width(0, 18);
        sheet.width(1, 70);
    }
}
