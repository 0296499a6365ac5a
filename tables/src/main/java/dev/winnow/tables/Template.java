package dev.winnow.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.headings.FieldForm;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.write.Separated;
import dev.winnow.tables.internal.write.TimelessZip;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes empty tables to fill in: a sheet per kind with headings and units, choices where a list is closed or the
 * universe names the entries, and a sheet with a description of each column.
 */
public final class Template {

    private static final int ROWS = 2000;
    private static final int FORMATTED = 200;
    private static final double WIDE = 60;
    private static final double WIDEST = 90;

    private final Language language;
    private final FieldForm form;
    private final BiFunction<String, Object[], String> say;
    private final HeadingCatalogue catalogue = HeadingCatalogue.get();

    /**
     * @param universe source of the cities, chains and words to choose from, and of the currency
     * @param say returns a text in the language, by its key under {@code template.} and its arguments
     */
    public Template(Language language, Universe universe, BiFunction<String, Object[], String> say) {
        this.language = language;
        this.form = new FieldForm(language, universe);
        this.say = say;
    }

    /** Writes the headings of one kind as CSV. */
    public void writeCsv(EntryKind kind, OutputStream out) throws IOException {
        CsvWriter csv = Separated.csv(out);
        csv.writeRecord(columns(kind).stream().map(key -> heading(kind, key)).toList());
        csv.flush();
    }

    /** Writes a workbook. */
    public void writeWorkbook(List<EntryKind> kinds, OutputStream out) throws IOException {
        TimelessZip.write(out, file -> workbook(kinds, file));
    }

    private void workbook(List<EntryKind> kinds, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "winnow", "1.0");
        List<Worksheet> sheets = new ArrayList<>();
        for (EntryKind kind : kinds) {
            sheets.add(book.newWorksheet(catalogue.sheetName(kind, language)));
        }
        Worksheet notes = book.newWorksheet(HeadingCatalogue.NOTES.get(language.equals(Language.ZH) ? 1 : 0));
        Lists lists = new Lists(book.newWorksheet(HeadingCatalogue.CHOICES));
        for (int i = 0; i < kinds.size(); i++) {
            sheet(sheets.get(i), kinds.get(i), lists);
        }
        notes(notes, kinds);
        book.finish();
    }

    /** Columns of a template: the holder, every property, and the source and date of the row. */
    public static List<Key> columns(EntryKind kind) {
        List<Key> keys = new ArrayList<>();
        if (kind.holder() != null) {
            keys.add(new Key(Key.holder(kind), 1, null));
        }
        for (Property property : kind.properties()) {
            keys.add(new Key(property, 1, null));
        }
        return keys;
    }

    private String heading(EntryKind kind, Key key) {
        String bare = catalogue.heading(kind, key, language);
        String unit = form.unit(key.property());
        return unit == null ? bare : language.equals(Language.ZH) ? bare + "（" + unit + "）" : bare + " [" + unit + "]";
    }

    private void sheet(Worksheet sheet, EntryKind kind, Lists lists) throws IOException {
        List<Key> columns = columns(kind);
        sheet.freezePane(1, 1);
        for (int i = 0; i < columns.size(); i++) {
            Key key = columns.get(i);
            String heading = heading(kind, key);
            sheet.value(0, i, heading);
            sheet.style(0, i)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .fillColor(
                            key.property().required() || key.property().name().equals("name") ? "DDE6F4" : "EEEEEE")
                    .set();
            sheet.width(i, Math.min(WIDE, 10 + width(heading)));
            if (key.property().type() == Property.Type.DATE) {
                sheet.range(1, i, FORMATTED, i).style().format("yyyy-mm-dd").set();
            }
            List<String> choices = form.choices(key.property());
            if (!choices.isEmpty() && key.property().type() != Property.Type.TEXTS) {
                boolean open = key.property().refers() != null || key.property().type() == Property.Type.FIGURE;
                sheet.range(1, i, ROWS, i)
                        .validateWithList(lists.range(choices))
                        .allowBlank(true)
                        .showDropdown(true)
                        .errorStyle(open ? DataValidationErrorStyle.WARNING : DataValidationErrorStyle.STOP)
                        .showErrorMessage(true)
                        .errorTitle("winnow")
                        .error(text("template.choose"));
            }
        }
        sheet.finish();
    }

    private static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) > 255 ? 1.6 : 0.6;
        }
        return width;
    }

    private void notes(Worksheet sheet, List<EntryKind> kinds) throws IOException {
        int row = 0;
        for (String line : text("template.about").split("\n", -1)) {
            sheet.value(row++, 0, line);
        }
        for (EntryKind kind : kinds) {
            row++;
            sheet.value(row, 0, catalogue.sheetName(kind, language));
            sheet.style(row, 0).bold().set();
            sheet.value(
                    row, 2, language.equals(Language.ZH) ? catalogue.sheet(kind).note() : "");
            row++;
            List<String> heads = List.of("heading", "name", "note", "form", "choices");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(row, column, text("template." + heads.get(column)));
                sheet.style(row, column).bold().fillColor("EEEEEE").set();
            }
            row++;
            for (Key key : columns(kind)) {
                Property property = key.property();
                List<String> cells = List.of(
                        heading(kind, key), key.name(), note(kind, property), form(property), choices(property));
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                    sheet.style(row, column)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
                row++;
            }
        }
        for (int column : List.of(0, 1, 3)) {
            sheet.width(column, WIDE / 2);
        }
        for (int column : List.of(2, 4)) {
            sheet.width(column, WIDEST);
        }
        sheet.finish();
    }

    private String note(EntryKind kind, Property property) {
        if (language.equals(Language.ZH)) {
            return catalogue.column(kind, property.name()).note();
        }
        String note = kind.note(property.name());
        return note.isEmpty() ? text("template.holder") : note.replace(", million yuan", "");
    }

    private String choices(Property property) {
        List<String> anchors = form.anchors(property);
        return anchors.isEmpty() ? String.join(" | ", form.choices(property)) : String.join("\n", anchors);
    }

    private String form(Property property) {
        Unit unit = property.unit();
        String form = unit == null
                ? property.type().name()
                : unit.levels() != null ? "RATING" : unit.kind().name();
        String required = property.required() && !property.name().equals("id") ? text("template.required") + " " : "";
        return required + text("template.form." + form);
    }

    private String text(String key, Object... values) {
        return say.apply(key, values);
    }

    /** Choices, one list per column of a hidden sheet. */
    private static final class Lists {
        private final Worksheet sheet;
        private final Map<String, Range> known = new HashMap<>();

        Lists(Worksheet sheet) {
            this.sheet = sheet;
            sheet.setVisibilityState(VisibilityState.HIDDEN);
        }

        Range range(List<String> choices) {
            return known.computeIfAbsent(choices.stream().collect(Collectors.joining("\n")), any -> {
                int column = known.size();
                for (int i = 0; i < choices.size(); i++) {
                    sheet.value(i, column, choices.get(i));
                }
                return sheet.range(0, column, choices.size() - 1, column);
            });
        }
    }
}
