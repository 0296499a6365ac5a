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

/** Problems of files and sheets. */
public final class FileProblems {

    private static final int FEW = 12;

    private FileProblems() {}

    /**
     * A missing file.
     *
     * @param beside names of the files in its folder
     */
    public static Problem missing(String file, List<String> beside) {
        return Problem.at(Place.file(file), "there is no such file")
                .with(Nearest.advice(file.substring(file.lastIndexOf('/') + 1), beside));
    }

    /**
     * A folder in place of a table.
     *
     * @param tables the readable files in it
     */
    public static Problem folder(String file, List<String> tables) {
        return Problem.at(Place.file(file), "this is a folder, not a table")
                .with(
                        tables.isEmpty()
                                ? null
                                : Message.of("name a file in it: %s", TableProblems.alternatives(tables)));
    }

    public static Problem empty(String file) {
        return Problem.at(Place.file(file), "the file is empty")
                .with(Message.of("run `%s` to write a table to fill in", "winnow template -o projects.xlsx"));
    }

    /** A document without any key of a universe, whose keys are misspelt or which needs a mapping. */
    public static Problem otherLayout(String file) {
        return Problem.at(Place.file(file), "the file does not have the layout of a universe")
                .with(Message.of(
                        "run `%s` to draft a mapping of its records",
                        "winnow import " + file + " --learn mapping.yaml"));
    }

    public static Problem unreadable(String file) {
        return Problem.at(Place.file(file), "the file cannot be read");
    }

    public static Problem noTable(String file) {
        return Problem.at(Place.file(file), "the file is not in a format that winnow reads")
                .with(Message.of("save it as .xlsx, .csv, .json, .ndjson or .yaml"));
    }

    static Problem quotes(Place row) {
        return Problem.at(row, "a quote is not closed, or is followed by text")
                .with(Message.of("double a quote inside a text"));
    }

    static Problem afterQuotes(Place row) {
        return Problem.at(row, "the row follows an unclosed quote and may be part of its text")
                .with(Message.of("close the quote first"));
    }

    static Problem tooWide(Place cell, int cells, int most) {
        return Problem.at(cell, "the row has %s cells; at most %s are read", cells, most);
    }

    static Problem damaged(Place cell, String charset) {
        return Problem.at(cell, "the cell contains bytes that are invalid in the file's encoding, %s", charset)
                .with(Message.of("save the file as UTF-8"));
    }

    static Problem utf8Instead(Place cell, String charset) {
        return Problem.at(cell, "the cell is written in UTF-8, the rest of the file in %s", charset)
                .with(Message.of("save the file as UTF-8"));
    }

    public static Problem lineDamaged(Place line) {
        return Problem.at(line, "the line contains bytes that are invalid in %s", "UTF-8")
                .with(Message.of("save the file as UTF-8"));
    }

    public static Problem lineTooLong(Place line, int most) {
        return Problem.at(line, "the line is longer than %s characters", most);
    }

    public static Problem changed(Place last) {
        return Problem.at(last, "the file changed while it was read; later additions are not read")
                .with(Message.of("run the command again when the file is complete"));
    }

    public static Problem tooManySheets(String file, int sheets, int most) {
        return Problem.at(Place.file(file), "the workbook has %s sheets; the first %s are read", sheets, most)
                .with(Message.of("name a sheet with `%s`", "--sheet NAME"));
    }

    static Problem encrypted(String file) {
        return Problem.at(Place.file(file), "the workbook is encrypted")
                .with(Message.of("save a copy without a password"));
    }

    static Problem oldWorkbook(String file) {
        return Problem.at(Place.file(file), "this is a workbook in the old format (.xls)")
                .with(Message.of("save it as .xlsx"));
    }

    static Problem noWorkbook(String file) {
        return Problem.at(Place.file(file), "this is not a workbook, or it is damaged")
                .with(Message.of("open it in a spreadsheet program and save it as .xlsx"));
    }

    static Problem cutWorkbook(String file) {
        return Problem.at(Place.file(file), "the workbook is incomplete: its end is missing")
                .with(Message.of("copy or download it again"));
    }

    static Problem brokenPart(String file, String part) {
        return Problem.at(Place.file(file), "`%s` in the workbook is damaged", part)
                .with(Message.of("open the workbook in a spreadsheet program and save it again"));
    }

    /** A duplicate value. */
    public static Problem givenTwice(Place at, String name, Place before) {
        return Problem.at(at, "`%s` is given already at %s", name, before);
    }

    public static Problem headingTwice(Place at, String heading) {
        return Problem.at(at, "two columns have the heading `%s`", heading).with(Message.of("keep only one of them"));
    }

