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
     * Two columns with the same meaning.
     *
     * @param nth position of the column among those with this heading, from 1
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

    public static Problem tooManyCells(Place cell, String text, int headings) {
        return Problem.at(cell, "`%s` stands beyond the last of the %s headings", text, headings)
                .with(Message.of("maybe a separator within a text that has no quotes?"));
    }

    /** A row that is either a section with its sum or an entry. */
    public static Problem section(Place row, String text) {
        return Problem.at(row, "`%s` may be a section with its sum, or an entry", text)
                .with(Message.of("maybe the name without its number, or no row?"));
    }

    /** A row that may already be counted in the row above. */
    public static Problem part(Place row, String text) {
        return Problem.at(row, "`%s` may be a part of the row above, or an entry", text)
                .with(Message.of("maybe a name of its own, or no row?"));
    }

    /** A row with only a name, in a table of fuller rows. */
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

    /** A project that is listed beside its own phases. */
    public static Problem besidePhases(Place cell, String whole, List<String> phases) {
        return Problem.at(
                cell, "`%s` may count %s too, which are projects of their own here", whole, Message.all(phases));
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

    /** A row that names a refused entry. */
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

    /** A name that may mean a known entry of a list. */
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

    /** Says that a list has no entry with an id. */
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
                        "maybe `%s` with them, which keeps what they say for every command?",
                        "winnow import " + file + " --save-map"));
    }

    /** Advice for an unknown city. */
    public static Message cityToAdd() {
        return Message.of("maybe a row of it in a sheet or file `%s`?", "cities");
    }

    public static Problem notAmended(Place cell, String key) {
        return Problem.at(cell, "`%s` of what is known already is not amended by a table", key);
    }

    /** A row that extends a list declared complete. */
    public static Problem longer(Place row, String list, String city) {
        return Problem.at(row, "this adds to `%s` of `%s`, which was said to be complete", list, city);
    }

    public static Problem unfit(Place place, String property) {
        return Problem.at(place, "`%s` does not fit into a table", property);
    }

    static Message alternatives(List<String> names) {
        Message one = Message.of("`%s`", names.get(0));
        return names.size() == 1 ? one : Message.of("%s or %s", one, alternatives(names.subList(1, names.size())));
    }
}
