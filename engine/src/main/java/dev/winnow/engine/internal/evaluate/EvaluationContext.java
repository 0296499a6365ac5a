package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts and limits that candidates of one city and day are judged against, in an order independent of files.
 * Belongs to one edition of a pack. Thread-safe.
 */
public final class EvaluationContext {

    private final Facts facts;
    private final City city;
    private final List<Object> rows;
    private final Map<String, List<Object>> byType;
    /**
     * The context with all presences from which this one is derived by {@link #without}; null if nothing is left out.
     */
    private final @Nullable EvaluationContext whole;

    private final PhaseCache kept = new PhaseCache();
    private final PhaseCache explained = new PhaseCache();
    /** Created on first use; threads that create it at the same time get equal values. */
    private volatile @Nullable WrittenKeys keys;

    private EvaluationContext(
            Facts facts,
            City city,
            List<Object> rows,
            Map<String, List<Object>> byType,
            @Nullable EvaluationContext whole) {
        this.facts = facts;
        this.city = city;
        this.rows = rows;
        this.byType = byType;
        this.whole = whole;
    }

    /**
     * The context of a city on a day.
     *
     * @param except a landed project whose own presences are left out; null for none
     */
    public static EvaluationContext of(Facts facts, City city, List<Limit> limits, @Nullable String except) {
        List<Object> rows = new ArrayList<>();
        rows.add(AsOf.of(facts.asOf()));
        rows.addAll(limits);
        rows.addAll(facts.chains());
        rows.addAll(facts.links());
        rows.add(city);
        rows.addAll(facts.rows(city.id()));
        facts.vocabulary().rows().forEach((list, shape) -> {
            if (!facts.complete(city.id(), list)) {
                rows.add(shape.unwritten());
            }
        });
        rows.addAll(facts.presences(city.id(), except));
        rows.addAll(facts.coverages(city.id(), except));
        return of(facts, city, rows);
    }

    /**
     * This context without the presences of a landed project. The row lists of all other types are the same objects, so
     * data derived from them alone stays valid.
     */
    public EvaluationContext without(String project) {
        List<Object> held = new ArrayList<>(facts.presences(city.id(), project));
        held.addAll(facts.coverages(city.id(), project));
        Map<String, List<Object>> heldByType = byType(held);
        List<Object> changed = new ArrayList<>(rows);
        changed.removeIf(row -> heldByType.containsKey(FactTypes.nameOf(row)));
        changed.addAll(held);
        Map<String, List<Object>> changedByType = new HashMap<>(byType);
        changedByType.putAll(heldByType);
        EvaluationContext without = new EvaluationContext(facts, city, List.copyOf(changed), changedByType, this);
        without.keys = keys();
        return without;
    }

    /**
     * This context with other facts.
     *
     * @param others rows with the same keys; unwritten rows may be missing
     */
    public EvaluationContext with(List<Object> others) {
        City itself = others.stream()
                .filter(City.class::isInstance)
                .map(City.class::cast)
                .findFirst()
                .orElse(city);
        EvaluationContext changed = of(facts, itself, others);
        changed.keys = keys();
        return changed;
    }

    /**
     * This context with one row replaced.
     *
     * @param row the row to replace, by identity
     * @param otherwise the replacement, with the same type and key
     */
    public EvaluationContext with(Object row, Object otherwise) {
        Map<String, List<Object>> changedByType = new HashMap<>(byType);
        changedByType.computeIfPresent(FactTypes.nameOf(row), (type, same) -> replaced(same, row, otherwise));
        EvaluationContext changed =
                new EvaluationContext(facts, city, replaced(rows, row, otherwise), changedByType, null);
        changed.keys = keys();
        return changed;
    }

    private static List<Object> replaced(List<Object> rows, Object row, Object otherwise) {
        List<Object> replaced = new ArrayList<>(rows);
        replaced.replaceAll(one -> one == row ? otherwise : one);
        return replaced;
    }

    private static EvaluationContext of(Facts facts, City city, List<Object> rows) {
        return new EvaluationContext(facts, city, List.copyOf(rows), byType(rows), null);
    }

    private static Map<String, List<Object>> byType(List<Object> rows) {
        Map<String, List<Object>> byType = new HashMap<>();
        for (Object row : rows) {
            byType.computeIfAbsent(FactTypes.nameOf(row), type -> new ArrayList<>())
                    .add(row);
        }
        return byType;
    }

    /** The context with all presences; null if this context leaves nothing out. */
    public @Nullable EvaluationContext whole() {
        return whole;
    }

    /** Whether this context has the same row lists as {@link #whole} for some types. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isWholeIn(Collection<FactType> types) {
        EvaluationContext all = whole;
        if (all == null) {
            return false;
        }
        for (FactType type : types) {
            if (byType.get(type.name()) != all.byType.get(type.name())) {
                return false;
            }
        }
        return true;
    }

    /** The facts of a type that a rule may match for a candidate. */
    public List<?> rows(FactType type, Project candidate) {
        return type.record() == Milestone.class ? milestones(candidate) : byType.getOrDefault(type.name(), List.of());
    }

    /**
     * The milestones that a candidate has reached. Unless they are complete to the day, each other step follows as a
     * milestone that it may have reached.
     */
    public List<Milestone> milestones(Project candidate) {
        List<Milestone> reached = facts.milestones(candidate.id());
        LocalDate complete = candidate.declared().date(Vocabulary.MILESTONES_COMPLETE);
        if (complete != null && !complete.isBefore(facts.asOf())) {
            return reached;
        }
        Set<String> steps = new HashSet<>();
        reached.forEach(one -> steps.add(one.step()));
        List<Milestone> all = new ArrayList<>(reached);
        for (String step : Vocabulary.steps()) {
            if (!steps.contains(step)) {
                all.add(new Milestone(candidate.id(), step, null, null));
            }
        }
        return all;
    }

    /** The universe as of the day. */
    public Facts facts() {
        return facts;
    }

    public City city() {
        return city;
    }

    /** All facts except the candidates and their milestones. */
    public List<Object> rows() {
        return rows;
    }

    /** All facts except the candidates and their milestones, by type name. */
    public Map<String, List<Object>> byType() {
        return byType;
    }

    /** Keys that unwritten rows cannot have, because other rows have them. */
    public WrittenKeys keys() {
        WrittenKeys known = keys;
        if (known == null) {
            known = WrittenKeys.of(facts.vocabulary(), byType);
            keys = known;
        }
        return known;
    }

    /** Cache of data that explanations derive independently of the candidate; lives as long as this context. */
    public PhaseCache explained() {
        return explained;
    }

    /** Cache of data that an evaluator derives independently of the candidate; lives as long as this context. */
    public PhaseCache kept() {
        return kept;
    }
}
