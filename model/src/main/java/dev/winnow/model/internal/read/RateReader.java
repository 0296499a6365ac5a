package dev.winnow.model.internal.read;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Conversion;
import dev.winnow.model.value.Currencies;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Rate;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads exchange rates. */
public final class RateReader {

    /** Returns a note that a figure was converted, with the rate; null if it was not. */
    public static @Nullable Problem note(Place place, @Nullable Object value) {
        Evidence evidence = value instanceof Figure figure ? figure.evidence() : null;
        Conversion conversion = evidence == null ? null : evidence.conversion();
        return conversion == null
                ? null
                : Problem.at(
                        place,
                        "`%s` counts as %s, at %s",
                        conversion.written(),
                        String.valueOf(value),
                        conversion.rate().words());
    }

    /** The list of a universe that contains rates. */
    public static final String LIST = "rates";

    public static final List<String> KEYS = List.of(Currencies.KEY, "in", "rate", "asOf", "source", "note");

    /** The file name given to rates of the command line, which replace those of files. */
    public static final String COMMAND_LINE = "--rate";

    private final Unit money;
    private final List<Problem> problems;

    /**
     * Creates a reader.
     *
     * @param money the currency of the universe
     */
    public RateReader(Unit money, List<Problem> problems) {
        this.money = money;
        this.problems = problems;
    }

    /** Reads the rates of a universe. */
    public Rates read(List<Node> nodes) {
        Map<List<Unit>, Node> places = new LinkedHashMap<>();
        Map<List<Unit>, Rate> rates = new LinkedHashMap<>();
        for (Node node : nodes) {
            Rate rate = read(node);
            if (rate == null) {
                continue;
            }
            List<Unit> pair = List.of(rate.from(), rate.to());
            Node earlier = places.get(pair);
            if (earlier == null || isOfCommandLine(node)) {
                places.put(pair, node);
                rates.put(pair, rate);
            } else if (!isOfCommandLine(earlier)
                    && !Objects.requireNonNull(rates.get(pair)).equals(rate)) {
                problems.add(node.problem(Message.of(
                        "another rate from %s to %s is given at %s", rate.from(), rate.to(), earlier.place())));
            }
        }
        return new Rates(new ArrayList<>(rates.values()));
    }

    private static boolean isOfCommandLine(Node node) {
        return node.place().file().equals(COMMAND_LINE);
    }

    private @Nullable Rate read(Node node) {
        Message owner = Message.of("a rate");
        List<Problem> wrong = new ArrayList<>();
        if (!node.hasKeys(owner, problems)) {
            return null;
        }
        node.allow(owner, KEYS, wrong);
        for (String key : List.of(Currencies.KEY, "rate", "asOf")) {
            if (node.get(key) == null) {
                wrong.add(node.problem(
                        Message.of("%s needs `%s`", owner, key),
                        Message.of("such as `%s`", "{currency: USD, in: CNY, rate: 7.1, asOf: 2025-12-31}")));
            }
        }
        if (node.get("in") == null && !isOfCommandLine(node)) {
            wrong.add(node.problem(
                    Message.of("%s needs `%s`", owner, "in"), Message.of("did you mean `%s`?", "in: CNY")));
        }
        Unit from = Currencies.read(node, wrong);
        Unit to = node.get("in") == null ? money : Currencies.read(node, "in", wrong);
        Node day = node.get("asOf");
        Period asOf = day == null ? null : Period.parse("asOf", day, wrong);
        Node number = node.get("rate");
        Figure rate = number == null ? null : FigureText.parse(number, Unit.NUMBER, null, wrong);
        String source = node.optionalText("source", wrong);
        if (number != null && rate != null && (!rate.isExact() || rate.low().isZero())) {
            wrong.add(number.problem(Message.of("`%s` is not a rate", number.text()), null));
        }
        problems.addAll(wrong);
        // A rate of the command line from a currency to itself was meant for another pack.
        return !wrong.isEmpty() || rate == null || asOf == null || from.equals(to)
                ? null
                : new Rate(from, to, rate.low(), asOf.last(), source);
    }
}
