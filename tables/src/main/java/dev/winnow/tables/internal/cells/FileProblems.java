package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems of files and sheets, in one place. */
public final class FileProblems {

    private static final int FEW = 12;

    private FileProblems() {}

    /**
     * No file of this name is there.
     *
     * @param beside the names of the files beside it
     */
    public static Problem missing(String file, List<String> beside) {
        return Problem.at(Place.file(file), "there is no such file")
                .with(Nearest.advice(file.substring(file.lastIndexOf('/') + 1), beside));
    }

    /**
     * A folder stands where a table is asked for.
     *
     * @param tables what of it can be read
     */
    public static Problem folder(String file, List<String> tables) {
        return Problem.at(Place.file(file), "this is a folder, not a table")
                .with(
                        tables.isEmpty()
                                ? null
                                : Message.of("maybe a file in it: %s?", TableProblems.alternatives(tables)));
    }

    public static Problem empty(String file) {
        return Problem.at(Place.file(file), "the file is empty")
                .with(Message.of("maybe `%s`, to have one to fill in?", "winnow template -o projects.xlsx"));
    }

    /** A document whose keys are none of a universe's, so that no mapping was needed only if they are mistakes. */
    public static Problem otherLayout(String file) {
        return Problem.at(Place.file(file), "the file may have another layout than a universe")
                .with(Message.of(
                        "maybe `%s`, to begin a mapping of its records?",
                        "winnow import " + file + " --learn mapping.yaml"));
    }

    public static Problem unreadable(String file) {
        return Problem.at(Place.file(file), "the file cannot be read");
    }

    public static Problem noTable(String file) {
        return Problem.at(Place.file(file), "the file is no table that winnow reads")
                .with(Message.of("maybe save it as .xlsx, .csv, .json, .ndjson or .yaml?"));
    }

    static Problem quotes(Place row) {
        return Problem.at(row, "the quotes of a cell do not close, or text follows them")
                .with(Message.of("maybe double a quote in a text?"));
    }

    static Problem afterQuotes(Place row) {
        return Problem.at(row, "the row comes after quotes that do not close, and may belong to them")
                .with(Message.of("maybe mend the quotes first?"));
    }

    static Problem tooWide(Place cell, int cells, int most) {
        return Problem.at(cell, "the row has %s cells; no more than %s are read", cells, most);
    }

    static Problem damaged(Place cell, String charset) {
        return Problem.at(cell, "bytes of the cell are no characters of %s, in which the file is written", charset)
                .with(Message.of("maybe save the file as UTF-8?"));
    }

    static Problem utf8Instead(Place cell, String charset) {
        return Problem.at(cell, "the cell is written in UTF-8, the rest of the file in %s", charset)
                .with(Message.of("maybe save the file as UTF-8?"));
    }

    public static Problem lineDamaged(Place line) {
        return Problem.at(line, "bytes of the line are no characters of %s", "UTF-8")
                .with(Message.of("maybe save the file as UTF-8?"));
    }

    public static Problem lineTooLong(Place line, int most) {
        return Problem.at(line, "the line is longer than %s characters", most);
    }

    public static Problem changed(Place last) {
        return Problem.at(last, "the file changed while it was read; what came to it since is not read")
                .with(Message.of("maybe again when it is complete?"));
    }

    static Problem encrypted(String file) {
        return Problem.at(Place.file(file), "the workbook is encrypted")
                .with(Message.of("maybe save a copy without a password?"));
    }

    static Problem oldWorkbook(String file) {
        return Problem.at(Place.file(file), "this is a workbook of an old form (.xls)")
                .with(Message.of("maybe save it as .xlsx?"));
    }

    static Problem noWorkbook(String file) {
        return Problem.at(Place.file(file), "this is no workbook, or a damaged one")
                .with(Message.of("maybe open it and save it as .xlsx?"));
    }

    static Problem cutWorkbook(String file) {
        return Problem.at(Place.file(file), "the workbook is cut: its end is missing")
                .with(Message.of("maybe copy or download it again?"));
    }

    static Problem brokenPart(String file, String part) {
        return Problem.at(Place.file(file), "`%s` in the workbook is damaged", part)
                .with(Message.of("maybe open the workbook and save it anew?"));
    }

    /** A second value for what has one. */
    public static Problem givenTwice(Place at, String name, Place before) {
        return Problem.at(at, "`%s` is given already at %s", name, before);
    }

    public static Problem headingTwice(Place at, String heading) {
        return Problem.at(at, "two columns are headed `%s`", heading)
                .with(Message.of("maybe keep the one that counts?"));
    }

    public static Problem beyondHeadings(Place cell, String text) {
        return Problem.at(cell, "`%s` stands beyond the columns that have headings", text)
                .with(Message.of("maybe a comma or a bar within an answer, which then needs quotes or `%s`?", "\\|"));
    }

    static Problem missingPart(String file, String part) {
        return Problem.at(Place.file(file), "`%s` of the workbook is missing", part)
                .with(Message.of("maybe open the workbook and save it anew?"));
    }

