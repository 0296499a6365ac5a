package dev.winnow.report.internal.xlsx;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.contents.Questionnaire.Item;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.tables.Template;
import dev.winnow.tables.internal.answers.AnswerColumn;
import dev.winnow.tables.internal.answers.FormLayout;
import dev.winnow.tables.internal.headings.FieldForm;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.write.TimelessZip;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes questions as a workbook to fill in: a sheet with one question per row, whose answer is validated on input, a
 * sheet for the rows of each requested list, and a sheet about pack and universe.
 */
public final class QuestionSheets {

    /** Number of empty rows per city on the sheet of a list. */
    private static final int ROWS = 10;

    /** Number of rows below the headings that offer choices. */
    private static final int CHECKED = 500;

    private final Questionnaire questions;
    private final Wording wording;
    private final Language language;
    private final FieldForm form;
    /** The columns; on a sheet for outsiders, without the stake of a question. */
    private final List<AnswerColumn> columns;

    private @Nullable FormSheet choices;

    private QuestionSheets(Questionnaire questions) {
        this.questions = questions;
        this.wording = questions.wording();
        this.language = wording.language();
        this.form = new FieldForm(language, questions.universe());
        boolean weighed = questions.items().isEmpty()
                || questions.items().stream().anyMatch(item -> !item.stake().isEmpty());
        this.columns = FormLayout.QUESTIONS.columns().stream()
                .filter(column -> weighed || column != AnswerColumn.STAKE)
                .toList();
    }

    /** Writes the workbook, without closing the stream. */
    public static void write(Questionnaire questions, OutputStream out) throws IOException {
        TimelessZip.write(out, draft -> new QuestionSheets(questions).workbook(draft));
    }

