package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.report.internal.layout.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The {@code --rate} option: exchange rates for amounts in other currencies. */
public final class RateOption {

    private static final Pattern RATE = Pattern.compile("\\s*([^=@\\s]+)\\s*=\\s*([^=@]+?)\\s*(?:@\\s*(\\S+)\\s*)?");

    @Option(
            names = "--rate",
            paramLabel = "CODE=RATE@DATE",
            description = "The value of one unit of another currency and its day, to convert amounts in it:"
                    + " `USD=7.1@2025-12-31`; or a file with `rates`, such as rates.yaml. May be repeated.")
    private final List<String> rates = new ArrayList<>();

    /** Returns the files with rates. */
    public List<Path> files() {
        return rates.stream()
                .filter(word -> word.indexOf('=') < 0)
                .map(Shipped::path)
                .toList();
    }

    /** Returns the rates on the command line as a universe document; empty without any. */
    public List<Node> documents() {
        Place place = Place.file(RateReader.COMMAND_LINE);
        KeyedWords words = new KeyedWords("--rate");
        List<Node> given = rates.stream()
                .filter(word -> word.indexOf('=') >= 0)
                .map(word -> rate(place, word, words))
                .toList();
        return given.isEmpty()
                ? List.of()
                : List.of(Node.map(place, List.of(new Node.Field(RateReader.LIST, place, Node.list(place, given)))));
    }

    /** Returns the rates on the command line to a currency. */
    public Rates in(Unit money) {
        List<Problem> problems = new ArrayList<>();
        List<Node> nodes = documents().stream()
                .flatMap(document -> document.list(RateReader.LIST, problems).stream())
                .toList();
        Rates read = new RateReader(money, problems).read(nodes);
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE, problems.get(0).what());
        }
        return read;
    }

    private static Node rate(Place place, String word, KeyedWords words) {
        Matcher rate = RATE.matcher(word);
        if (!rate.matches() || rate.group(3) == null) {
            throw refused(word, Message.of("write currency, rate and day, such as `%s`", "--rate USD=7.1@2025-12-31"));
        }
        String code = rate.group(1).toUpperCase(Locale.ROOT);
        if (Unit.money(code) == null) {
            throw refused(word, Message.of("the currency is one of %s", Message.names(Unit.currencies())));
        }
        words.add(code, word);
        InputOptions.day(rate.group(3)); // an invalid day is refused before anything is read
        return Node.map(
                place,
                List.of(
                        field(place, "currency", code),
                        field(place, "rate", rate.group(2)),
                        field(place, "asOf", rate.group(3))));
    }

    private static Node.Field field(Place place, String key, String value) {
        return new Node.Field(key, place, Node.scalar(place, value));
    }

    private static Refusal refused(String word, Message advice) {
        return new Refusal(
                Exit.USAGE,
                Message.of("`%s` is not a rate", Columns.clean(word)).with(advice));
    }
}
