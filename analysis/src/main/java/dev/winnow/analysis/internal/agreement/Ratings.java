package dev.winnow.analysis.internal.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The judgements of one fact: a row per project with the value of each assessor, always in the same order.
 *
 * @param difference the meaning of a difference between two values
 * @param rows the values; null where an assessor did not judge the project
 */
public record Ratings(Difference difference, List<List<@Nullable Double>> rows) {

    /** The meaning of a difference between two values, from the least to the most demanding. */
    public enum Difference {
        /** Values are equal or not, as yes and no. */
        NOMINAL,
        /** Values have an order, and the number of judgements between them is their distance. */
        ORDINAL,
        /** The distance of two values is their difference. */
        INTERVAL
    }

    public Ratings {
        List<List<@Nullable Double>> copies = new ArrayList<>();
        for (List<@Nullable Double> row : rows) {
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = List.copyOf(copies);
        if (rows.stream().map(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("every row needs a value or null per assessor");
        }
    }

    /**
     * Returns the judgements of a fact.
     *
     * @param assessors the ids of the assessors
     * @param rows the values of each project, by assessor
     */
    public static Ratings of(Difference difference, List<String> assessors, List<Map<String, Double>> rows) {
        List<List<@Nullable Double>> values = new ArrayList<>();
        for (Map<String, Double> row : rows) {
            List<@Nullable Double> inOrder = new ArrayList<>();
            assessors.forEach(assessor -> inOrder.add(row.get(assessor)));
            values.add(inOrder);
        }
        return new Ratings(difference, values);
    }

    /** Returns the number of judgements. */
    public int count() {
        return (int)
                rows.stream().flatMap(List::stream).filter(Objects::nonNull).count();
    }

    /** Returns the number of assessors who judged at least one project. */
    public int assessors() {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        int judging = 0;
        for (int column = 0; column < columns; column++) {
            int at = column;
            judging += rows.stream().anyMatch(row -> row.get(at) != null) ? 1 : 0;
        }
        return judging;
    }

    /** Returns the number of judgements of projects that at least two assessors judged. */
    int pairable() {
        return rows.stream()
                .mapToInt(row -> (int) row.stream().filter(Objects::nonNull).count())
                .filter(judgements -> judgements > 1)
                .sum();
    }

    /** Returns the rows with these numbers, which may be repeated. */
    Ratings drawn(int[] numbers) {
        List<List<@Nullable Double>> drawn = new ArrayList<>();
        for (int number : numbers) {
            drawn.add(rows.get(number));
        }
        return new Ratings(difference, drawn);
    }
}
