package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares two reports of {@code bench/run}: for each bold figure in both, the relative difference of the second from
 * the first.
 */
public final class TwoReports {

    private static final Pattern FIGURE = Pattern.compile("\\*\\*([\\d,]+(?:\\.\\d+)?)\\*\\*");
    private static final double NEAR = 0.10;
    private static final double NOISE = 0.25;

    private TwoReports() {}

    /** Prints a table by section, then each figure that differs by more than a quarter. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("bench: two files are compared, which `bench/run` printed");
            System.exit(2);
        }
        System.out.print(
                compared(Files.readAllLines(Path.of(arguments[0])), Files.readAllLines(Path.of(arguments[1]))));
    }

    /** Returns the differences as Markdown. */
    static String compared(List<String> first, List<String> second) {
        Map<Cell, Double> before = figures(first);
        Map<Cell, Double> after = figures(second);
        Map<String, List<Double>> sections = new LinkedHashMap<>();
        List<String> far = new ArrayList<>();
        before.forEach((cell, figure) -> {
            Double again = after.get(cell);
            if (again != null && figure > 0 && again > 0) {
                // The larger divided by the smaller, so that half and double differ by the same amount.
                double apart = Math.max(again / figure, figure / again) - 1;
                sections.computeIfAbsent(cell.section, section -> new ArrayList<>())
                        .add(apart);
                if (apart > NOISE) {
                    far.add(String.format(
                            Locale.ROOT,
                            "- %s: %s: **%s** and **%s**",
                            cell.section,
                            cell.words(),
                            text(figure),
                            text(again)));
                }
            }
        });
        List<Double> all = sections.values().stream().flatMap(List::stream).toList();
        StringBuilder words = new StringBuilder("| section | figures | within 10 % | within 25 % | farthest |\n");
        words.append("|---|---:|---:|---:|---:|\n");
        sections.forEach((section, apart) -> words.append(row(section, apart)));
        words.append(row("all", all)).append('\n');
        if (!far.isEmpty()) {
            words.append("Farther apart than a quarter:\n\n")
                    .append(String.join("\n", far))
                    .append('\n');
        }
        return words.toString();
    }

    private static String row(String section, List<Double> apart) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.0f %% |%n",
                section,
                apart.size(),
                apart.stream().filter(one -> one <= NEAR).count(),
                apart.stream().filter(one -> one <= NOISE).count(),
                100 * apart.stream().mapToDouble(one -> one).max().orElse(0));
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, figure >= 100 ? "%,.0f" : "%,.2f", figure);
    }

    /**
     * The place of a figure.
     *
     * @param section its section
     * @param table the number of its table in the section
     * @param row the label of its row
     * @param column the head of its column
     */
    private record Cell(String section, int table, String row, String column) {

        String words() {
            return Stream.of(row, column)
                    .filter(word -> !word.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    private static Map<Cell, Double> figures(List<String> report) {
        Map<Cell, Double> figures = new LinkedHashMap<>();
        String section = "";
        int table = 0;
        List<String> head = List.of();
        for (String line : report) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("^#+ ", "");
                table = 0;
            } else if (!line.startsWith("|")) {
                head = List.of();
                String before = line.replaceFirst("[:*].*", "");
                Matcher figure = FIGURE.matcher(line);
                for (int i = 1; figure.find(); i++) {
                    figures.put(new Cell(section, 0, before, "figure " + i), number(figure));
                }
            } else if (head.isEmpty()) {
                head = cells(line);
                table++;
            } else {
                List<String> cells = cells(line);
                // The label includes the second cell, unless it is a figure.
                String second = cells.size() > 1 && cells.get(1).matches("[\\p{L}`].*") ? ", " + cells.get(1) : "";
                String row = cells.get(0).contains("**") ? "" : cells.get(0) + second;
                for (int i = 0; i < cells.size(); i++) {
                    Matcher figure = FIGURE.matcher(cells.get(i));
                    if (figure.find()) {
                        String column = i < head.size() ? head.get(i) : "";
                        figures.put(new Cell(section, table, row, column), number(figure));
                    }
                }
            }
        }
        return figures;
    }

    private static double number(Matcher figure) {
        return Double.parseDouble(figure.group(1).replace(",", ""));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.replaceFirst("^\\|", "").split("\\|"))
                .map(String::strip)
                .toList();
    }
}
