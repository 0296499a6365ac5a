package dev.winnow.bench;

import java.util.List;
import java.util.Locale;

/** The results of several runs of one measurement: the median with the lowest and the highest. */
public record Runs(List<Double> figures) {

    /** @throws IllegalArgumentException if there are no results */
    public Runs {
        figures = figures.stream().sorted().toList();
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no runs");
        }
    }

    /** Returns the median. */
    public double median() {
        return figures.get(figures.size() / 2);
    }

    /** Returns a table cell; a single run has no range. */
    public String cell() {
        return figures.size() == 1
                ? String.format(Locale.ROOT, "**" + form() + "**", median())
                : String.format(
                        Locale.ROOT,
                        "**" + form() + "** (" + form() + "–" + form() + ")",
                        median(),
                        figures.get(0),
                        figures.get(figures.size() - 1));
    }

    /** Returns a format with at least three significant digits. */
    private String form() {
        return median() >= 100 ? "%,.0f" : "%,.1f";
    }
}
