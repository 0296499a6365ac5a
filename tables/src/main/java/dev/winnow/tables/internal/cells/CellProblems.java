package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;

/** Problems of single cells. Invalid values are reported by the model. */
public final class CellProblems {

    private CellProblems() {}

    public static Problem cellError(Place cell, String text) {
        return Problem.at(cell, "the cell contains the error `%s`", text);
    }

    public static Problem scaled(Place cell, String number) {
        return Problem.at(cell, "the cell contains %s but its format displays another value", number)
                .with(Message.of("choose a format that displays the whole value"));
    }

    public static Problem mergedNumber(Place cell, String text) {
        return Problem.at(cell, "`%s` in merged cells may apply to each row, or be the sum of all rows", text)
                .with(Message.of("write a number in each row"));
    }

    public static Problem covered(Place cell, String text) {
        return Problem.at(cell, "`%s` is hidden below merged cells", text)
                .with(Message.of("delete it, or separate the merged cells"));
    }

    public static Problem struck(Place cell, String text) {
        return Problem.at(cell, "`%s` is struck through", text)
                .with(Message.of("delete it, or remove the line through it"));
    }

    public static Problem raised(Place cell, String text) {
        return Problem.at(cell, "`%s` has raised or lowered parts, which may be a footnote or an exponent", text)
                .with(Message.of("write the value without them"));
    }

    public static Problem uncomputed(Place cell) {
        return Problem.at(cell, "the formula of the cell has no value")
                .with(Message.of("open the workbook in a spreadsheet program and save it"));
    }

    public static Problem invisible(Place cell, int character) {
        return Problem.at(
                cell,
                "the invisible character %s cannot stand here",
                String.format(java.util.Locale.ROOT, "U+%04X", character));
    }

    /** A placeholder for a problem that was already reported. */
    public static Problem reported(Place cell) {
        return Problem.at(cell, "the cell cannot be read");
    }

    public static Problem formulaText(Place cell, String text) {
        return Problem.at(cell, "`%s` is a formula written as text", text).with(Message.of("write its value"));
    }

    public static Problem serial(Place cell, String text, String day) {
        return Problem.at(cell, "`%s` is not a date, but may be the serial number of %s", text, day)
                .with(Message.of("did you mean `%s`?", day));
    }

    /**
     * A date that can be two days.
     *
     * @param deciding the option that decides for the whole column; empty without a column
     */
    public static Problem twoDays(Place cell, String text, String one, String other, String deciding) {
        return deciding.isEmpty()
                ? Problem.at(cell, "`%s` can be two days", text)
                        .with(Message.of("did you mean `%s` or `%s`?", one, other))
                : Problem.at(cell, "`%s` can be two days, and its column does not show which", text)
                        .with(Message.of("did you mean `%s` or `%s`, or `%s` for the column?", one, other, deciding));
    }

    public static Problem otherDays(Place cell, String text, boolean dayFirst) {
        return Problem.at(
                cell,
                dayFirst
                        ? "`%s` has the day first, where its column has the month first"
                        : "`%s` has the month first, where its column has the day first",
                text);
    }

    /** A word such as "none" in place of a figure. */
    public static Problem noFigure(Place cell, String text, String zero) {
        return Problem.at(cell, "`%s` can mean zero or unknown", text)
                .with(Message.of("did you mean `%s` or `%s`?", zero, "unknown"));
    }

    /**
     * A number that can be two numbers.
     *
     * @param deciding the option that decides for the whole column
     */
    public static Problem twoNumbers(Place cell, String text, String fraction, String whole, String deciding) {
        return Problem.at(cell, "`%s` can be two numbers, and its column does not show which", text)
                .with(Message.of("did you mean `%s` or `%s`, or `%s` for the column?", fraction, whole, deciding));
    }

    public static Problem otherDecimals(Place cell, String text) {
        return Problem.at(cell, "`%s` has a decimal point, where its column has decimal commas", text);
    }

