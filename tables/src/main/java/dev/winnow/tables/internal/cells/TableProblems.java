package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of tables themselves, in one place; problems of values are reported by the model. */
public final class TableProblems {

    private static final int FEW = 12;

    private TableProblems() {}

    // --- files ---

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
                .with(tables.isEmpty() ? null : Message.of("maybe a file in it: %s?", alternatives(tables)));
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

    // --- sheets ---

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

    // --- headings ---

    /** A heading whose money is of another currency than a universe counts in. */
    public static Problem foreign(Place heading, String text, Unit money, Unit counted) {
        return Problem.at(
                        heading,
                        "the heading `%s` gives sums in %s, where all else is in %s",
                        text,
                        money.currencyName(),
                        counted.currencyName())
                .with(Message.of(
                        "convert them by a rate and its day, such as `%s`, or leave them out by `%s`",
                        "--rate " + money.currency() + "=…@2025-12-31", "--map \"" + text + "=-\""));
    }

    public static Problem ambiguous(Place heading, String text, List<String> meanings) {
        return Problem.at(heading, "the heading `%s` can mean %s", text, alternatives(meanings))
                .with(Message.of(
                        "did you mean %s?",
                        alternatives(meanings.stream()
                                .map(meaning -> "--map \"" + text + "=" + meaning + "\"")
                                .toList())));
    }

    public static Problem nearly(Place heading, String text, String meaning) {
        return Problem.at(heading, "the heading `%s` is not known; it may mean `%s`", text, meaning)
                .with(Message.of(
                        "maybe `%s`, or `%s` to leave it out?", "--map \"" + text + "=" + meaning + "\"", "=-"));
    }

    /**
     * Two columns mean the same.
     *
     * @param nth which of the columns with this very heading it is
     */
    public static Problem twice(Place heading, String text, int nth, String property, Place earlier) {
        return Problem.at(heading, "the heading `%s` means `%s`, as that at %s does", text, property, earlier)
                .with(Message.of(
                        "maybe `%s` to leave the second out?",
                        "--map \"" + text + (nth > 1 ? "#" + nth : "") + "=-\""));
    }

    public static Problem unknownHeading(Place heading, String text) {
        return Problem.at(heading, "the column `%s` is not taken", text);
    }

    public static Problem noName(Place headings) {
        return Problem.at(headings, "no column gives the name or the id of a project");
    }

    public static Problem noColumn(Place headings, String property) {
        return Problem.at(headings, "no column gives `%s`", property);
    }

    public static Problem badMap(String text, @Nullable Message advice) {
        return Problem.at(Place.file("--map"), "`%s` names no property", text).with(advice);
    }

    // --- rows and cells ---

    public static Problem cellError(Place cell, String text) {
        return Problem.at(cell, "the cell holds the error `%s`", text);
    }

    public static Problem scaled(Place cell, String number) {
        return Problem.at(cell, "the cell holds %s and shows another number by its format", number)
                .with(Message.of("maybe write the number that is meant, without such a format?"));
    }

    public static Problem mergedNumber(Place cell, String text) {
        return Problem.at(cell, "`%s` of merged cells may be of each of their rows, or of all together", text)
                .with(Message.of("maybe write in each row what it has?"));
    }

    public static Problem uncomputed(Place cell) {
        return Problem.at(cell, "the formula of the cell has no value")
                .with(Message.of("maybe open the workbook and save it, so that it is computed?"));
    }

    public static Problem invisible(Place cell, int character) {
        return Problem.at(
                cell,
                "the invisible character %s cannot stand here",
                String.format(java.util.Locale.ROOT, "U+%04X", character));
    }

    /** A placeholder for a problem that is reported already. */
    public static Problem reported(Place cell) {
        return Problem.at(cell, "the cell cannot be read");
    }

    public static Problem formulaText(Place cell, String text) {
        return Problem.at(cell, "`%s` is a formula written as text", text).with(Message.of("maybe its value?"));
    }

    public static Problem tooManyCells(Place cell, String text, int headings) {
        return Problem.at(cell, "`%s` stands beyond the last of the %s headings", text, headings)
                .with(Message.of("maybe a separator within a text that has no quotes?"));
    }

    /** A row that may be the name of a section with its sum, or an entry. */
    public static Problem section(Place row, String text) {
        return Problem.at(row, "`%s` may be a section with its sum, or an entry", text)
                .with(Message.of("maybe the name without its number, or no row?"));
    }

