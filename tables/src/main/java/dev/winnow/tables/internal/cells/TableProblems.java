package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems of headings, rows and entries. */
public final class TableProblems {

    private TableProblems() {}

    /** A heading in a currency other than that of the universe. */
    public static Problem foreign(Place heading, String text, Unit money, Unit counted) {
        return Problem.at(
                        heading,
                        "the heading `%s` gives amounts in %s; the universe counts in %s",
                        text,
                        money.currencyName(),
                        counted.currencyName())
                .with(Message.of(
                        "convert them by a dated rate, such as `%s`, or leave the column out by `%s`",
                        "--rate " + money.currency() + "=…@2025-12-31", "--map \"" + text + "=-\""));
    }

    public static Problem ambiguous(Place heading, String text, List<String> meanings) {
        return Problem.at(heading, "the heading `%s` can mean %s", text, alternatives(meanings))
                .with(Message.of(
                        "did you mean %s?",
                        alternatives(meanings.stream()
                                .map(meaning -> map(text, meaning))
                                .toList())));
    }

    public static Problem nearly(Place heading, String text, List<String> meanings) {
        return Problem.at(heading, "the heading `%s` is unknown; it may mean %s", text, alternatives(meanings))
                .with(oneOf(text, meanings));
    }

    /** A column of amounts without a heading. */
    public static Problem unnamed(Place heading, String letters, List<String> meanings) {
        return Problem.at(
                        heading,
                        "column %s contains amounts and has no heading; it may mean %s",
                        letters,
                        alternatives(meanings))
                .with(oneOf(letters, meanings));
    }

    private static Message oneOf(String heading, List<String> meanings) {
        String first = map(heading, meanings.get(0));
        String out = map(heading, "-");
        return meanings.size() == 1
                ? Message.of("give `%s`, or `%s` to leave the column out", first, out)
                : Message.of("give `%s`, or another of these names, or `%s` to leave the column out", first, out);
    }

    private static String map(String heading, String meaning) {
        return "--map \"" + heading + "=" + meaning + "\"";
    }

    /**
     * Two columns with the same meaning.
     *
     * @param nth position of the column among those with this heading, from 1
     */
    public static Problem twice(Place heading, String text, int nth, String property, Place earlier) {
        return Problem.at(heading, "the heading `%s` means `%s`, like the heading at %s", text, property, earlier)
                .with(Message.of(
                        "give `%s` to leave the second column out",
                        "--map \"" + text + (nth > 1 ? "#" + nth : "") + "=-\""));
    }

    public static Problem unknownHeading(Place heading, String text) {
        return Problem.at(heading, "the column `%s` is not taken", text);
    }

    /** An amount in a column without a meaning that is empty in the first rows. */
    public static Problem lateAmount(Place cell, String text, String heading) {
        return Problem.at(cell, "`%s` is an amount in the column `%s`, which is not taken", text, heading)
                .with(Message.of("give `%s`, or `%s` to leave the column out", map(heading, "…"), map(heading, "-")));
    }

    public static Problem cut(CellChange change) {
        return Problem.at(
                change.place(),
                "`%s` has %s characters; the first %s are kept",
                change.heading(),
                change.from().length(),
                change.into().length());
    }

    /**
     * Returns the problem that no column gives the names.
     *
     * @param owner the heading of the owners, whose names may serve; null if there is none
     */
    public static Problem noName(Place headings, @Nullable String owner) {
        return Problem.at(headings, "no column gives the name or the id of a project")
                .with(owner == null ? null : Message.of("did you mean `%s`?", map(owner, "name")));
    }

    public static Problem noColumn(Place headings, String property) {
        return Problem.at(headings, "no column gives `%s`", property);
    }

    public static Problem badMap(String text, @Nullable Message advice) {
        return Problem.at(Place.file("--map"), "`%s` names no property", text).with(advice);
    }

    public static Problem mixedSeparators(Place row, String own, String ofHeadings) {
        return Problem.at(row, "the row is separated by `%s`, the headings by `%s`", own, ofHeadings)
                .with(Message.of("save the file with one separator"));
    }

    public static Problem tooManyCells(Place cell, String text, int headings) {
        return Problem.at(cell, "`%s` is to the right of the last of %s headings", text, headings)
                .with(Message.of("put quotes around a text that contains a separator"));
    }

    /** A row that is either a section with its sum or an entry. */
    public static Problem section(Place row, String text) {
        return Problem.at(row, "`%s` may be a section with its sum, or an entry", text)
                .with(Message.of("remove the number from the name, or delete the row"));
    }

    /** A row that may already be counted in the row above. */
    public static Problem part(Place row, String text) {
        return Problem.at(row, "`%s` may be part of the row above, or an entry", text)
                .with(Message.of("give it a name of its own, or delete the row"));
    }

    /** A row with only a name, in a table of fuller rows. */
    public static Problem nameAlone(Place row, String text) {
        return Problem.at(row, "`%s` is alone in its row: it may be a section, or an entry without values", text)
                .with(Message.of("add a value beside it, such as `%s`, or delete the row", "n/a"));
    }

    public static Problem strangeHeadings(Place row) {
        return Problem.at(
                row,
                "expected numbers, found words after a blank row: another table seems to begin here, and its rows are"
                        + " refused");
    }

    public static Problem otherUnit(Place row, String unit) {
        return Problem.at(
                        row,
                        "a line above gives the unit `%s`, the headings another one; the rows below are refused",
                        unit)
                .with(Message.of("repeat the headings below that line"));
    }

