package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts that a candidate is judged by, with some unknown facts answered. Not thread-safe. */
final class AnsweredFacts {

    private static final String OF_PROJECT = Vocabulary.PROJECT + ".";
    private static final String PRESENCES = "city.presences.";
    private static final String COVERAGES = "city.coverages.";
    private static final String HELD = ".held";

    private final FactTypes types;
    private final EvaluationContext context;
    private final Project candidate;
    private final Map<Map<String, Object>, EvaluationContext> contexts = new HashMap<>();
    private final Map<Map<String, Object>, Project> candidates = new HashMap<>();

    AnsweredFacts(FactTypes types, EvaluationContext context, Project candidate) {
        this.types = types;
        this.context = context;
        this.candidate = candidate;
    }

    /** The undecided links that determine whether a stage is covered; empty if the fact is not a coverage. */
    Set<String> linksOf(String fact) {
        if (!fact.startsWith(COVERAGES)) {
            return Set.of();
        }
        String stage = FactName.of(fact).row();
        return context.rows().stream()
                .filter(Presence.class::isInstance)
                .map(Presence.class::cast)
                .filter(presence -> presence.stage().equals(stage) && presence.held() == null)
                .map(presence -> PRESENCES + presence.link() + HELD)
                .collect(Collectors.toSet());
    }

    Project candidate(Map<String, Object> answers) {
        Map<String, Object> own = of(answers, true);
        return own.isEmpty()
                ? candidate
                : candidates.computeIfAbsent(own, all -> {
                    Map<String, @Nullable Object> changed = new HashMap<>();
                    all.forEach((fact, value) -> changed.put(FactName.of(fact).property(), value));
                    return types.vocabulary().project().with(candidate, changed);
                });
    }

    EvaluationContext context(Map<String, Object> answers) {
        Map<String, Object> ofCity = of(answers, false);
        return ofCity.isEmpty() ? context : contexts.computeIfAbsent(ofCity, this::answered);
    }

    /** The answers about the project if {@code project} is true, otherwise those about the city. */
    static Map<String, Object> of(Map<String, Object> answers, boolean project) {
        Map<String, Object> some = new TreeMap<>(answers);
        some.keySet().removeIf(fact -> fact.startsWith(OF_PROJECT) != project);
        return some;
    }

    private EvaluationContext answered(Map<String, Object> answers) {
        Map<String, Map<String, Object>> byRow = new HashMap<>();
        answers.forEach((fact, value) -> byRow.computeIfAbsent(
                        fact.substring(0, fact.lastIndexOf('.') + 1), any -> new HashMap<>())
                .put(FactName.of(fact).property(), value));
        List<Object> rows = new ArrayList<>();
        for (Object row : context.rows()) {
            Object changed = answered(row, answers, byRow);
            if (changed != null) {
                rows.add(changed);
            }
        }
        cover(rows, answers);
        return context.with(rows);
    }

    /** The row with its answers applied; null for the unwritten row of a list whose completeness is answered. */
    private @Nullable Object answered(Object row, Map<String, Object> answers, Map<String, Map<String, Object>> byRow) {
        if (row instanceof Presence presence) {
            Boolean held = (Boolean) answers.get(PRESENCES + presence.link() + HELD);
            return held == null ? row : held(presence, held);
        }
        if (row instanceof City city) {
            Map<String, @Nullable Object> changed = new HashMap<>(byRow.getOrDefault("city.", Map.of()));
            changed.keySet().removeAll(types.vocabulary().rows().keySet());
            return changed.isEmpty() ? city : types.vocabulary().city().with(city, changed);
        }
        FactType type = types.type(FactTypes.nameOf(row));
        if (type == null || type.list() == null) {
            return row;
        }
        if (Vocabulary.isUnwritten(row)) {
            return answers.containsKey("city." + type.list()) ? null : row;
        }
        Map<String, Object> changed = byRow.get(FactNames.path(type, row, ""));
        return changed == null ? row : types.vocabulary().rows(type.list()).with((Record) row, new HashMap<>(changed));
    }

    /** Whether a row belongs to a list of the city. */
    boolean isListed(Object row) {
        FactType type = types.type(FactTypes.nameOf(row));
        return type != null && type.list() != null && types.vocabulary().rows().containsKey(type.list());
    }

    /** Derives the coverage of stages from their links, where it is neither known nor answered. */
    void cover(List<Object> all, Map<String, Object> answers) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Coverage coverage && coverage.held() == null) {
                Boolean held = (Boolean) answers.get(COVERAGES + coverage.stage() + HELD);
                if (held == null) {
                    held = held(coverage, all);
                }
                if (held != null) {
                    all.set(i, new Coverage(coverage.city(), coverage.chain(), coverage.stage(), held, null, null));
                }
            }
        }
    }

    private static Presence held(Presence link, boolean held) {
        return new Presence(link.city(), link.chain(), link.link(), link.stage(), held, null, List.of(), null);
    }

    private static @Nullable Boolean held(Coverage coverage, List<Object> all) {
        boolean none = true;
        for (Object row : all) {
            if (row instanceof Presence presence
                    && presence.chain().equals(coverage.chain())
                    && presence.stage().equals(coverage.stage())) {
                if (Boolean.TRUE.equals(presence.held())) {
                    return true;
                }
                none &= Boolean.FALSE.equals(presence.held());
            }
        }
        return none ? false : null;
    }
}
