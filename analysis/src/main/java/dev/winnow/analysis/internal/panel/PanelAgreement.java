package dev.winnow.analysis.internal.panel;

import dev.winnow.analysis.internal.agreement.Agreement;
import dev.winnow.analysis.internal.agreement.Ratings;
import dev.winnow.analysis.internal.agreement.Ratings.Difference;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The agreement of the assessors of a panel per fact, per criterion and in all.
 *
 * @param panel the panel
 * @param round the number of the last round whose judgements count
 * @param facts the agreement on each judged fact, by name
 * @param criteria the agreement on the judged facts of each criterion that reads any, by id
 * @param whole the agreement on all facts
 */
public record PanelAgreement(Panel panel, int round, List<OnFact> facts, List<OnCriterion> criteria, Agreement whole) {

    public PanelAgreement {
        facts = List.copyOf(facts);
        criteria = List.copyOf(criteria);
    }

    /**
     * The agreement on a fact.
     *
     * @param fact its name
     * @param difference the meaning of a difference between two judgements
     */
    public record OnFact(String fact, Difference difference, Agreement agreement) {}

    /**
     * The agreement on the judged facts that the rules of a criterion read.
     *
     * @param criterion the id of the criterion
     * @param facts the names of these facts
     */
    public record OnCriterion(String criterion, List<String> facts, Agreement agreement) {}

    /** Returns the agreement after a round of a panel that judges at least one fact. */
    public static PanelAgreement of(PanelUniverse given, int round) {
        Panel panel = given.panel();
        Map<String, Ratings> ratings = new LinkedHashMap<>();
        new TreeMap<>(given.scope().facts())
                .forEach((fact, property) -> ratings.put(fact, ratings(panel, fact, property, round)));
        List<OnFact> facts = new ArrayList<>();
        ratings.forEach((fact, one) -> facts.add(new OnFact(fact, one.difference(), Agreement.of(List.of(one)))));
        List<OnCriterion> criteria = new ArrayList<>();
        new TreeMap<String, Collection<String>>(given.scope().criteria()).forEach((criterion, read) -> {
            List<String> judged =
                    ratings.keySet().stream().filter(read::contains).toList();
            if (!judged.isEmpty()) {
                criteria.add(new OnCriterion(
                        criterion,
                        judged,
                        Agreement.of(judged.stream().map(ratings::get).toList())));
            }
        });
        return new PanelAgreement(panel, round, facts, criteria, Agreement.of(List.copyOf(ratings.values())));
    }

    private static Ratings ratings(Panel panel, String fact, DeclaredProperty property, int round) {
        Component component = property.component();
        List<String> words = component.words();
        Difference difference = component.kind() == Component.Kind.FLAG || !words.isEmpty()
                ? Difference.NOMINAL
                : property.scale() == null ? Difference.INTERVAL : Difference.ORDINAL;
        List<Map<String, Double>> rows = new ArrayList<>();
        // Projects and cities, so that all facts have the same rows.
        for (String subject : Stream.concat(panel.projects().stream(), panel.cities().stream())
                .toList()) {
            Map<String, Double> row = new HashMap<>();
            if (panel.subjects(fact).contains(subject)) {
                panel.standing(subject, fact, round).forEach((assessor, judgement) -> {
                    Double number = number(judgement.value(), words);
                    if (number != null) {
                        row.put(assessor, number);
                    }
                });
            }
            rows.add(row);
        }
        return Ratings.of(
                difference,
                difference == Difference.NOMINAL ? Math.max(2, words.size()) : 0,
                panel.assessors().stream()
                        .filter(assessor -> assessor.judges().contains(fact))
                        .map(Assessor::id)
                        .toList(),
                rows);
    }

    /** Returns a value as a number: the middle of a range, the place of a word; null if the assessor cannot judge. */
    private static @Nullable Double number(@Nullable Object value, List<String> words) {
        if (value instanceof String word) {
            return (double) words.indexOf(word);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        if (value instanceof Figure figure) {
            double low = figure.low().decimal().doubleValue();
            return figure.high().isUnbounded()
                    ? low
                    : (low + figure.high().decimal().doubleValue()) / 2;
        }
        return null;
    }
}
