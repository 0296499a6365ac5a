package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A city on a day, with an evaluation context for each edition of the pack. Thread-safe. */
final class CityContext {

    /**
     * Cache key of a rule's outcome, which depends on the rule and the limits that it reads, not on other rules.
     *
     * @param rule the rule
     * @param limits the values in force of the limits that it reads, with their units
     */
    record Footprint(CheckedRule rule, List<Object> limits) {

        /** Compares rules by identity: comparing two syntax trees takes longer than evaluating a rule twice. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Footprint that && rule == that.rule && limits.equals(that.limits);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(rule) + limits.hashCode();
        }
    }

    /**
     * The city under one edition of a pack.
     *
     * @param context the context that candidates are judged against
     * @param footprints the cache keys of the edition's rules, in order
     */
    record PackContext(EvaluationContext context, List<Footprint> footprints) {}

    private final Facts facts;
    private final City city;
    private final @Nullable String except;
    /** The city with all presences, whose derived data is reused; null if no presences are left out. */
    private final @Nullable CityContext whole;

    private final Map<RulePack, PackContext> packContexts = new HashMap<>();
    private @Nullable Set<String> present;

    /** @param except a landed project whose own presences are left out; null for none */
    CityContext(Facts facts, City city, @Nullable String except) {
        this(facts, city, except, null);
    }

    private CityContext(Facts facts, City city, @Nullable String except, @Nullable CityContext whole) {
        this.facts = facts;
        this.city = city;
        this.except = except;
        this.whole = whole;
    }

    /**
     * This city for a landed project, without the project's own presences. Data that does not depend on presences is
     * shared.
     */
    CityContext without(String project) {
        return new CityContext(facts, city, project, this);
    }

    Facts facts() {
        return facts;
    }

    City city() {
        return city;
    }

    /** The ids of the projects present in the city. */
    synchronized Set<String> present() {
        Set<String> found = present;
        if (found == null) {
            found = facts.present(city.id());
            present = found;
        }
        return found;
    }

    @Nullable
    String except() {
        return except;
    }

    synchronized PackContext under(RulePack pack) {
        return packContexts.computeIfAbsent(pack, this::packContext);
    }

    EvaluationContext evaluationContext(RulePack pack) {
        return under(pack).context();
    }

    private PackContext packContext(RulePack pack) {
        if (whole != null && except != null) {
            PackContext all = whole.under(pack);
            return new PackContext(all.context().without(except), all.footprints());
        }
        List<Limit> limits = pack.limitTable().on(facts.asOf());
        List<Footprint> footprints = new ArrayList<>();
        List<CheckedRule> rules = pack.checkedRules();
        for (int i = 0; i < rules.size(); i++) {
            footprints.add(footprint(rules.get(i), pack.limitsRead().get(i), limits));
        }
        return new PackContext(EvaluationContext.of(facts, city, limits, except), List.copyOf(footprints));
    }

    private static Footprint footprint(CheckedRule rule, List<String> read, List<Limit> limits) {
        List<Object> values = new ArrayList<>();
        for (String id : read) {
            for (Limit limit : limits) {
                if (limit.id().equals(id)) {
                    values.add(id);
                    values.add(limit.value().low());
                    values.add(limit.value().unit());
                }
            }
        }
        return new Footprint(rule, List.copyOf(values));
    }
}