    /** A project that is listed beside its own phases. */
    public static Problem besidePhases(Place cell, String whole, List<String> phases) {
        return Problem.at(cell, "`%s` may include %s, which are separate projects here", whole, Message.all(phases));
    }

    public static Problem idle(Place cell, String facet, String property) {
        return Problem.at(cell, "`%s` of `%s` has no value beside it", facet, property);
    }

    public static Problem noEntry(Place row) {
        return Problem.at(row, "the row is empty in all columns that are read");
    }

    /** A row of a project without a name. */
    public static Problem nameless(Place cell, String heading) {
        return Problem.at(cell, "no name in column %s (`%s`)", Place.letters(cell.column()), heading);
    }

    public static Problem noHolder(Place row, String holder) {
        return Problem.at(row, "the row has no `%s`", holder);
    }

    public static Problem elsewhere(Place row, String holder) {
        return Problem.at(row, "the chain `%s` is already in the universe; a table cannot add to it", holder);
    }

    public static Problem holderRefused(Place row, String holder) {
        return Problem.at(row, "`%s`, which contains this row, was refused", holder);
    }

    /** A row that names a refused entry. */
    public static Problem namesRefused(Place cell, String name, Place refused) {
        return Problem.at(cell, "`%s`, named here, was refused at %s", name, refused);
    }

    public static Problem incomplete(Place place, String list, String city) {
        return Problem.at(place, "`%s` of `%s` is no longer complete, since a row of it was refused", list, city);
    }

    public static Problem again(Place cell, String id, int row) {
        return Problem.at(cell, "the project `%s` was already given in row %s", id, row);
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

    /** A name that may mean a known entry of a list. */
    public static Problem mayBeKnown(String list, Place cell, String name, String id, List<String> names) {
        Message called = Message.all(names.isEmpty() ? List.of(id) : names);
        String join = "--match \"" + name + "=" + id + "\"";
        String apart = "--match \"" + name + "=new\"";
        Message amend = Message.of("give `%s` to amend it, or `%s` for a new one", join, apart);
        return switch (list) {
            case "projects" ->
                Problem.at(cell, "`%s` may be the known project `%s`, called %s", name, id, called)
                        .with(amend);
            case "cities" ->
                Problem.at(cell, "`%s` may be the known city `%s`, called %s", name, id, called)
                        .with(Message.of("give `%s` if it is the same city, or `%s` for a new one", join, apart));
            case "firms" ->
                Problem.at(
                                cell,
                                "`%s` may be the known firm `%s`, called `%s`; it counts as another firm",
                                name,
                                id,
                                names.isEmpty() ? id : names.get(0))
                        .with(Message.of("give `%s` if it is the same firm, or `%s` for another one", join, apart));
            case "firm names" ->
                Problem.at(cell, "`%s` may be the known firm `%s`, called %s", name, id, called)
                        .with(Message.of(
                                "give `%s` to add its names to that firm, or `%s` for a new one", join, apart));
            default ->
                Problem.at(cell, "`%s` may be `%s` of the known `%s`, called %s", name, id, list, called)
                        .with(amend);
        };
    }

    /** Says that a list has no entry with an id. */
    public static Message noneOf(String list, String id) {
        return switch (list) {
            case "projects" -> Message.of("unknown project `%s`", id);
            case "cities" -> Message.of("unknown city `%s`", id);
            case "firms", "firm names" -> Message.of("unknown firm `%s`", id);
            default -> Message.of("there is no `%s` among the known `%s`", id, list);
        };
    }

    /** Whether the advice of a problem names an option that only {@code winnow import} has. */
    public static boolean isDecidedByOption(Problem problem) {
        String advice = String.valueOf(problem.advice());
        return advice.contains("`--map ") || advice.contains("`--match ");
    }

    /** A problem whose advice puts {@code winnow import} in front of every option that only this command has. */
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

    /** Explains how to decide open questions of a table for all commands. */
    public static Problem decidedByImport(String file) {
        return Problem.at(Place.file(file), "`%s` and `%s` are options of `%s`", "--map", "--match", "winnow import")
                .with(Message.of(
                        "add `--save-map` to keep their effect for every command: `%s`",
                        "winnow import " + file + " --save-map"));
    }

    /** Adds to the problem of an unknown city, without a similar one, how to leave the column of the cities out. */
    public static Problem unknownCity(Problem problem, String heading) {
        Message advice = problem.advice();
        return advice == null || advice.toString().startsWith("did you mean")
                ? problem
                : problem.with(advice.with(Message.of(
                        "give `%s` to leave the places out, or add the cities to the universe", map(heading, "-"))));
    }

    /** Advice for an unknown city. */
    public static Message cityToAdd() {
        return Message.of("add the city to a sheet or file `%s`", "cities");
    }

    public static Problem notAmended(Place cell, String key) {
        return Problem.at(cell, "`%s` of a known entry cannot be amended by a table", key);
    }

    /** A row that extends a list declared complete. */
    public static Problem longer(Place row, String list, String city) {
        return Problem.at(row, "this row extends `%s` of `%s`, which was declared complete", list, city);
    }

    public static Problem unfit(Place place, String property) {
        return Problem.at(place, "`%s` does not fit into a table", property);
    }

    static Message alternatives(List<String> names) {
        Message one = Message.of("`%s`", names.get(0));
        return names.size() == 1 ? one : Message.of("%s or %s", one, alternatives(names.subList(1, names.size())));
    }
}