    public static Problem tooManyHeadings(Place row, int headings, int most) {
        return Problem.at(row, "the row has %s cells that may be headings; no more than %s are read", headings, most)
                .with(Message.of("maybe keep the columns that are needed?"));
    }

    /** A cell that names a text or a format by a number that the workbook has not. */
    static Problem lostCell(Place cell, boolean text) {
        return Problem.at(
                        cell,
                        text
                                ? "the text of the cell is missing in the workbook"
                                : "the workbook does not say how the number of the cell is shown")
                .with(Message.of("maybe open the workbook and save it anew?"));
    }

    static Problem cellTwice(Place cell) {
        return Problem.at(cell, "the workbook gives the cell twice")
                .with(Message.of("maybe open the workbook and save it anew?"));
    }

    static Problem brokenSheet(Place row) {
        return Problem.at(row, "the sheet is damaged from here on; nothing below is read, nor which cells are merged")
                .with(Message.of("maybe open the workbook and save it anew?"));
    }

    static Problem bomb(String file, String part) {
        return Problem.at(Place.file(file), "`%s` unfolds to far more than the workbook holds; it is not read", part)
                .with(Message.of("maybe open the workbook and save it anew, or as .csv?"));
    }

    public static Problem macros(String file) {
        return Problem.at(Place.file(file), "the workbook holds macros; they are not run, its cells are read");
    }

    public static Problem encoding(String file, String charset) {
        return Problem.at(Place.file(file), "the text is read as %s", charset);
    }

    public static Problem noRecords(String file) {
        return Problem.at(Place.file(file), "no record has keys that winnow knows")
                .with(Message.of("maybe a key such as `%s` or `%s`?", "name", "项目名称"));
    }

    public static Problem noRecord(Place place, Message kind) {
        return Problem.at(place, "a record has keys; it is not %s", kind);
    }

    public static Problem notTaken(Place key, String list) {
        return Problem.at(key, "`%s` stays in its file: an import takes what tables can hold", list);
    }

    public static Problem json(Place place) {
        return Problem.at(place, "a line of this file is one JSON object")
                .with(Message.of("did you mean `%s`?", "{\"name\": …}"));
    }

    public static Problem noSheet(String file, String name, Collection<String> names, @Nullable Message advice) {
        return Problem.at(Place.file(file), "the workbook has no sheet `%s`", name)
                .with(advice == null ? Message.of("it has %s", quoted(names)) : advice);
    }

    /**
     * No table has headings that are known.
     *
     * @param names the sheets; none of a file that has none
     * @param heading a text that may be a heading; null if there is none
     */
    public static Problem noTables(String file, Collection<String> names, @Nullable String heading) {
        Message such = heading == null
                ? Message.of("maybe a heading such as `%s` or `%s`?", "name", "项目名称")
                : Message.of(
                        "maybe a heading such as `%s` or `%s`, or `%s`?",
                        "name", "项目名称", "--map \"" + heading + "=name\"");
        return Problem.at(
                        Place.file(file),
                        names.isEmpty()
                                ? Message.of("no row has headings that winnow knows")
                                : Message.of("no sheet has headings that winnow knows"))
                .with(
                        names.isEmpty()
                                ? such
                                : Message.of(
                                        "it has %s; a heading is such as `%s` or `%s`", quoted(names), "name", "项目名称"));
    }

    public static Problem strangeSheet(Place sheet) {
        return Problem.at(sheet, "the sheet has no headings that winnow knows; it is not read");
    }

    public static Problem unmapped(String file) {
        return Problem.at(Place.file(file), "the mapping says nothing of a file of this name")
                .with(Message.of("maybe `%s` there?", "file: \"*" + file.replaceFirst("^.*(?=\\.)", "") + "\""));
    }

    public static Problem unmappedSheet(Place sheet) {
        return Problem.at(sheet, "the mapping says nothing of the sheet; it is not read");
    }

    public static Problem noMappedSheet(Node said, String file, Collection<String> names) {
        Message advice = Nearest.advice(said.text().strip(), names);
        return said.problem(
                Message.of("`%s` has no sheet `%s`", file, said.text().strip()),
                advice != null ? advice : names.isEmpty() ? null : Message.of("it has %s", quoted(names)));
    }

    public static Problem hiddenSheet(Place sheet) {
        return Problem.at(sheet, "the sheet is hidden; it is not read");
    }

    public static Problem hiddenColumns(Place sheet, List<String> headings) {
        return Problem.at(
                sheet,
                headings.size() == 1
                        ? Message.of("1 hidden column is read like the others: %s", Message.names(headings))
                        : Message.of(
                                "%s hidden columns are read like the others: %s",
                                headings.size(), Message.names(headings)));
    }

    public static Problem hiddenRows(Place sheet, int rows, int first) {
        return Problem.at(
                sheet,
                rows == 1
                        ? Message.of("1 hidden row is read like the others, first row %s", first)
                        : Message.of("%s hidden rows are read like the others, first row %s", rows, first));
    }

    private static List<Object> quoted(Collection<String> names) {
        List<Object> few =
                new ArrayList<>(Message.names(names.stream().limit(FEW).toList()));
        if (names.size() > FEW) {
            few.add("…");
        }
        return few;
    }
}