    /** A row that may be counted in the one above it. */
    public static Problem part(Place row, String text) {
        return Problem.at(row, "`%s` may be a part of the row above, or an entry", text)
                .with(Message.of("maybe a name of its own, or no row?"));
    }

    /** A row with a name alone among rows that say more. */
    public static Problem nameAlone(Place row, String text) {
        return Problem.at(
                        row,
                        "`%s` stands alone in its row: it may be a section, or an entry of which nothing is told",
                        text)
                .with(Message.of("maybe a value beside it, if only `%s`, or no row?", "n/a"));
    }

    public static Problem strangeHeadings(Place row) {
        return Problem.at(
                row,
                "words stand where numbers belong, below a blank row: another table seems to begin here, whose rows are"
                        + " refused");
    }

    public static Problem otherUnit(Place row, String unit) {
        return Problem.at(
                        row, "a line above says the unit `%s`, the headings another; the rows below are refused", unit)
                .with(Message.of("maybe headings below that line?"));
    }

    public static Problem serial(Place cell, String text, String day) {
        return Problem.at(cell, "`%s` is not a date; a spreadsheet counts the day %s by it", text, day)
                .with(Message.of("did you mean `%s`?", day));
    }

    /**
     * A date that can be two.
     *
     * @param deciding what decides it for all of the column; empty where it is of no column
     */
    public static Problem twoDays(Place cell, String text, String one, String other, String deciding) {
        return deciding.isEmpty()
                ? Problem.at(cell, "`%s` can be two days", text)
                        .with(Message.of("did you mean `%s` or `%s`?", one, other))
                : Problem.at(cell, "`%s` can be two days, and nothing in its column shows which", text)
                        .with(Message.of("maybe `%s` or `%s`, or `%s` for the column?", one, other, deciding));
    }

    public static Problem otherDays(Place cell, String text, boolean dayFirst) {
        return Problem.at(
                cell,
                dayFirst
                        ? "`%s` has the day first, where its column has the month first"
                        : "`%s` has the month first, where its column has the day first",
                text);
    }

    /** A word for nothing where a figure belongs. */
    public static Problem noFigure(Place cell, String text, String zero) {
        return Problem.at(cell, "`%s` can mean that it is zero, or that it is not known", text)
                .with(Message.of("did you mean `%s` or `%s`?", zero, "unknown"));
    }

    /**
     * A number that can be two.
     *
     * @param deciding what decides it for all of the column
     */
    public static Problem twoNumbers(Place cell, String text, String fraction, String whole, String deciding) {
        return Problem.at(cell, "`%s` can be two numbers, and nothing in its column shows which", text)
                .with(Message.of("maybe `%s` or `%s`, or `%s` for the column?", fraction, whole, deciding));
    }

    public static Problem otherDecimals(Place cell, String text) {
        return Problem.at(cell, "`%s` has a decimal point, where its column has decimal commas", text);
    }

    /** A date without a first and a last day. */
    public static Problem vagueDate(Place cell, String text, List<String> meant) {
        return Problem.at(cell, "`%s` says no first and no last day", text)
                .with(Message.of("did you mean %s?", alternatives(meant)));
    }

    /** A date whose year has two digits. */
    public static Problem shortYear(Place cell, String text, List<String> meant) {
        return Problem.at(cell, "the year of `%s` has two digits", text)
                .with(Message.of("did you mean %s?", alternatives(meant)));
    }

    /** A city with another province beside it: there may be another city of the name. */
    public static Problem otherProvince(Place cell, String text, String province) {
        return Problem.at(cell, "`%s` names another province than the city of that name lies in: %s", text, province);
    }

    /** A district that only another city has, as far as is known. */
    public static Problem otherCity(Place cell, String text, String city) {
        return Problem.at(cell, "`%s` names a district of another city: %s", text, city);
    }

    /** A district whose name alone says no city. */
    public static Problem whichCity(Place cell, String text, List<String> cities) {
        return Problem.at(cell, "`%s` does not say its city; of those known it may be %s", text, alternatives(cities))
                .with(Message.of("maybe the city in a column or before it: `%s`?", cities.get(0) + ", " + text));
    }

    /** A project in a list that has its phases as well. */
    public static Problem besidePhases(Place cell, String whole, List<String> phases) {
        return Problem.at(
                cell, "`%s` may count %s too, which are projects of their own here", whole, Message.all(phases));
    }

