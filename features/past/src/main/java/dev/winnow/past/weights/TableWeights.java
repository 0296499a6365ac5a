package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.Statement.Classed;
import dev.winnow.past.weights.Statement.Ranked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the weights of the criteria of a table that agree with a ranking or a classification of its rows. The value of
 * a row rises linearly from 0, the worst figure of a criterion, to 1, the best one (UTA with linear values;
 * Jacquet-Lagrèze and Siskos 1982).
 */
public final class TableWeights {

    private TableWeights() {}

    /**
     * A table.
     *
     * @param criteria the names of the criteria
     * @param rows the values of 0 to 1 by criterion, by name of the row
     */
    public record Alternatives(List<String> criteria, Map<String, List<Fraction>> rows) {}

    /**
     * Finds the weights.
     *
     * @param table the table
     * @param given statements about rows of the table: {@link Ranked} and {@link Classed}
     * @param separation the smallest separation of the weights; null for half of the largest
     */
    public static ImpliedWeights of(Alternatives table, List<Statement> given, @Nullable BigDecimal separation) {
        int classes = given.stream()
                .mapToInt(one -> one instanceof Classed classed ? classed.group() : 1)
                .max()
                .orElse(1);
        List<@Nullable Fraction> thresholds = new ArrayList<>();
        for (int i = 1; i < classes; i++) {
            thresholds.add(null);
        }
        WeightSpace space =
                new WeightSpace(Fraction.ONE, new int[table.criteria().size()], thresholds);
        Map<String, Fraction[]> scores = new HashMap<>();
        table.rows().forEach((name, values) -> scores.put(name, space.score(values.toArray(Fraction[]::new))));
        List<Requirement> requirements = new ArrayList<>();
        List<String> rated = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof Ranked ranked) {
                Fraction[] better = Objects.requireNonNull(scores.get(ranked.better()));
                Fraction[] worse = Objects.requireNonNull(scores.get(ranked.worse()));
                rated.addAll(List.of(ranked.better(), ranked.worse()));
                requirements.add(new Requirement(List.of(
                        ranked.tied()
                                ? List.of(space.reaches(better, worse, i), space.reaches(worse, better, i))
                                : List.of(space.below(worse, better, i)))));
            } else if (given.get(i) instanceof Classed classed) {
                rated.add(classed.name());
                Fraction[] score = Objects.requireNonNull(scores.get(classed.name()));
                requirements.add(classed(space, score, classed.group(), classes, i));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        table.rows().keySet().stream().filter(name -> !rated.contains(name)).forEach(name -> {
            Fraction[] score = Objects.requireNonNull(scores.get(name));
            List<@Nullable Requirement> possible = new ArrayList<>();
            for (int group = 1; group <= classes; group++) {
                possible.add(classed(space, score, group, classes, given.size()));
            }
            candidates.add(new Candidate(new PastPair(name, "", null), List.<Fraction[]>of(score), null, possible));
        });
        return new Implication(space, given, requirements, separation)
                .result(figures(table, classes), null, List.of(), candidates, List.of(), false);
    }

    private static Requirement classed(WeightSpace space, Fraction[] score, int group, int classes, int owner) {
        List<Inequality> rows = new ArrayList<>();
        if (group > 1) {
            rows.add(space.below(score, space.level(group - 2), owner));
        }
        if (group < classes) {
            rows.add(space.reaches(score, space.level(group - 1), owner));
        }
        return new Requirement(List.of(rows));
    }

    private static List<Figure> figures(Alternatives table, int classes) {
        List<Figure> figures = new ArrayList<>();
        table.criteria().forEach(name -> figures.add(new Figure(name, name, null, true, null, null)));
        for (int i = 1; i < classes; i++) {
            figures.add(new Figure(String.valueOf(i), String.valueOf(i), null, false, null, null));
        }
        return figures;
    }
}
