package dev.winnow.tables.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be wrong with a table itself, said in one place; what its values mean is the model's to judge. */
public final class TableProblems {

    private static final int FEW = 12;

    private TableProblems() {}

    // --- files ---

    public static Problem missing(String file) {
        return Problem.at(Place.file(file), "there is no such file");
    }

    public static Problem folder(String file) {
        return Problem.at(Place.file(file), "this is a folder, not a table");
    }

    public static Problem unreadable(String file) {
        return Problem.at(Place.file(file), "the file cannot be read");
    }

    public static Problem noTable(String file) {
        return problem(
                Place.file(file),
                "the file is no table that winnow reads",
                "maybe save it as .xlsx, .csv, .json, .ndjson or .yaml?");
    }

    static Problem quotes(Place row) {
        return problem(
                row, "the quotes of a cell do not close, or text follows them", "maybe double a quote in a text?");
    }

    public static Problem characters(Place row) {
        return problem(row, "the characters are neither UTF-8, UTF-16 nor GBK", "maybe save the file as UTF-8?");
    }

    static Problem encrypted(String file) {
        return problem(Place.file(file), "the workbook is encrypted", "maybe save a copy without a password?");
    }

    static Problem oldWorkbook(String file) {
        return problem(Place.file(file), "this is a workbook of an old form (.xls)", "maybe save it as .xlsx?");
    }

    static Problem noWorkbook(String file) {
        return problem(
                Place.file(file), "this is no workbook, or a damaged one", "maybe open it and save it as .xlsx?");
    }

    static Problem bomb(String file, String part) {
        return problem(
                Place.file(file),
                "`" + part + "` unfolds to far more than the workbook holds; it is not read",
                "maybe open the workbook and save it anew, or as .csv?");
    }

    public static Problem macros(String file) {
        return Problem.at(Place.file(file), "the workbook holds macros; they are not run, its cells are read");
    }

    public static Problem encoding(String file, String charset) {
        return Problem.at(Place.file(file), "the text is read as " + charset);
    }

    public static Problem json(Place place) {
        return problem(place, "a line of this file is one JSON object", "maybe `{\"name\": …}`?");
    }

    // --- sheets ---

    public static Problem noSheet(String file, String name, Collection<String> names, @Nullable String advice) {
        return problem(
                Place.file(file),
                "the workbook has no sheet `" + name + "`",
                advice == null ? "it has " + quoted(names) : advice);
    }

    public static Problem noTables(String file, Collection<String> names) {
        return problem(
                Place.file(file),
                names.isEmpty() ? "no row has headings that winnow knows" : "no sheet has headings that winnow knows",
                names.isEmpty()
                        ? "maybe a heading such as `name` or `项目名称`?"
                        : "it has " + quoted(names) + "; a heading is such as `name` or `项目名称`");
    }

    static Problem emptyTable(Place place) {
        return Problem.at(place, "the table is empty");
    }

    public static Problem strangeSheet(Place sheet) {
        return Problem.at(sheet, "the sheet has no headings that winnow knows; it is not read");
    }

    public static Problem hiddenSheet(Place sheet) {
        return Problem.at(sheet, "the sheet is hidden; it is not read");
    }

    public static Problem hiddenRows(Place sheet, int rows, int first) {
        return Problem.at(
                sheet,
                rows + (rows == 1 ? " hidden row is" : " hidden rows are") + " read like the others, first row "
                        + first);
    }

    // --- headings ---

    public static Problem ambiguous(Place heading, String text, List<String> meanings) {
        return problem(
                heading,
                "the heading `" + text + "` can mean " + alternatives(meanings),
                "maybe `--map \"" + text + "=" + meanings.get(0) + "\"`?");
    }

    public static Problem nearly(Place heading, String text, String meaning) {
        return problem(
                heading,
                "the heading `" + text + "` is not known; it may mean `" + meaning + "`",
                "maybe `--map \"" + text + "=" + meaning + "\"`, or `=-` to leave it out?");
    }

    public static Problem twice(Place heading, String text, String property, Place earlier) {
        return problem(
                heading,
                "the heading `" + text + "` means `" + property + "`, as that at " + earlier + " does",
                "maybe `--map \"" + text + "#2=-\"` to leave the second out?");
    }