    public static Problem beyondHeadings(Place cell, String text) {
        return Problem.at(cell, "`%s` is to the right of the columns with headings", text)
                .with(Message.of("put quotes around an answer with a comma, and write a bar as `%s`", "\\|"));
    }

    static Problem missingPart(String file, String part) {
        return Problem.at(Place.file(file), "`%s` of the workbook is missing", part)
                .with(Message.of("open the workbook in a spreadsheet program and save it again"));
    }

    public static Problem tooManyHeadings(Place row, int headings, int most) {
        return Problem.at(row, "the row has %s possible headings; at most %s are read", headings, most)
                .with(Message.of("keep only the columns that you need"));
    }

    /** A cell that refers to a text or number format that the workbook does not contain. */
    static Problem lostCell(Place cell, boolean text) {
        return Problem.at(
                        cell,
                        text
                                ? "the workbook does not contain the text of the cell"
                                : "the workbook does not contain the number format of the cell")
                .with(Message.of("open the workbook in a spreadsheet program and save it again"));
    }

    static Problem cellTwice(Place cell) {
        return Problem.at(cell, "the workbook contains the cell twice")
                .with(Message.of("open the workbook in a spreadsheet program and save it again"));
    }

    static Problem brokenSheet(Place row) {
        return Problem.at(row, "the sheet is damaged from here on; the rows below and the merged cells are not read")
                .with(Message.of("open the workbook in a spreadsheet program and save it again"));
    }

    static Problem bomb(String file, String part) {
        return Problem.at(
                        Place.file(file),
                        "`%s` decompresses to far more than the size of the workbook; it is not read",
                        part)
                .with(Message.of("open the workbook in a spreadsheet program and save it again, or as .csv"));
    }

    public static Problem macros(String file) {
        return Problem.at(Place.file(file), "the workbook contains macros; its cells are read and no macro is run");
    }

    public static Problem encoding(String file, String charset) {
        return Problem.at(Place.file(file), "the text is read as %s", charset);
    }

    public static Problem noRecords(String file) {
        return Problem.at(Place.file(file), "no record has a key that winnow knows")
                .with(Message.of("use a key such as `%s` or `%s`", "name", "项目名称"));
    }

    public static Problem noRecord(Place place, Message kind) {
        return Problem.at(place, "expected a record with keys, found %s", kind);
    }

    public static Problem notTaken(Place key, String list) {
        return Problem.at(key, "`%s` is not imported: tables cannot contain it", list);
    }

    public static Problem json(Place place) {
        return Problem.at(place, "expected one JSON object per line")
                .with(Message.of("did you mean `%s`?", "{\"name\": …}"));
    }

    public static Problem noSheet(String file, String name, Collection<String> names, @Nullable Message advice) {
        return Problem.at(Place.file(file), "the workbook has no sheet `%s`", name)
                .with(advice == null ? Message.of("it has %s", quoted(names)) : advice);
    }

    /**
     * No table has known headings.
     *
     * @param names the sheets; empty for a file without sheets
     * @param heading a text that may be a heading; null if there is none
     */
    public static Problem noTables(String file, Collection<String> names, @Nullable String heading) {
        Message such = heading == null
                ? Message.of("use a heading such as `%s` or `%s`", "name", "项目名称")
                : Message.of(
                        "use a heading such as `%s` or `%s`, or give `%s`",
                        "name", "项目名称", "--map \"" + heading + "=name\"");
        return Problem.at(
                        Place.file(file),
                        names.isEmpty()
                                ? Message.of("no row contains known headings")
                                : Message.of("no sheet contains known headings"))
                .with(
                        names.isEmpty()
                                ? such
                                : Message.of(
                                        "it has %s; use a heading such as `%s` or `%s`",
                                        quoted(names), "name", "项目名称"));
    }

    public static Problem strangeSheet(Place sheet) {
        return Problem.at(sheet, "the sheet has no known headings; it is not read");
    }

    public static Problem unmapped(String file) {
        return Problem.at(Place.file(file), "the mapping does not apply to a file of this name")
                .with(Message.of(
                        "write `%s` in the mapping", "file: \"*" + file.replaceFirst("^.*(?=\\.)", "") + "\""));
    }

    public static Problem unmappedSheet(Place sheet) {
        return Problem.at(sheet, "the mapping does not apply to the sheet; it is not read");
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
                        ? Message.of("1 hidden column is read too: %s", Message.names(headings))
                        : Message.of("%s hidden columns are read too: %s", headings.size(), Message.names(headings)));
    }

    public static Problem hiddenRows(Place sheet, int rows, int first) {
        return Problem.at(
                sheet,
                rows == 1
                        ? Message.of("1 hidden row is read too: row %s", first)
                        : Message.of("%s hidden rows are read too, the first is row %s", rows, first));
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
