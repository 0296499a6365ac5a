package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names that a panel may use, and the facts that it judges.
 *
 * @param vocabulary the facts of the pack
 * @param projects the ids of the projects
 * @param cities the ids of the cities
 * @param money the currency in which amounts are read
 * @param rates the rates for amounts in other currencies
 * @param criteria the names of the facts that the rules of each criterion read, by the id of the criterion
 */
public record PanelScope(
        Vocabulary vocabulary,
        List<String> projects,
        List<String> cities,
        Unit money,
        Rates rates,
        Map<String, ? extends Collection<String>> criteria) {

    public PanelScope {
        projects = List.copyOf(projects);
        cities = List.copyOf(cities);
        criteria = Map.copyOf(criteria);
    }

    /** Returns the facts that a panel judges, by name: {@code project.teamStrength}. */
    public Map<String, DeclaredProperty> facts() {
        Map<String, DeclaredProperty> facts = new TreeMap<>();
        add(Vocabulary.PROJECT, vocabulary.ofProject(), facts);
        add(Vocabulary.CITY, vocabulary.ofCity(), facts);
        return facts;
    }

    private static void add(String owner, List<DeclaredProperty> from, Map<String, DeclaredProperty> into) {
        from.stream()
                .filter(property -> property.judged() != null)
                .forEach(property -> into.put(owner + "." + property.component().name(), property));
    }

    /** Reads the value of a judgement; null if it is none, which is a problem. */
    public @Nullable Object value(DeclaredProperty fact, Node node, List<Problem> problems) {
        Component component = fact.component();
        return switch (component.kind()) {
            case FLAG -> Flag.parse("value", node, problems);
            case TEXT -> word(component, node, problems);
            default -> rates.parse(node, unit(component), Evidence.NONE, problems);
        };
    }

    private static @Nullable String word(Component component, Node node, List<Problem> problems) {
        String text = node.isScalar() ? node.text().strip() : "";
        if (component.words().contains(text)) {
            return text;
        }
        problems.add(node.problem(
                Message.of("`%s` is not one of `%s`", text, component.name()), Nearest.oneOf(text, component.words())));
        return null;
    }

    private Unit unit(Component component) {
        Unit unit = Objects.requireNonNull(component.unit());
        return unit.isMoney() ? money : unit;
    }
}