    /** A date without an exact first and last day. */
    public static Problem vagueDate(Place cell, String text, List<String> meant) {
        return Problem.at(cell, "`%s` has no exact first and last day", text)
                .with(Message.of("did you mean %s?", TableProblems.alternatives(meant)));
    }

    /** A date with a two-digit year. */
    public static Problem shortYear(Place cell, String text, List<String> meant) {
        return Problem.at(cell, "the year of `%s` has two digits", text)
                .with(Message.of("did you mean %s?", TableProblems.alternatives(meant)));
    }

    /** A day or a month without its year. */
    public static Problem withoutYear(Place cell, String text) {
        return Problem.at(cell, "`%s` has no year", text).with(Message.of("write the year, as in `%s`", "2025-03"));
    }

    /** A city with the wrong province. Another city may have the same name. */
    public static Problem otherProvince(Place cell, String text, String province) {
        return Problem.at(cell, "`%s` names the wrong province: the city is in %s", text, province);
    }

    /** A district that belongs to another city, as far as known. */
    public static Problem otherCity(Place cell, String text, String city) {
        return Problem.at(cell, "`%s` names a district of another city: %s", text, city);
    }

    /** A district whose name does not identify its city. */
    public static Problem whichCity(Place cell, String text, List<String> cities) {
        return Problem.at(
                        cell,
                        "`%s` does not name its city; known cities with this district: %s",
                        text,
                        TableProblems.alternatives(cities))
                .with(Message.of(
                        "name the city in a column or in front of the district: `%s`", cities.get(0) + ", " + text));
    }

    /** A place in a city that the universe does not have. */
    public static Problem unlistedCity(Place cell, String text, String city) {
        return Problem.at(cell, "`%s` is in %s, which is not a city of this universe", text, city)
                .with(Message.of("remove the row, or add the city to the universe"));
    }

    /** A district that identifies no city, because it is unknown or many cities have one, such as 高新区. */
    public static Problem unknownDistrict(Place cell, String heading, String text) {
        return Problem.at(cell, "`%s` does not say in which city the project is", text)
                .with(Message.of(
                        "write the city in a column of its own, or give `%s` for all rows",
                        "--map \"" + heading + "=" + text + "=CITY\""));
    }

    /** A period in place of a date. */
    public static Problem period(Place cell, String text, List<String> ends) {
        return Problem.at(cell, "expected a date, found the period `%s`", text)
                .with(Message.of("did you mean %s?", TableProblems.alternatives(ends)));
    }

    /**
     * An amount far beyond all known amounts of its kind, or a long number under a unit.
     *
     * @param whole the amount in full
     * @param others the amount in smaller units
     * @param meant the text that confirms the amount
     * @param deciding the option that confirms the whole column; empty without a column
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
                ? Message.of("`%s` to confirm it", meant)
                : Message.of("`%s` to confirm it, or `%s` for the column", meant, deciding);
        return Problem.at(cell, "`%s` means `%s` here, far more than any known `%s`", text, whole, property)
                .with(
                        others.isEmpty()
                                ? Message.of("did you mean %s?", confirmed)
                                : Message.of(
                                        "did you mean %s? write %s", TableProblems.alternatives(others), confirmed));
    }

    /**
     * An amount in the unit of its heading that is a thousand times the usual one of its column, or a thousandth.
     *
     * @param whole the amount in full
     * @param meant the text that confirms the amount
     * @param deciding the option that confirms the whole column
     */
    public static Problem unlike(Place cell, String text, String whole, String meant, String deciding) {
        return Problem.at(cell, "`%s` means `%s` here, at least 1,000 times more or less than other rows", text, whole)
                .with(Message.of("write `%s` to confirm it, or `%s` for the column", meant, deciding));
    }