    /** A period where a day belongs. */
    public static Problem period(Place cell, String text, List<String> ends) {
        return Problem.at(cell, "`%s` is a period, where a day belongs", text)
                .with(Message.of("did you mean %s?", alternatives(ends)));
    }

    /**
     * An amount far beyond all that is known of its kind, or a long number under a unit.
     *
     * @param whole what it says in full
     * @param others what it would be in smaller units
     * @param meant how to say that it is meant
     * @param deciding what says so of all the column; empty where it is of no column
     */
    public static Problem beyond(
            Place cell,
            String text,
            String whole,
            String property,
            List<String> others,
            String meant,
            String deciding) {
        Message confirmed = deciding.isEmpty()
                ? Message.of("`%s` if it is meant", meant)
                : Message.of("`%s` if it is meant, or `%s` for the column", meant, deciding);
        return Problem.at(cell, "`%s` is `%s` here, far beyond every known `%s`", text, whole, property)
                .with(
                        others.isEmpty()
                                ? Message.of("did you mean %s?", confirmed)
                                : Message.of("maybe %s; %s?", alternatives(others), confirmed));
    }

    /** A year or a period where a number of years belongs. */
    public static Problem yearsCounted(Place cell, String text) {
        return Problem.at(cell, "`%s` says which years, where their number belongs", text)
                .with(Message.of("did you mean `%s` or `%s`?", "2", "24个月"));
    }

    public static Problem percent(Place cell, String text, String share) {
        return Problem.at(cell, "`%s` under a heading in percent can be two shares", text)
                .with(Message.of("did you mean `%s` or `%s`?", share + " %", text + " %"));
    }

    /**
     * A sum with its money and without a scale, below a heading that says one.
     *
     * @param deciding what says for all the column that it is in the unit of its heading; empty where it is of no column
     */
    public static Problem twoSums(Place cell, String text, String unit, String scaled, String plain, String deciding) {
        return Problem.at(cell, "`%s` under a heading in `%s` can be two sums", text, unit)
                .with(
                        deciding.isEmpty()
                                ? Message.of("did you mean `%s` or `%s`?", scaled, plain)
                                : Message.of("maybe `%s` or `%s`, or `%s` for the column?", scaled, plain, deciding));
    }

    /** A sum without a scale whose sign is of another currency than its heading. */
    public static Problem otherCurrency(Place cell, String text, String unit, List<String> sums) {
        return Problem.at(cell, "`%s` is in another currency than its heading, which is in `%s`", text, unit)
                .with(Message.of("maybe %s?", alternatives(sums)));
    }

    /**
     * A number that can only be in percent, below a heading that does not say so.
     *
     * @param deciding what says so of all the column; empty where it is of no column
     */
    public static Problem noShare(Place cell, String text, String deciding) {
        return Problem.at(cell, "`%s` is outside 0–1", text)
                .with(
                        deciding.isEmpty()
                                ? Message.of("did you mean `%s`?", text + " %")
                                : Message.of("maybe `%s`, or `%s` for the column?", text + " %", deciding));
    }

    public static Problem idle(Place cell, String facet, String property) {
        return Problem.at(cell, "`%s` of `%s` stands beside no value", facet, property);
    }

    public static Problem noEntry(Place row) {
        return Problem.at(row, "the row says nothing in the columns that are taken");
    }

    public static Problem noHolder(Place row, String holder) {
        return Problem.at(row, "the row needs `%s`", holder);
    }

    public static Problem elsewhere(Place row, String holder) {
        return Problem.at(row, "the chain `%s` is in the universe already; a table cannot add to it", holder);
    }

    public static Problem holderRefused(Place row, String holder) {
        return Problem.at(row, "`%s`, in which this stands, was refused", holder);
    }

    /** A row names an entry that was refused. */
    public static Problem namesRefused(Place cell, String name, Place refused) {
        return Problem.at(cell, "`%s`, which this names, was refused at %s", name, refused);
    }

    public static Problem incomplete(Place place, String list, String city) {
        return Problem.at(place, "`%s` of `%s` is no longer complete, since a row of it was refused", list, city);
    }

    public static Problem again(Place cell, String id, int row) {
        return Problem.at(cell, "the project `%s` is given already in row %s", id, row);
    }

    public static Problem disagrees(Node value, String property, Node earlier) {
        return Problem.at(
                value.place(),
                "`%s` is `%s` here, and `%s` at %s",
                property,
                value.isScalar() ? value.text() : "…",
                earlier.isScalar() ? earlier.text() : "…",
                earlier.place());
    }