    private void workbook(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "winnow", null)) {
            book.properties().setTitle(CleanText.of(wording.sentence("Questions")));
            Worksheet asked = book.newWorksheet(wording.sentence("Questions"));
            List<Worksheet> rows = new ArrayList<>();
            for (EntryKind list : questions.lists()) {
                rows.add(book.newWorksheet(HeadingCatalogue.get().sheetName(list, language)));
            }
            Worksheet about = book.newWorksheet("winnow");
            FormSheet chosen = new FormSheet(book);
            choices = chosen;
            questions(asked);
            for (int i = 0; i < rows.size(); i++) {
                list(rows.get(i), questions.lists().get(i));
            }
            about(about);
            for (Worksheet sheet :
                    Stream.concat(Stream.of(asked), rows.stream()).toList()) {
                sheet.finish();
            }
            about.finish();
            chosen.finish();
        }
    }

    /** Returns the index of a column on this sheet. */
    private int place(AnswerColumn column) {
        return columns.indexOf(column);
    }

    private void questions(Worksheet sheet) {
        for (int i = 0; i < columns.size(); i++) {
            FormSheet.head(sheet, 0, i, columns.get(i).heading(language));
            sheet.width(i, width(columns.get(i)));
        }
        sheet.freezePane(place(AnswerColumn.ANSWER), 1);
        int row = 1;
        for (Item item : questions.items()) {
            question(sheet, row, item);
            row++;
        }
        sheet.setAutoFilter(0, 0, Math.max(1, row - 1), columns.size() - 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
    }

    private static double width(AnswerColumn column) {
        return switch (column) {
            case NUMBER, DAYS -> 6;
            case QUESTION -> 56;
            case ANSWER -> 34;
            case FACT -> 44;
            case SOURCE, CANDIDATES -> 28;
            default -> 15;
        };
    }

    private void question(Worksheet sheet, int row, Item item) {
        for (AnswerColumn column : columns) {
            boolean filled = FormLayout.QUESTIONS.filled().contains(column);
            switch (column) {
                case NUMBER -> sheet.value(row, place(column), item.number());
                case DAYS -> sheet.value(row, place(column), item.asked().how().days());
                default -> {
                    String text = text(item, column);
                    if (!text.isEmpty()) {
                        Stream<String> scale =
                                column == AnswerColumn.QUESTION ? questions.scale(item).stream() : Stream.of();
                        sheet.value(
                                row,
                                place(column),
                                Stream.concat(Stream.of(text), scale)
                                        .map(CleanText::of)
                                        .collect(Collectors.joining("\n")));
                    }
                }
            }
            var style = sheet.style(row, place(column)).verticalAlignment("top").wrapText(column != AnswerColumn.FACT);
            if (filled) {
                FormSheet.fill(style);
            }
            if (column == AnswerColumn.FACT || column == AnswerColumn.OF) {
                style.fontColor("808080");
            }
            if (column == AnswerColumn.AS_OF || (column == AnswerColumn.ANSWER && isDay(item))) {
                style.format("yyyy-mm-dd");
            }
            style.set();
        }
        check(sheet, row, item);
    }

    private String text(Item item, AnswerColumn column) {
        return switch (column) {
            case WHO -> item.who();
            case ABOUT -> item.about();
            case QUESTION -> item.sentence() + hint(item);
            case UNIT -> item.unit() == null ? "" : item.unit();
            case STAKE -> item.stake();
            case CANDIDATES -> item.candidates();
            case FACT -> item.asked().fact();
            case OF -> item.asked().id();
            default -> "";
        };
    }

    /** Returns how to answer a question about a list; empty if its cell takes the answer. */
    private String hint(Item item) {
        if (item.list() != null) {
            return "\n"
                    + wording.sentence(
                            "(rows into the sheet %s)", HeadingCatalogue.get().sheetName(item.list(), language));
        }
        return item.property() != null && item.property().type() == Property.Type.TEXTS
                ? "\n" + wording.sentence("(several with a semicolon between)")
                : "";
    }

    private static boolean isDay(Item item) {
        return item.property() != null && item.property().type() == Property.Type.DATE;
    }

    /** Offers the possible answers; for figures and days, shows their form. */
    private void check(Worksheet sheet, int row, Item item) {
        List<String> offered = new ArrayList<>(item.choices());
        offered.addAll(questions.replies());
        boolean open = item.choices().isEmpty()
                || (item.property() != null
                        && (item.property().refers() != null || item.property().type() == Property.Type.FIGURE));
        int column = place(AnswerColumn.ANSWER);
        Objects.requireNonNull(choices)
                .offer(
                        sheet.range(row, column, row, column),
                        offered,
                        open ? DataValidationErrorStyle.INFORMATION : DataValidationErrorStyle.STOP,
                        wording.sentence(open ? expected(item) : "Choose one from the list."))
                .showErrorMessage(!isFree(item));
    }

    /** Returns whether any text is valid. */
    private static boolean isFree(Item item) {
        Property property = item.property();
        return item.choices().isEmpty()
                && (property == null
                        || property.type() == Property.Type.TEXT
                        || property.type() == Property.Type.TEXTS);
    }

    private static String expected(Item item) {
        Property property = item.property();
        return property == null || property.type() != Property.Type.DATE
                ? property != null && property.type() == Property.Type.FIGURE
                        ? "A number in the unit beside it, or a choice of the list."
                        : "A name that is known, or a choice of the list."
                : "A day, a month or a year, or a choice of the list.";
    }

    /** Adds the sheet of a list: empty rows, each for a city. */
    private void list(Worksheet sheet, EntryKind list) {
        List<Key> columns = Template.columns(list);
        for (int i = 0; i < columns.size(); i++) {
            Key key = columns.get(i);
            String unit = form.unit(key.property());
            String bare = HeadingCatalogue.get().heading(list, key, language);
            FormSheet.head(
                    sheet,
                    0,
                    i,
                    unit == null ? bare : language == Language.ZH ? bare + "（" + unit + "）" : bare + " [" + unit + "]");
            sheet.width(i, Math.min(40, 10 + bare.length()));
            List<String> offered =
                    key.property().name().equals(list.holder()) ? cities(list) : form.choices(key.property());
            if (!offered.isEmpty() && key.property().type() != Property.Type.TEXTS) {
                Objects.requireNonNull(choices)
                        .offer(
                                sheet.range(1, i, CHECKED, i),
                                offered,
                                key.property().refers() != null
                                        ? DataValidationErrorStyle.WARNING
                                        : DataValidationErrorStyle.STOP,
                                wording.sentence("Choose one from the list."));
            }
            if (key.property().type() == Property.Type.DATE) {
                sheet.range(1, i, CHECKED, i).style().format("yyyy-mm-dd").set();
            }
        }
        sheet.freezePane(1, 1);
        int row = 1;
        for (String city : cities(list)) {
            for (int i = 0; i < ROWS; i++) {
                sheet.value(row, 0, city);
                row++;
            }
        }
    }

    private List<String> cities(EntryKind list) {
        return questions.items().stream()
                .filter(item -> list.equals(item.list()))
                .map(Item::about)
                .distinct()
                .toList();
    }

    private void about(Worksheet sheet) {
        Edition pack = questions.screening().pack();
        Edition universe = questions.screening().universe();
        List<List<String>> lines = List.of(
                List.of(wording.sentence("The pack and universe of these questions. Leave this sheet unchanged."), ""),
                List.of("pack.name", pack.name()),
                List.of("pack.version", pack.version()),
                List.of("pack.digest", pack.digest()),
                List.of("universe.name", universe.name()),
                List.of("universe.digest", universe.digest()),
                List.of("", ""),
                List.of(
                        wording.sentence("An answer is a value, or one of: %s.", wording.list(questions.replies())),
                        ""),
                List.of(
                        wording.sentence("A figure may be “over 300”, “at least 300”, “at most 300” or “about 300”."),
                        ""),
                List.of(
                        wording.sentence(
                                "Fill in the source, the day and who answered, so that the answer can be cited."),
                        ""));
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < 2; column++) {
                String text = lines.get(row).get(column);
                if (!text.isEmpty()) {
                    sheet.value(row, column, CleanText.of(text));
                }
            }
        }
        sheet.width(0, 18);
        sheet.width(1, 70);
    }
}
