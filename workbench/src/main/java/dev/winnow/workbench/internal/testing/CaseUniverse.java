package dev.winnow.workbench.internal.testing;

import dev.winnow.language.internal.pack.PackKeys;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Currencies;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the universe of a worked example, filling in the facts that the example leaves out. */
public final class CaseUniverse {

    static final String CANDIDATE = "candidate";

    static final String CITY = "city";

    private CaseUniverse() {}

    /**
     * Returns a universe document with the case's facts at their places, in the pack's currency.
     *
     * @param day the day of the case, on which its lists are complete
     */
    static Node of(WorkedExample example, LocalDate day, Unit money, List<Problem> problems) {
        Place place = example.node().place();
        Map<String, Node> top = new LinkedHashMap<>();
        merge(top, "background", example.background(), problems);
        merge(top, "given", example.given(), problems);
        List<Node.Field> fields = new ArrayList<>();
        Map<String, Node> header = new LinkedHashMap<>();
        header.put("name", Node.scalar(place, "case"));
        header.put("asOf", Node.scalar(place, day.toString()));
        header.put(Currencies.KEY, Node.scalar(place, money.currency()));
        fields.add(new Node.Field("universe", place, map(place, header)));
        Node city = named(CITY, top.remove(CITY), CITY, place, problems);
        Node project = named("project", top.remove("project"), CANDIDATE, place, problems);
        List<Node> projects = withOthers(project, top.remove("projects"), "projects", "project", problems);
        List<Node> cities = withOthers(city, top.remove("cities"), "cities", CITY, problems);
        top.remove("asOf");
        top.remove("limits");
        top.forEach((key, value) -> fields.add(new Node.Field(key, value.place(), value)));
        fields.add(new Node.Field("cities", city.place(), Node.list(city.place(), cities)));
        fields.add(new Node.Field("projects", project.place(), Node.list(project.place(), projects)));
        return Node.map(place, fields);
    }

    /** Returns the judged entity followed by the other ones of the case. */
    private static List<Node> withOthers(
            Node judged, @Nullable Node others, String key, String one, List<Problem> problems) {
        List<Node> all = new ArrayList<>(List.of(judged));
        if (others != null && others.isList()) {
            all.addAll(others.items());
        } else if (others != null) {
            problems.add(others.problem(
                    Message.of(
                            "`%s` must be a list, found %s", key, others.kind().words()),
                    Message.of("write the candidate or city to judge as `%s`", one)));
        }
        return all;
    }

    /** Merges facts into the background: keys of a project or city replace earlier ones, lists are appended. */
    private static void merge(Map<String, Node> top, String what, @Nullable Node from, List<Problem> problems) {
        if (from == null) {
            return;
        }
        from.allow(key -> Message.of("`%s` has no `%s`", what, key), PackKeys.GIVEN.names(), problems);
        for (Node.Field field : from.fields().values()) {
            Node before = top.get(field.key());
            Node value = field.value();
            if (before != null && before.isMap() && value.isMap()) {
                Map<String, Node.Field> both = new LinkedHashMap<>(before.fields());
                both.putAll(value.fields());
                value = Node.map(value.place(), both.values());
            } else if (before != null && before.isList() && value.isList()) {
                List<Node> both = new ArrayList<>(before.items());
                both.addAll(value.items());
                value = Node.list(value.place(), both);
            }
            top.put(field.key(), value);
        }
    }

    /** Adds an id and a name where they are missing. */
    private static Node named(String key, @Nullable Node entity, String id, Place place, List<Problem> problems) {
        if (entity != null && !entity.isMap()) {
            problems.add(entity.problem(
                    Message.of(
                            "`%s` must be a map, found %s", key, entity.kind().words()),
                    null));
        }
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        Node called = Node.scalar(place, id);
        fields.put("id", new Node.Field("id", place, called));
        fields.put("name", new Node.Field("name", place, called));
        if (entity == null) {
            return Node.map(place, fields.values());
        }
        fields.putAll(entity.fields());
        if (entity.get("id") != null) {
            fields.put("id", new Node.Field("id", place, called));
        }
        return Node.map(entity.place(), fields.values());
    }

    private static Node map(Place place, Map<String, Node> values) {
        List<Node.Field> fields = new ArrayList<>();
        values.forEach((key, value) -> fields.add(new Node.Field(key, value.place(), value)));
        return Node.map(place, fields);
    }
}
