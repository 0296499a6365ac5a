package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a base case with some unknown facts answered. Assumptions are filled in again after each set of answers,
 * because an assumption may depend on an answered fact. Not thread-safe.
 */
final class AnsweredBaseCase {

    private final AnsweredFacts known;
    private final AssumedFacts facts;
    private final BaseCaseResult base;
    /** Presences and coverages whose {@code held} is assumed, by {@link #key}. */
    private final Map<String, Object> holdings = new HashMap<>();
    /** Types of the lists that stay incomplete in the base case. */
    private final Set<String> unwritten = new HashSet<>();

    private final Map<Map<String, Object>, EvaluationContext> contexts = new HashMap<>();
    private final Map<Map<String, Object>, Project> candidates = new HashMap<>();

    AnsweredBaseCase(AnsweredFacts known, AssumedFacts facts, BaseCaseResult base) {
        this.known = known;
        this.facts = facts;
        this.base = base;
        for (Object row : base.context().rows()) {
            if (key(row) != null) {
                holdings.put(Objects.requireNonNull(key(row)), row);
            } else if (Vocabulary.isUnwritten(row)) {
                unwritten.add(FactTypes.nameOf(row));
            }
        }
    }

    /** The outcomes of all rules without any answer. */
    List<RuleOutcome> outcomes() {
        return base.outcomes();
    }

    Project candidate(Map<String, Object> answers) {
        return candidates.computeIfAbsent(AnsweredFacts.of(answers, true), own -> facts.fill(known.candidate(own)));
    }

    EvaluationContext context(Map<String, Object> answers) {
        Map<String, Object> ofCity = AnsweredFacts.of(answers, false);
        return ofCity.isEmpty() ? base.context() : contexts.computeIfAbsent(ofCity, this::assumed);
    }

    private EvaluationContext assumed(Map<String, Object> answers) {
        EvaluationContext answered = known.context(answers);
        String city = answered.city().id();
        List<Object> rows = new ArrayList<>();
        for (Object row : answered.rows()) {
            if (row instanceof City of) {
                rows.add(facts.fill(of));
            } else if (row instanceof Presence link && link.held() == null) {
                rows.add(holdings.getOrDefault(key(link), link));
            } else if (Vocabulary.isUnwritten(row)) {
                if (unwritten.contains(FactTypes.nameOf(row))) {
                    rows.add(row);
                }
            } else {
                rows.add(known.isListed(row) ? facts.fill(city, (Record) row) : row);
            }
        }
        known.cover(rows, answers);
        rows.replaceAll(row ->
                row instanceof Coverage stage && stage.held() == null ? holdings.getOrDefault(key(stage), stage) : row);
        return base.context().with(rows);
    }

    private static @Nullable String key(Object row) {
        return row instanceof Presence link
                ? "link " + link.chain() + " " + link.link()
                : row instanceof Coverage stage ? "stage " + stage.chain() + " " + stage.stage() : null;
    }
}