    /** An amount at least a thousand times a related one of its row. */
    public static Problem needFarAbove(Place cell, String need, String whole, String name, String related) {
        return Problem.at(cell, "`%s` is `%s`, at least 1,000 times `%s`, `%s`", name, need, related, whole)
                .with(Message.of("correct one of them, or write `%s` to confirm it", need + "!"));
    }

    /** The numeral 一 in a column without others. */
    public static Problem oneOrDash(Place cell, String text) {
        return Problem.at(cell, "`%s` can be the numeral for 1 or a dash", text)
                .with(Message.of("did you mean `%s` or `%s`?", "1", "unknown"));
    }

    /** A year or a period in place of a number of years. */
    public static Problem yearsCounted(Place cell, String text) {
        return Problem.at(cell, "expected a number of years, found the years `%s`", text)
                .with(Message.of("did you mean `%s` or `%s`?", "2", "24个月"));
    }

    public static Problem percent(Place cell, String text, String share, String percent) {
        return Problem.at(cell, "`%s` under a heading in percent can mean two shares", text)
                .with(Message.of("did you mean `%s` or `%s`?", share, percent));
    }

    /** An amount with a scale that is usual in one currency, in a table of another one. */
    public static Problem openCurrency(Place cell, String text, String usual, String other) {
        return Problem.at(cell, "`%s` names no currency", text)
                .with(Message.of("did you mean `%s` or `%s`?", usual, other));
    }

    /**
     * An amount with a currency sign and no scale, under a heading with a scale.
     *
     * @param deciding the option that decides for the whole column; empty without a column
     */
    public static Problem twoSums(Place cell, String text, String unit, String scaled, String plain, String deciding) {
        return Problem.at(cell, "`%s` under a heading in `%s` can mean two amounts", text, unit)
                .with(
                        deciding.isEmpty()
                                ? Message.of("did you mean `%s` or `%s`?", scaled, plain)
                                : Message.of(
                                        "did you mean `%s` or `%s`, or `%s` for the column?", scaled, plain, deciding));
    }

    /** An amount without a scale, in another currency than its heading. */
    public static Problem otherCurrency(Place cell, String text, String unit, List<String> sums) {
        return Problem.at(cell, "`%s` and its heading, in `%s`, have different currencies", text, unit)
                .with(Message.of("did you mean %s?", TableProblems.alternatives(sums)));
    }

    /**
     * A number that can only be a percentage, under a heading without a percent sign.
     *
     * @param deciding the option that decides for the whole column; empty without a column
     */
    public static Problem noShare(Place cell, String text, String deciding) {
        return Problem.at(cell, "`%s` is outside 0–1", text)
                .with(
                        deciding.isEmpty()
                                ? Message.of("did you mean `%s`?", text + " %")
                                : Message.of("did you mean `%s`, or `%s` for the column?", text + " %", deciding));
    }

    /**
     * Several names in place of one.
     *
     * @param others the property for the further names
     */
    public static Problem severalThings(Place cell, String text, List<String> things, String others) {
        return Problem.at(cell, "expected one name, `%s` has %s", text, things.size())
                .with(Message.of("write one of them, and the others in `%s`", others));
    }

    /**
     * A text that can be the name of one firm, or of several joined by a word such as "and".
     *
     * @param list whether the cell may name several
     * @param one the option for one firm; empty without a column
     */
    public static Problem oneOrSeveral(Place cell, String text, boolean list, String one) {
        Problem problem = Problem.at(cell, "`%s` can be one firm or several", text);
        if (one.isEmpty()) {
            return list ? problem.with(Message.of("separate several by `%s`", "|")) : problem;
        }
        return problem.with(
                list
                        ? Message.of("separate several by `%s`, or give `%s` if it is one", "|", one)
                        : Message.of("write only one of several, or give `%s` if it is one", one));
    }

    public static Problem severalNames(Place cell, String text, List<String> ids) {
        return Problem.at(cell, "`%s` can name %s", text, TableProblems.alternatives(ids));
    }
}
