package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists as strangers send them, with the meaning of every row in a file beside each, written by hand: its amount in
 * single units of its currency, or the cell for which it must be refused. {@code map} answers the questions that the
 * list must raise, {@code unread} names the columns that are not taken.
 */
class StrangersListsTest {

    private static final Path LISTS = Path.of("src/test/resources/lists");

    /** Rates that no two currencies share, so that a wrong currency is a wrong amount. */
    private static final Map<String, String> RATES = Map.of(
            "CNY", "1", "USD", "7", "EUR", "8", "JPY", "0.05", "KRW", "0.005", "INR", "0.08", "GBP", "9", "TWD",
            "0.22");

    private static final Universe CITIES = Universe.parse(ShippedFacts.VOCABULARY, Map.of("cities.yaml", universe()));

    @TempDir
    private Path folder;

    private static String universe() {
        String rates = RATES.entrySet().stream()
                .filter(rate -> !rate.getKey().equals("CNY"))
                .map(rate -> "  - {currency: " + rate.getKey() + ", in: CNY, rate: " + rate.getValue()
                        + ", asOf: 2025-12-31}\n")
                .sorted()
                .collect(Collectors.joining());
        return "universe: {name: cities, asOf: 2026-01-08}\nrates:\n" + rates + read("cities.yaml");
    }

    private static String read(String file) {
        try {
            return Files.readString(LISTS.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> lists() throws IOException {
        try (Stream<Path> files = Files.list(LISTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") || name.endsWith(".book"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noAmountIsMisreadOrLeftOutInSilence(String name) throws IOException {
        Path list = name.endsWith(".book")
                ? DrawnBook.of(read(name)).write(folder.resolve(name.replace(".book", ".xlsx")))
                : Files.copy(LISTS.resolve(name), folder.resolve(name));
        Expected expected = Expected.of(read(name.replaceFirst("\\.[a-z]+$", ".txt")));

        Imported asked = Imported.of(CITIES, Mapping.NONE, null, list);
        Imported told = Imported.of(CITIES, expected.mapping(), null, list);

        assertThat(asked.tables).as("tables of " + asked.problems).isNotEmpty();
        assertThat(asked.tables.stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(Column::isOpen)
                        .map(Column::heading))
                .as("questions")
                .containsExactlyInAnyOrderElementsOf(expected.map.keySet());
        assertThat(told.tables.stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> column.means() == null)
                        .map(Column::heading))
                .as("columns that are not taken")
                .containsExactlyElementsOf(expected.unread);
        assertThat(told.rows.taken() + told.rows.refused() + told.rows.passed()).isEqualTo(told.rows.rows());
        assertThat(outcomes(told).entrySet().stream()
                        .map(row ->
                                expected.matches(row) ? Map.entry(row.getKey(), expected.rows.get(row.getKey())) : row))
                .as("rows")
                .containsExactlyInAnyOrderElementsOf(expected.rows.entrySet());
    }

    /** The outcome of each row: of an entry by its name, of others by their number. */
    private static Map<String, String> outcomes(Imported imported) {
        Map<String, String> outcomes = new TreeMap<>();
        Universe read =
                Universe.parse(ShippedFacts.VOCABULARY, Map.of("cities.yaml", universe(), "list.yaml", imported.yaml));
        assertThat(read.problems()).isEmpty();
        for (Project project : read.asOf(read.asOf(), true).projects()) {
            if (project.id().equals("known")) {
                continue;
            }
            LocalDate day = project.decided();
            outcomes.put(project.name(), said(project.investment()) + (day == null ? "" : " | " + day));
        }
        imported.refused.forEach(row -> outcomes.put(
                "row " + row.row(),
                "refused | "
                        + row.problems().stream()
                                .map(problem -> String.valueOf(problem.what()))
                                .collect(Collectors.joining("; "))));
        imported.left.forEach(row -> outcomes.put("row " + row.row(), "passed over | " + row.why()));
        return outcomes;
    }

    private static String said(@Nullable Figure amount) {
        return amount == null
                ? "unknown"
                : amount.bound().id() + " " + plain(amount.value().decimal())
                        + (amount.bound() == Bound.BETWEEN
                                ? " " + plain(amount.high().decimal())
                                : "");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The meaning of a list, written down by a person. */
    private static final class Expected {

        private static final Pattern AMOUNT = Pattern.compile("([~]|<=|>=)? ?(\\d+)(?: - (\\d+))? ([A-Z]{3})");

        private final Map<String, String> map = new LinkedHashMap<>();
        private final Map<String, String> rows = new TreeMap<>();
        private List<String> unread = List.of();

        static Expected of(String text) {
            Expected expected = new Expected();
            for (String line : text.split("\n")) {
                if (line.startsWith("map: ")) {
                    String[] parts = line.substring(5).split(" = ");
                    expected.map.put(parts[0], parts[1]);
                } else if (line.startsWith("unread: ")) {
                    expected.unread = List.of(line.substring(8).split(", "));
                } else if (!line.startsWith("#")) {
                    String[] parts = line.split(" \\| ");
                    if (parts[1].equals("refused") || parts[1].equals("passed over")) {
                        expected.rows.put("row " + parts[0], parts[1] + " | " + parts[2]);
                    } else {
                        expected.rows.put(parts[1], amount(parts[2]) + (parts.length > 3 ? " | " + parts[3] : ""));
                    }
                }
            }
            return expected;
        }

        /** Whether a row is refused as expected, for the expected cell. */
        boolean matches(Map.Entry<String, String> row) {
            String outcome = String.valueOf(rows.get(row.getKey()));
            return outcome.startsWith("refused | ")
                    && row.getValue().startsWith("refused | ")
                    && row.getValue().contains(outcome.substring("refused | ".length()));
        }

        Mapping mapping() {
            Mapping mapping = Mapping.NONE;
            for (Map.Entry<String, String> one : map.entrySet()) {
                mapping = mapping.and(one.getKey(), one.getValue());
            }
            return mapping;
        }

        /** An amount in the form of {@link #said}, in millions of yuan. */
        private static String amount(String text) {
            if (text.equals("unknown")) {
                return text;
            }
            Matcher amount = AMOUNT.matcher(text);
            assertThat(amount.matches()).as(text).isTrue();
            BigDecimal rate = new BigDecimal(RATES.get(amount.group(4))).movePointLeft(6);
            String low = plain(new BigDecimal(amount.group(2)).multiply(rate));
            if (amount.group(3) != null) {
                return "between " + low + " " + plain(new BigDecimal(amount.group(3)).multiply(rate));
            }
            Map<String, String> bounds = Map.of("~", "about ", "<=", "at-most ", ">=", "at-least ");
            return (amount.group(1) == null ? "exact " : bounds.get(amount.group(1))) + low;
        }
    }
}
