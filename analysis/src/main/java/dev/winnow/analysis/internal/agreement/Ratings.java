package dev.winnow.analysis.internal.agreement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The judgements of one fact: a row per project with the value of each assessor, always in the same order.
 *
 * @param difference the meaning of a difference between two values
 * @param answers the number of possible answers if they have no order; 0 if only the given ones are known
 * @param rows the values; null where an assessor did not judge the project
 */
public record Ratings(Difference difference, int answers, List<List<@Nullable Double>> rows) {

    /** The meaning of a difference between two values, from the least to the most demanding. */
    public enum Difference {
        /** Values are equal or not, as yes and no, or as names. */
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
     * @param answers the number of possible answers if they have no order
     * @param assessors the ids of the assessors
     * @param rows the values of each project, by assessor
     */
    public static Ratings of(
            Difference difference, int answers, List<String> assessors, List<Map<String, Double>> rows) {
        List<List<@Nullable Double>> values = new ArrayList<>();
        for (Map<String, Double> row : rows) {
            List<@Nullable Double> inOrder = new ArrayList<>();
            assessors.forEach(assessor -> inOrder.add(row.get(assessor)));
            values.add(inOrder);
        }
        return new Ratings(difference, answers, values);
    }

    /** Returns the number of judgements. */
    public int count() {
        return (int)
                rows.stream().flatMap(List::stream).filter(Objects::nonNull).count();
    }

    /** Returns the numbers of the assessors with a judgement of a project that another one judged too. */
    BitSet assessors() {
        BitSet judging = new BitSet();
        rows.stream().filter(Ratings::isPaired).forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                judging.set(i, judging.get(i) || row.get(i) != null);
            }
        });
        return judging;
    }

    /** Returns the numbers of the projects that at least two assessors judged. */
    BitSet projects() {
        BitSet projects = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            projects.set(i, isPaired(rows.get(i)));
        }
        return projects;
    }

    private static boolean isPaired(List<@Nullable Double> row) {
        return row.stream().filter(Objects::nonNull).count() > 1;
    }

    /** Returns the number of judgements of projects that at least two assessors judged. */
    int pairable() {
        return (int) paired().count();
    }

    /** Returns the number of judgements of a project that at least two assessors judged; 0 for another one. */
    int pairable(int project) {
        long judged = rows.get(project).stream().filter(Objects::nonNull).count();
        return judged > 1 ? (int) judged : 0;
    }

    /** Returns the share of the most frequent value among these judgements. */
    double prevailing() {
        Map<Double, Long> counts = paired().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0) / (double) pairable();
    }

    private Stream<Double> paired() {
        return rows.stream().filter(Ratings::isPaired).flatMap(List::stream).filter(Objects::nonNull);
    }

    /** Returns the judgements without those of a project. */
    Ratings without(int project) {
        List<List<@Nullable Double>> others = new ArrayList<>(rows);
        others.remove(project);
        return new Ratings(difference, answers, others);
    }
}
