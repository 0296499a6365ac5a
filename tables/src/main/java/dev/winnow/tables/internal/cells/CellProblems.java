package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;

/** Problems of what single cells say. Values that are read but not accepted are reported by the model. */
public final class CellProblems {

    private CellProblems() {}

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
                .with(Message.of("did you mean %s?", TableProblems.alternatives(meant)));
    }

    /** A date whose year has two digits. */
    public static Problem shortYear(Place cell, String text, List<String> meant) {
        return Problem.at(cell, "the year of `%s` has two digits", text)
                .with(Message.of("did you mean %s?", TableProblems.alternatives(meant)));
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
        return Problem.at(
                        cell,
                        "`%s` does not say its city; of those known it may be %s",
                        text,
                        TableProblems.alternatives(cities))
                .with(Message.of("maybe the city in a column or before it: `%s`?", cities.get(0) + ", " + text));
    }

    /** A period where a day belongs. */
    public static Problem period(Place cell, String text, List<String> ends) {
        return Problem.at(cell, "`%s` is a period, where a day belongs", text)
                .with(Message.of("did you mean %s?", TableProblems.alternatives(ends)));
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
                                : Message.of("maybe %s; %s?", TableProblems.alternatives(others), confirmed));
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
                .with(Message.of("did you mean %s?", TableProblems.alternatives(sums)));
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

    /** Several things where one belongs. */
    public static Problem severalThings(Place cell, String text, List<String> things) {
        return Problem.at(cell, "`%s` names %s things, where one belongs", text, things.size())
                .with(Message.of("maybe one of them, with the rest in `%s`?", "note"));
    }

    public static Problem severalNames(Place cell, String text, List<String> ids) {
        return Problem.at(cell, "`%s` can name %s", text, TableProblems.alternatives(ids));
    }
}
