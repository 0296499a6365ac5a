package dev.winnow.engine.oracle;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that facts contain everything that other facts state, and possibly more. */
final class Refinement {

    /** Remarks about facts, which no rule of these packs reads, and the day of a completeness, which may grow. */
    private static final Set<String> REMARKS = Set.of("holders", "since", "milestonesComplete");

    private final List<String> contradictions = new ArrayList<>();

    private final Types types;

    private Refinement(Types types) {
        this.types = types;
    }

    /** Contradictions of the later facts with the earlier ones. */
    static List<String> contradictions(Types types, Facts before, Facts after) {
        Refinement refinement = new Refinement(types);
        refinement.each("projects", before.projects(), after.projects(), true);
        refinement.each("cities", before.cities(), after.cities(), true);
        refinement.each("links", before.links(), after.links(), true);
        for (City city : before.cities()) {
            refinement.city(city.id(), before, after);
        }
        for (Project project : before.projects()) {
            refinement.each(
                    "milestones",
                    before.milestones(project.id()),
                    after.milestones(project.id()),
                    Scene.milestonesComplete(before, project));
        }
        return refinement.contradictions;
    }

    private void city(String city, Facts before, Facts after) {
        for (Shape list : types.lists()) {
            each(
                    city + " " + list.name(),
                    rows(before, city, list),
                    rows(after, city, list),
                    before.complete(city, list.list()));
        }
        for (Project project : before.projects()) {
            String view = project.id();
            each(city + " " + view, before.presences(city, view), after.presences(city, view), true);
            each(city + " " + view, before.coverages(city, view), after.coverages(city, view), true);
        }
    }

    private List<Object> rows(Facts facts, String city, Shape list) {
        return facts.rows(city).stream().filter(row -> types.of(row) == list).toList();
    }

    /** Pairs rows by key; a row with an unknown key may correspond to any. */
    private void each(String where, List<?> before, List<?> after, boolean complete) {
        Map<String, Object> named = new LinkedHashMap<>();
        after.forEach(row -> named.put(types.row(row).ref().toString() + chain(row), row));
        if (complete && before.size() != after.size()) {
            contradictions.add(where + ": " + before.size() + " rows became " + after.size());
        }
        for (Object row : before) {
            String name = types.row(row).ref().toString() + chain(row);
            if (!name.contains("null") && !named.containsKey(name)) {
                contradictions.add(where + ": " + name + " is gone");
            } else if (named.containsKey(name)) {
                same(where + " " + name, row, named.get(name));
            }
        }
    }

    private String chain(Object row) {
        return types.row(row).shape().name().equals("Coverage")
                ? " of " + types.of(row).trait("chain").of(row)
                : "";
    }

    private void same(String where, Object before, Object after) {
        for (Trait trait : types.of(before).traits()) {
            Object was = trait.of(before);
            Object is = trait.of(after);
            if (was != null && !REMARKS.contains(trait.name()) && !within(was, is)) {
                contradictions.add(where + " " + trait.name() + ": " + was + " became " + is);
            }
        }
    }

    private static boolean within(Object was, @Nullable Object is) {
        return was instanceof Figure wide && is instanceof Figure narrow
                ? wide.low().compareTo(narrow.low()) <= 0 && narrow.high().compareTo(wide.high()) <= 0
                : was instanceof StartOfList<?> start
                        ? is instanceof Collection<?> longer && longer.containsAll(start)
                        : was.equals(is);
    }
}