    public static Problem unknownHeading(Place heading, String text) {
        return Problem.at(heading, "the column `" + text + "` is not taken");
    }

    public static Problem noName(Place headings) {
        return Problem.at(headings, "no column gives the name or the id of a project");
    }

    public static Problem noColumn(Place headings, String property) {
        return Problem.at(headings, "no column gives `" + property + "`");
    }

    public static Problem badMap(String text, @Nullable String advice) {
        return problem(Place.file("--map"), "`" + text + "` names no property", advice);
    }

    static Problem unusedMap(String text, @Nullable String advice) {
        return problem(Place.file("--map"), "no column is headed `" + text + "`", advice);
    }

    // --- rows and cells ---

    public static Problem cellError(Place cell, String text) {
        return Problem.at(cell, "the cell holds the error `" + text + "`");
    }

    public static Problem uncomputed(Place cell) {
        return problem(
                cell,
                "the formula of the cell has no value",
                "maybe open the workbook and save it, so that it is computed?");
    }

    public static Problem invisible(Place cell, int character) {
        return Problem.at(
                cell,
                String.format(java.util.Locale.ROOT, "the invisible character U+%04X cannot stand here", character));
    }

    /** Stands for a problem that is told already. */
    public static Problem told(Place cell) {
        return Problem.at(cell, "the cell cannot be read");
    }

    public static Problem formulaText(Place cell, String text) {
        return problem(cell, "`" + text + "` is a formula written as text", "maybe its value?");
    }

    public static Problem tooManyCells(Place cell, String text, int headings) {
        return problem(
                cell,
                "`" + text + "` stands beyond the last of the " + headings + " headings",
                "maybe a separator within a text that has no quotes?");
    }

    public static Problem total(Place cell, String text) {
        return Problem.at(cell, "`" + text + "` is a sum, not an entry");
    }

    public static Problem serial(Place cell, String text, String day) {
        return problem(
                cell,
                "`" + text + "` is not a date; a spreadsheet counts the day " + day + " by it",
                "maybe `" + day + "`?");
    }

    public static Problem twoWays(Place cell, String text, String one, String other) {
        return problem(cell, "`" + text + "` can be two days", "maybe `" + one + "` or `" + other + "`?");
    }

    public static Problem percent(Place cell, String text, String share) {
        return problem(
                cell,
                "`" + text + "` under a heading in percent can be two shares",
                "maybe `" + share + " %` or `" + text + " %`?");
    }

    public static Problem idle(Place cell, String facet, String property) {
        return Problem.at(cell, "`" + facet + "` of `" + property + "` stands beside no value");
    }

    public static Problem noEntry(Place row) {
        return Problem.at(row, "the row says nothing in the columns that are taken");
    }

    public static Problem noHolder(Place row, String holder) {
        return Problem.at(row, "the row needs `" + holder + "`");
    }

    public static Problem elsewhere(Place row, String holder) {
        return Problem.at(row, "`" + holder + "` is in the universe already; a table cannot add to it");
    }

    public static Problem holderRefused(Place row, String holder) {
        return Problem.at(row, "`" + holder + "`, in which this stands, was refused");
    }

    public static Problem incomplete(Place place, String list, String city) {
        return Problem.at(
                place, "`" + list + "` of `" + city + "` is no longer complete, since a row of it was refused");
    }

    public static Problem again(Place cell, String id, int row) {
        return Problem.at(cell, "the project `" + id + "` is given already in row " + row);
    }

    public static Problem severalNames(Place cell, String text, Collection<String> ids) {
        return problem(cell, "`" + text + "` can name " + alternatives(ids), null);
    }

    // --- writing ---

    public static Problem unfit(Place place, String property) {
        return Problem.at(place, "`" + property + "` does not fit into a table");
    }

    private static String alternatives(Collection<String> names) {
        return "`" + String.join("` or `", names) + "`";
    }

    private static String quoted(Collection<String> names) {
        List<String> few = names.stream().limit(FEW).toList();
        return "`" + String.join("`, `", few) + "`" + (names.size() > FEW ? ", …" : "");
    }

    private static Problem problem(Place place, String what, @Nullable String advice) {
        return new Problem(place, what, 0, advice);
    }
}
