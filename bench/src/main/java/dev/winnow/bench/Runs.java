package dev.winnow.bench;

import java.util.List;
import java.util.Locale;

/** The results of several runs of one measurement: the median with the lowest and the highest. */
public record Runs(List<Double> figures) {

    /** @throws IllegalArgumentException if there are none */
    public Runs {
        figures = figures.stream().sorted().toList();
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no runs");
        }
    }

    /** The middle one. */
    public double median() {
        return figures.get(figures.size() / 2);
    }

    /** As a cell of a table; one run alone has no range. */
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

    /** Three digits at least tell one from another. */
    private String form() {
        return median() >= 100 ? "%,.0f" : "%,.1f";
    }
}
