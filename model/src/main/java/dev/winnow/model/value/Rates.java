package dev.winnow.model.value;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rates for converting money to the currency of a universe. Nothing is converted without a rate, nor through a
 * third currency, nor by the inverse of a rate. Immutable.
 */
public final class Rates {

    /** No rates: only money in the universe's own currency is read. */
    public static final Rates NONE = new Rates(List.of());

    private final List<Rate> all;

    /**
     * Creates a set of rates.
     *
     * @param all rates to one currency, each from another
     */
    public Rates(List<Rate> all) {
        this.all = List.copyOf(all);
    }

    /** Returns all rates. */
    public List<Rate> all() {
        return all;
    }

    /** Whether money of one currency can be converted to another. */
    public boolean converts(Unit from, Unit to) {
        return rate(from, to) != null;
    }

    /** Returns the rate from one currency to another; null if there is none. */
    public @Nullable Rate rate(Unit from, Unit to) {
        return all.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .findFirst()
                .orElse(null);
    }

    /** Reads a text as {@link FigureText#parse(String, Unit, Evidence)} does, and converts money if there is a rate. */
    public FigureText.Reading parse(String text, Unit unit, @Nullable Evidence evidence) {
        FigureText.Reading plain = FigureText.parse(text, unit, evidence);
        if (plain.figure() != null || !unit.isMoney()) {
            return plain;
        }
        WrittenFigure written = WrittenFigure.of(text);
        Unit from = written == null ? null : written.currency();
        if (from == null || from.equals(unit)) {
            return plain;
        }
        Rate rate = rate(from, unit);
        if (rate == null) {
            return FigureText.Reading.wrong(
                    Message.of("`%s` is not in %s", text.strip(), unit.currencyName()),
                    Message.of(
                            "give a rate with its day, such as `%s`", "--rate " + from.currency() + "=…@2025-12-31"));
        }
        FigureText.Reading reading = FigureText.parse(text, from, evidence);
        return reading.figure() == null
                ? reading
                : new FigureText.Reading(rate.convert(reading.figure(), text.strip()), null, null);
    }

    /**
     * Reads a scalar as {@link FigureText#parse(Node, Unit, Evidence, List)} does, and converts money if there is a
     * rate.
     */
    public @Nullable Figure parse(Node node, Unit unit, @Nullable Evidence evidence, List<Problem> problems) {
        if (!node.isScalar() || !unit.isMoney()) {
            return FigureText.parse(node, unit, evidence, problems);
        }
        FigureText.Reading reading = parse(node.text(), unit, evidence);
        if (reading.what() != null) {
            problems.add(node.problem(reading.what(), reading.advice()));
        }
        return reading.figure();
    }
}
