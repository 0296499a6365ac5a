package dev.winnow.engine;

import dev.winnow.model.City;
import dev.winnow.model.Facts;
import dev.winnow.model.Milestone;
import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that candidates of one city and day are judged against, in an order that does not depend on files.
 *
 * @param facts the universe as of the day
 * @param city the city
 * @param rows all facts but the candidates and their milestones
 * @param byType the same by type
 */
record Surroundings(Facts facts, City city, List<Object> rows, Map<Class<?>, List<Object>> byType) {

    /** @param except a landed project whose own presences are left out; null for none */
    static Surroundings of(Facts facts, City city, List<Limit> limits, @Nullable String except) {
        List<Object> rows = new ArrayList<>();
        rows.add(AsOf.of(facts.asOf()));
        rows.addAll(limits);
        rows.addAll(facts.chains());
        rows.addAll(facts.links());
        rows.add(city);
        rows.addAll(facts.rows(city.id()));
        for (Record unwritten : Vocabulary.unwrittenRows()) {
            if (!facts.complete(city.id(), unwritten.getClass())) {
                rows.add(unwritten);
            }
        }
        rows.addAll(facts.presences(city.id(), except));
        rows.addAll(facts.coverages(city.id(), except));
        Map<Class<?>, List<Object>> byType = new HashMap<>();
        for (Object row : rows) {
            byType.computeIfAbsent(row.getClass(), type -> new ArrayList<>()).add(row);
        }
        return new Surroundings(facts, city, List.copyOf(rows), byType);
    }

    /** The facts of a type that a rule about this candidate may match. */
    List<?> rows(Class<?> type, Project candidate) {
        return type == Milestone.class ? facts.milestones(candidate.id()) : byType.getOrDefault(type, List.of());
    }
}