    /** A name that may be that of a known entry of a list. */
    public static Problem mayBeKnown(String list, Place cell, String name, String id, List<String> names) {
        Message called = Message.all(names.isEmpty() ? List.of(id) : names);
        String join = "--match \"" + name + "=" + id + "\"";
        String apart = "--match \"" + name + "=new\"";
        Message amend = Message.of("maybe `%s` to amend it, or `%s`?", join, apart);
        return switch (list) {
            case "projects" ->
                Problem.at(cell, "`%s` may be the known project `%s`, called %s", name, id, called)
                        .with(amend);
            case "cities" ->
                Problem.at(cell, "`%s` may be the known city `%s`, called %s", name, id, called)
                        .with(Message.of("maybe `%s` if it is that one, or `%s`?", join, apart));
            case "firms" ->
                Problem.at(
                                cell,
                                "`%s` may be the known firm `%s`, called `%s`; it counts as another firm",
                                name,
                                id,
                                names.isEmpty() ? id : names.get(0))
                        .with(Message.of("maybe `%s` to take it for that one, or `%s`?", join, apart));
            case "firm names" ->
                Problem.at(cell, "`%s` may be the known firm `%s`, called %s", name, id, called)
                        .with(Message.of("maybe `%s` to add its names to that one, or `%s`?", join, apart));
            default ->
                Problem.at(cell, "`%s` may be `%s` of the known `%s`, called %s", name, id, list, called)
                        .with(amend);
        };
    }

    /** There is no entry of a list with an id. */
    public static Message noneOf(String list, String id) {
        return switch (list) {
            case "projects" -> Message.of("there is no project `%s`", id);
            case "cities" -> Message.of("there is no city `%s`", id);
            case "firms", "firm names" -> Message.of("there is no firm `%s`", id);
            default -> Message.of("there is no `%s` among the known `%s`", id, list);
        };
    }

    /** Whether the advice of a problem names an option that only {@code winnow import} has. */
    public static boolean isDecidedByOption(Problem problem) {
        String advice = String.valueOf(problem.advice());
        return advice.contains("`--map ") || advice.contains("`--match ");
    }

    /** A problem whose advice names {@code winnow import} in front of each option that only this command has. */
    public static Problem ofAnyCommand(Problem problem) {
        Message advice = problem.advice();
        if (advice == null || !isDecidedByOption(problem)) {
            return problem;
        }
        String file = problem.place().file();
        String command = "winnow import " + (file.indexOf(' ') < 0 ? file : "\"" + file + "\"") + " ";
        return problem.with(advice.withNames(
                text -> text.startsWith("--map ") || text.startsWith("--match ") ? command + text : text));
    }

    /** How what is open in a table is decided for every command. */
    public static Problem decidedByImport(String file) {
        return Problem.at(Place.file(file), "`%s` and `%s` are options of `%s`", "--map", "--match", "winnow import")
                .with(Message.of(
                        "maybe `%s` with them, which keeps what they say for every command?",
                        "winnow import " + file + " --save-map"));
    }

    /** What to do about a city that nobody knows. */
    public static Message cityToAdd() {
        return Message.of("maybe a row of it in a sheet or file `%s`?", "cities");
    }

    public static Problem notAmended(Place cell, String key) {
        return Problem.at(cell, "`%s` of what is known already is not amended by a table", key);
    }

    /** A row makes a list longer that was said to be complete. */
    public static Problem longer(Place row, String list, String city) {
        return Problem.at(row, "this adds to `%s` of `%s`, which was said to be complete", list, city);
    }

    /** Several things where one belongs. */
    public static Problem severalThings(Place cell, String text, List<String> things) {
        return Problem.at(cell, "`%s` names %s things, where one belongs", text, things.size())
                .with(Message.of("maybe one of them, with the rest in `%s`?", "note"));
    }

    public static Problem severalNames(Place cell, String text, List<String> ids) {
        return Problem.at(cell, "`%s` can name %s", text, alternatives(ids));
    }

    // --- writing ---

    public static Problem unfit(Place place, String property) {
        return Problem.at(place, "`%s` does not fit into a table", property);
    }

    private static Message alternatives(List<String> names) {
        Message one = Message.of("`%s`", names.get(0));
        return names.size() == 1 ? one : Message.of("%s or %s", one, alternatives(names.subList(1, names.size())));
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
