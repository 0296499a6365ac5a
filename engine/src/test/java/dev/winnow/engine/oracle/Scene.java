package dev.winnow.engine.oracle;

import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts of one project and one city, as rules see them. */
final class Scene {

    /** Rows by type name. */
    private final Map<String, List<Row>> rows = new HashMap<>();

    private final Map<String, String> names;
    private final Types types;
    private final Set<Fault> faults;

    private Scene(Types types, Map<String, String> names, Set<Fault> faults) {
        this.types = types;
        this.names = names;
        this.faults = faults;
    }

    /** The facts of a city that all projects see; incomplete lists include their unwritten row. */
    private static Scene of(Facts facts, String city, PlainPack pack) {
        Scene scene = new Scene(pack.types(), Map.of(), pack.faults());
        facts.cities().stream().filter(one -> one.id().equals(city)).forEach(scene::add);
        facts.links().forEach(scene::add);
        facts.chains().forEach(scene::add);
        facts.rows(city).stream().filter(scene.types::knows).forEach(scene::add);
        for (Shape list : scene.types.lists()) {
            boolean open = !facts.complete(city, list.list())
                    && !pack.faults().contains(Fault.PHANTOM_IGNORED)
                    && !(list.isDeclared() && pack.faults().contains(Fault.DECLARED_LIST_IS_COMPLETE));
            if (open) {
                scene.add(Row.phantom(list, scene.rows(list), pack.faults()));
            }
        }
        pack.limits(facts.asOf()).forEach(scene::add);
        scene.add(new AsOf(facts.asOf(), facts.asOf().withDayOfYear(1)));
        return scene;
    }

    /** A scene per project in a city. */
    static Map<String, Scene> all(Facts facts, City city, PlainPack pack) {
        Scene shared = of(facts, city.id(), pack);
        Map<String, Scene> scenes = new HashMap<>();
        for (Project project : facts.projects()) {
            Map<String, String> names = new HashMap<>(pack.types().words());
            names.put(project.id(), project.name());
            facts.cities().forEach(one -> names.put(one.id(), one.name()));
            Scene scene = new Scene(pack.types(), names, pack.faults());
            scene.rows.putAll(shared.rows);
            scene.add(project);
            facts.presences(city.id(), project.id()).forEach(scene::add);
            facts.coverages(city.id(), project.id()).forEach(scene::add);
            facts.milestones(project.id()).forEach(scene::add);
            if (!pack.faults().contains(Fault.PHANTOM_IGNORED) && !milestonesComplete(facts, project)) {
                scene.addOpenMilestones(facts, project.id());
            }
            scenes.put(project.id(), scene);
        }
        return scenes;
    }

    /** Whether all milestones that a project has reached by the day are recorded. */
    static boolean milestonesComplete(Facts facts, Project project) {
        LocalDate complete = project.declared().date("milestonesComplete");
        return complete != null && !complete.isBefore(facts.asOf());
    }

    /** Adds a row for each step that a project may have reached. */
    private void addOpenMilestones(Facts facts, String project) {
        Shape shape = types.shape("Milestone");
        Set<String> reached =
                facts.milestones(project).stream().map(Milestone::step).collect(Collectors.toSet());
        for (String step : shape.trait("step").words()) {
            if (!reached.contains(step)) {
                Row row = Row.phantom(shape);
                row.values()[shape.index("project")] = project;
                row.values()[shape.index("step")] = step;
                add(row);
            }
        }
    }

    private void add(Object fact) {
        Row row = Misreading.of(types.row(fact), faults);
        if (!row.shape().isDeclared()
                || !faults.contains(Fault.DECLARED_LIST_OF_ONE)
                || rows(row.shape()).isEmpty()) {
            add(row);
        }
    }

    private void add(Row row) {
        rows.computeIfAbsent(row.shape().name(), type -> new ArrayList<>()).add(row);
    }

    /** The names of the project, the cities and words, by id. */
    Map<String, String> names() {
        return names;
    }

    List<Row> rows(Shape shape) {
        return rows.getOrDefault(shape.name(), List.of());
    }
}
