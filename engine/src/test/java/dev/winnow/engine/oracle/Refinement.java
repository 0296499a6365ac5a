package dev.winnow.engine.oracle;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.CityList;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.value.Figure;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether facts say all that others say, and perhaps more. */
final class Refinement {

    /** Remarks about facts, which no rule may read. */
    private static final Set<String> REMARKS = Set.of("evidence", "holders", "since");

    private final List<String> contradictions = new ArrayList<>();

    private Refinement() {}

    /** What the later facts say otherwise. */
    static List<String> contradictions(Facts before, Facts after) {
        Refinement refinement = new Refinement();
        refinement.each("projects", before.projects(), after.projects(), true);
        refinement.each("cities", before.cities(), after.cities(), true);
        refinement.each("links", before.links(), after.links(), true);
        for (City city : before.cities()) {
            refinement.city(city.id(), before, after);
        }
        for (Project project : before.projects()) {
            refinement.each("milestones", before.milestones(project.id()), after.milestones(project.id()), true);
        }
        return refinement.contradictions;
    }

    private void city(String city, Facts before, Facts after) {
        for (Class<?> type : Types.LISTS) {
            List<Object> was =
                    before.rows(city).stream().filter(type::isInstance).toList();
            List<Object> is = after.rows(city).stream().filter(type::isInstance).toList();
            each(
                    city + " " + type.getSimpleName(),
                    was,
                    is,
                    before.complete(city, type.getAnnotation(CityList.class).value()));
        }
        for (Project project : before.projects()) {
            String view = project.id();
            each(city + " " + view, before.presences(city, view), after.presences(city, view), true);
            each(city + " " + view, before.coverages(city, view), after.coverages(city, view), true);
        }
    }

    /** Rows correspond by what names them; a row whose name is unknown may correspond to any. */
    private void each(String where, List<?> before, List<?> after, boolean complete) {
        Map<String, Object> named = new LinkedHashMap<>();
        after.forEach(row -> named.put(Row.of(row).ref().toString() + chain(row), row));
        if (complete && before.size() != after.size()) {
            contradictions.add(where + ": " + before.size() + " rows became " + after.size());
        }
        for (Object row : before) {
            String name = Row.of(row).ref().toString() + chain(row);
            if (!name.contains("null") && !named.containsKey(name)) {
                contradictions.add(where + ": " + name + " is gone");
            } else if (named.containsKey(name)) {
                same(where + " " + name, row, named.get(name));
            }
        }
    }

    private static String chain(Object row) {
        return Row.of(row).shape().name().equals("Coverage") ? " of " + Records.get("chain", row) : "";
    }

    private void same(String where, Object before, Object after) {
        for (RecordComponent component : Records.components(before.getClass())) {
            Object was = Records.get(component, before);
            Object is = Records.get(component, after);
            if (was != null && !REMARKS.contains(component.getName()) && !within(was, is)) {
                contradictions.add(where + " " + component.getName() + ": " + was + " became " + is);
            }
        }
    }

    private static boolean within(Object was, @Nullable Object is) {
        return was instanceof Figure wide && is instanceof Figure narrow
                ? wide.low().compareTo(narrow.low()) <= 0 && narrow.high().compareTo(wide.high()) <= 0
                : was.equals(is);
    }
}
