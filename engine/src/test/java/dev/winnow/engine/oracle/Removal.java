package dev.winnow.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A statement that can be removed from a universe. A value is removed with its earlier and contradicting values, and a
 * row with the statement that its list is complete, which says that there are no other rows. A link or landing is
 * removed alone if it outdates no other statement, otherwise all links of the city are.
 */
record Removal(String what, Consumer<Spec> remove) {

    /** The facts of a project that make it hold links in a city. */
    private static final Set<String> LANDING = Set.of("city", "decided", "links");

    private static final String COMPLETE = "complete";
    private static final String PRESENCES = "presences";
    private static final String MILESTONES = "milestones";

    /** All that can be removed. */
    static List<Removal> all(Spec spec) {
        List<Removal> all = new ArrayList<>();
        spec.rows("cities").forEach(city -> ofCity(spec, city, all));
        spec.rows("projects").forEach(project -> ofProject(spec, project, all));
        return all;
    }

    /** A copy of a universe in which every decided project lands on a day, and no city denies that it has. */
    static Spec landing(Spec spec, LocalDate day) {
        Spec landing = spec.copy();
        landing.rows("cities").forEach(city -> city.remove(PRESENCES));
        for (Map<String, Object> project : landing.rows("projects")) {
            if (project.containsKey("city")) {
                project.remove("milestonesComplete");
                project.put(MILESTONES, List.of(Map.of("step", "landed", "reached", day.toString())));
            }
        }
        return landing;
    }

    /** The landings of projects. */
    static List<Removal> landings(Spec spec) {
        return spec.rows("projects").stream()
                .filter(project -> project.containsKey("city"))
                .map(project -> of("projects", id(project), MILESTONES, row -> row.remove(MILESTONES)))
                .toList();
    }

    /** A copy of a universe without the statement. */
    Spec from(Spec spec) {
        Spec less = spec.copy();
        remove.accept(less);
        return less;
    }

    @Override
    public String toString() {
        return what;
    }

    private static void ofCity(Spec spec, Map<String, Object> city, List<Removal> all) {
        String id = id(city);
        Types types = spec.words().types();
        for (Trait trait : types.shape("City").traits()) {
            if (city.containsKey(trait.name())
                    && !trait.name().equals("id")
                    && !trait.name().equals("name")) {
                all.add(of("cities", id, trait.name(), row -> row.remove(trait.name())));
            }
        }
        for (Shape list : types.lists()) {
            if (isComplete(city, list.list())) {
                all.add(of("cities", id, COMPLETE + " " + list.list(), row -> open(row, list.list())));
            }
            for (int i = 0; i < Spec.rows(city, list.list()).size(); i++) {
                ofRow(list, id, city, i, all);
            }
        }
        List<Map<String, Object>> statements = Spec.rows(city, PRESENCES);
        boolean alone = landed(spec, id).isEmpty() && statements.stream().noneMatch(one -> one.containsKey("stage"));
        statements.stream().map(one -> one.get("link")).distinct().forEach(link -> {
            if (alone) {
                all.add(of(
                        "cities",
                        id,
                        "presences of " + link,
                        row -> Spec.list(present(row, PRESENCES))
                                .removeIf(one ->
                                        Objects.equals(link, Spec.map(one).get("link")))));
            }
        });
        all.add(new Removal(id + ": presences and landed projects", less -> {
            less.row("cities", id).remove(PRESENCES);
            landed(less, id)
                    .forEach(project ->
                            Spec.list(present(less.tree(), "projects")).remove(project));
        }));
    }

    private static void ofRow(Shape list, String city, Map<String, Object> tree, int at, List<Removal> all) {
        String name = list.list();
        all.add(of("cities", city, name + " " + at, row -> {
            Spec.list(present(row, name)).remove(at);
            open(row, name);
        }));
        for (Trait trait : list.traits()) {
            if (Spec.rows(tree, name).get(at).containsKey(trait.name())
                    && !list.key().contains(trait.name())) {
                all.add(of(
                        "cities",
                        city,
                        name + " " + at + " " + trait.name(),
                        row -> Spec.rows(row, name).get(at).remove(trait.name())));
            }
        }
    }

    private static void ofProject(Spec spec, Map<String, Object> project, List<Removal> all) {
        String id = id(project);
        boolean lands = project.containsKey("city");
        boolean denied = lands
                && spec.row("cities", (String) present(project, "city")).containsKey(PRESENCES)
                && !Spec.rows(spec.row("cities", (String) present(project, "city")), PRESENCES)
                        .isEmpty();
        for (Trait trait : spec.words().types().shape("Project").traits()) {
            String name = trait.name();
            boolean free = !denied || !LANDING.contains(name);
            if (free && project.containsKey(name) && !name.equals("id") && !name.equals("name")) {
                all.add(of("projects", id, name, row -> row.remove(name)));
            }
        }
        if (project.containsKey("milestonesComplete")) {
            all.add(of("projects", id, "milestonesComplete", row -> row.remove("milestonesComplete")));
        }
        if (!denied) {
            all.add(new Removal(
                    id, less -> Spec.list(present(less.tree(), "projects")).remove(less.row("projects", id))));
            for (int i = 0; i < Spec.rows(project, MILESTONES).size(); i++) {
                int at = i;
                all.add(of("projects", id, MILESTONES + " " + at, row -> {
                    Spec.list(present(row, MILESTONES)).remove(at);
                    row.remove("milestonesComplete");
                }));
            }
        }
    }

    private static Removal of(String list, String id, String what, Consumer<Map<String, Object>> remove) {
        return new Removal(id + ": " + what, less -> remove.accept(less.row(list, id)));
    }

    private static List<Map<String, Object>> landed(Spec spec, String city) {
        return spec.rows("projects").stream()
                .filter(project -> city.equals(project.get("city")))
                .toList();
    }

    private static boolean isComplete(Map<String, Object> city, String list) {
        Object complete = city.get(COMPLETE);
        return complete instanceof Map<?, ?> days
                ? days.containsKey(list)
                : complete instanceof List<?> lists && lists.contains(list);
    }

    /** Removes the statement that a list is complete. */
    private static void open(Map<String, Object> city, String list) {
        if (city.get(COMPLETE) instanceof Map<?, ?> days) {
            days.remove(list);
        } else if (city.get(COMPLETE) instanceof List<?> lists) {
            lists.remove(list);
        }
    }

    private static String id(Map<String, Object> tree) {
        return (String) present(tree, "id");
    }

    private static Object present(Map<String, Object> tree, String key) {
        return Objects.requireNonNull(tree.get(key));
    }
}
